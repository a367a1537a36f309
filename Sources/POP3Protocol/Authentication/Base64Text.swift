/// Base64 as SASL wants it: one line, padded (RFC 4648 §4).
enum Base64Text {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encoded(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let left = bytes.count - index
            let second = left > 1 ? bytes[index + 1] : 0
            let third = left > 2 ? bytes[index + 2] : 0
            let group = UInt32(bytes[index]) << 16 | UInt32(second) << 8 | UInt32(third)
            result.append(alphabet[Int(group >> 18)])
            result.append(alphabet[Int(group >> 12 & 63)])
            result.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : 0x3D)
            result.append(left > 2 ? alphabet[Int(group & 63)] : 0x3D)
            index += 3
        }
        return String(decoding: result, as: UTF8.self)
    }
}
