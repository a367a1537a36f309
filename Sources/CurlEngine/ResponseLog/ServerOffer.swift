internal import MailModel

/// What a server said that it can do, as far as it matters here.
///
/// Keywords count as libcurl reads them, in capitals only: what it overlooks, it will not use.
struct ServerOffer: Sendable, Hashable {
    /// Whether it takes 8-bit content (RFC 6152).
    var has8BitMIME = false
    /// Whether it takes addresses that are not ASCII (RFC 6531).
    var hasSMTPUTF8 = false
    /// Whether it can switch to TLS (RFC 3207).
    var hasStartTLS = false
    /// The largest message it takes, in octets (RFC 1870); nil when it does not say.
    var maximumSize: Int?
    /// The SASL mechanisms that it names; nil without AUTH (RFC 4954).
    var mechanisms: [String]?

    init() {}

    /// Reads the reply to EHLO.
    ///
    /// - Parameter hello: the reply; its first line is the server's name and greeting.
    init(_ hello: Reply) {
        for line in hello.text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
            let words = line.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
            switch words.first {
            case "8BITMIME": has8BitMIME = true
            case "SMTPUTF8": hasSMTPUTF8 = true
            case "STARTTLS": hasStartTLS = true
            case "AUTH": mechanisms = (mechanisms ?? []) + words.dropFirst()
            case "SIZE":
                // 0 and a missing number mean that there is no fixed limit.
                if words.count > 1, let size = Int(words[1]), size > 0 { maximumSize = size }
            default: break
            }
        }
    }

    /// What keeps a message from leaving through this server.
    ///
    /// - Parameter message: the message.
    /// - Returns: the reason, as a person reads it; nil when there is none.
    func obstacle(to message: OutgoingMessage) -> String? {
        if message.envelope.needsSMTPUTF8, !hasSMTPUTF8 {
            return "the server does not offer SMTPUTF8, which an address of this message needs"
        }
        if message.content.is8Bit, !has8BitMIME { return "the server does not offer 8BITMIME, which the message needs" }
        if let maximumSize, message.content.size > maximumSize {
            return "the message has \(message.content.size) bytes, the server takes \(maximumSize)"
        }
        return nil
    }
}
