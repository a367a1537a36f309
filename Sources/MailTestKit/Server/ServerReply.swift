/// What a test server writes: written as text its lines get CRLF; raw bytes go out as they are.
package struct ServerReply: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The bytes on the wire.
    package let bytes: [UInt8]

    /// Exactly these bytes, whatever they are.
    package init(bytes: [UInt8]) { self.bytes = bytes }

    /// Lines of text, each of which gets CRLF; `\n` parts them.
    package init(stringLiteral text: String) {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\r")) }
            bytes.append(byte)
        }
        self.bytes = bytes + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// The first digit, by which a client knows whether it was refused.
    var isPositive: Bool { bytes.first == UInt8(ascii: "2") || bytes.first == UInt8(ascii: "3") }

    /// Whether the server closes the connection behind it (RFC 5321 §3.8).
    var closes: Bool { bytes.starts(with: "421".utf8) }
}
