/// Words of a server, made fit for a screen and a log.
enum ServerText {
    /// How many bytes of a line are quoted at most.
    static let longestQuote = 512

    /// The bytes as text: control characters and broken UTF-8 masked by "?", cut at ``longestQuote``.
    static func masked(_ bytes: some Collection<UInt8>) -> String {
        var text = ""
        for scalar in String(decoding: bytes.prefix(longestQuote), as: UTF8.self).unicodeScalars {
            let isPlain = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0xFFFD
            // Marks that turn the direction of text make a log line read as something else.
            let turns = (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
            text.unicodeScalars.append(isPlain && !turns ? scalar : "?")
        }
        return text
    }
}
