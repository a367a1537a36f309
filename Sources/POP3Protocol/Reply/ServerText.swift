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

    /// `text` with each of `secrets` replaced by "***": servers do quote what they were sent.
    static func redacted(_ text: String, secrets: [String]) -> String {
        var bytes = Array(text.utf8)
        for secret in secrets where !secret.isEmpty {
            bytes = replaced(bytes, Array(secret.utf8))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func replaced(_ text: [UInt8], _ secret: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            if text.count - index >= secret.count, text[index..<index + secret.count].elementsEqual(secret) {
                result += [0x2A, 0x2A, 0x2A]
                index += secret.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }
}
