/// Text that is made to hurt: pieces that mean something to mail, put together at random.
enum HostileText {
    static let pieces = [
        "a", "word ", " ", "  ", "\t", ".", "\r\n.\r\n", "\r", "\n", "\r\n", "\r\r\n", "\n.\n", "\r.\r", "=", "==",
        "=20",
        "=?UTF-8?B?w7w=?=", "=?", "?=", "_", "--=_k3v9_a", "--=_k3v9_a--", "\n--=_k3v9_m\n", "From ", "\nFrom me", "é",
        "ü",
        "中文", "激活", "😀", "👩‍👧", "\u{202E}", "\u{FEFF}", "\"", "\\", "<", ">", "@", ",", ";", ":", "(", ")",
        "Bcc: x@example.com", "\u{7F}", "\u{1B}[0m", "\u{1}", String(repeating: "x", count: 77),
        String(repeating: "long words ", count: 9), String(repeating: "é", count: 40),
        String(repeating: "z", count: 1200),
    ]

    /// What a header value may hold: the same without line ends.
    static let headerPieces = pieces.filter { piece in !piece.utf8.contains { $0 == 10 || $0 == 13 } }

    static func make(_ count: Int, from pieces: [String] = pieces, using generator: inout SplitMix) -> [UInt8] {
        var text: [UInt8] = []
        for _ in 0..<count {
            text.append(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8)
        }
        return text
    }
}
