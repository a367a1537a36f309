/// Texts in parameters of commands that may hold any character.
enum XText {
    /// xtext = *( xchar / hexchar ), hexchar = "+" 2(%x30-39 / %x41-46) (RFC 3461 §4).
    static func append(_ text: String, to output: inout [UInt8]) {
        for byte in text.utf8 {
            if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "=") {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "+"))
                appendHex(UInt32(byte), digits: 2, to: &output)
            }
        }
    }

    /// utf-8-addr-unitext, for commands where SMTPUTF8 is in force (RFC 6533 §3): letters stand as they are.
    static func appendUnitext(_ text: String, to output: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "+", "=", "\\", "\u{0}"..."\u{20}", "\u{7F}"..."\u{9F}":
                output.append(contentsOf: "\\x{".utf8)
                appendHex(scalar.value, digits: 2, to: &output)
                output.append(UInt8(ascii: "}"))
            default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
    }

    private static func appendHex(_ value: UInt32, digits: Int, to output: inout [UInt8]) {
        let hex = String(value, radix: 16, uppercase: true)
        for _ in 0..<max(0, digits - hex.utf8.count) { output.append(UInt8(ascii: "0")) }
        output.append(contentsOf: hex.utf8)
    }
}
