internal import MailModel

/// The URL by which libcurl finds the relay; its path is the name in EHLO.
enum RelayURL {
    static func text(_ settings: TransportSettings) -> String {
        let scheme = settings.tls == .implicit ? "smtps" : "smtp"
        let isBareIPv6 = settings.host.utf8.contains(UInt8(ascii: ":")) && settings.host.utf8.first != UInt8(ascii: "[")
        let host = isBareIPv6 ? "[\(settings.host)]" : settings.host
        return "\(scheme)://\(host):\(settings.port)/\(escaped(settings.helloName))"
    }

    /// RFC 3986 §2.1: everything but unreserved characters as "%" and two hexadecimal digits.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                bytes.append(byte)
            default:
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
