/// The text of replies, made fit to be shown.
enum ReplyText {
    /// Text from bytes that a server sent: control characters other than newline, and broken UTF-8, become "?".
    ///
    /// - Parameter bytes: whatever the server sent.
    /// - Returns: text that a terminal and a report can take.
    static func masked(_ bytes: [UInt8]) -> String {
        let isPlain = bytes.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A }
        let text = String(decoding: bytes, as: UTF8.self)
        guard !isPlain else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(isShown(scalar) ? scalar : "?") }
        return String(scalars)
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0..<0x20, 0x7F...0x9F, 0xFFFD: false
        // Direction marks can make a report line read as what it does not say.
        case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        default: true
        }
    }
}
