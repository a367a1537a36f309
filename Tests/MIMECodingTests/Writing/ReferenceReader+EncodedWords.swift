extension ReferenceReader {
    /// Decodes unstructured text (RFC 2047 §6); nothing if an encoded word breaks a rule: over 75 characters, a cut
    /// character, a byte that is not ASCII.
    static func decodeText(_ text: [UInt8]) -> [UInt8]? {
        guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
        var result: [UInt8] = []
        var gap: [UInt8] = []
        var afterWord = false
        for token in tokens(text) {
            if token.first == 0x20 || token.first == 9 {
                gap = token
                continue
            }
            let isWord = token.starts(with: [0x3D, 0x3F]) && token.suffix(2) == [0x3F, 0x3D] && token.count > 8
            if isWord {
                guard let decoded = decodeWord(token) else { return nil }
                if !afterWord { result += gap }
                result += decoded
            } else {
                result += gap + token
            }
            afterWord = isWord
            gap = []
        }
        return result + gap
    }

    /// Decodes a display name: atoms, a quoted string, or encoded words.
    static func decodePhrase(_ text: [UInt8]) -> [UInt8]? {
        guard text.first == 0x22 else { return decodeText(text) }
        var result: [UInt8] = []
        var place = 1
        while place < text.count, text[place] != 0x22 {
            if text[place] == 0x5C { place += 1 }
            guard place < text.count else { return nil }
            result.append(text[place])
            place += 1
        }
        return place == text.count - 1 ? result : nil
    }

    private static func tokens(_ text: [UInt8]) -> [[UInt8]] {
        var tokens: [[UInt8]] = []
        for byte in text {
            let isSpace = byte == 0x20 || byte == 9
            if let last = tokens.last?.last, (last == 0x20 || last == 9) == isSpace {
                tokens[tokens.count - 1].append(byte)
            } else {
                tokens.append([byte])
            }
        }
        return tokens
    }

    private static func decodeWord(_ word: [UInt8]) -> [UInt8]? {
        let parts = word.dropFirst(2).dropLast(2).split(separator: 0x3F, omittingEmptySubsequences: false)
        guard word.count <= 75, parts.count == 3, string(parts[0]).lowercased() == "utf-8" else { return nil }
        let content = Array(parts[2])
        let decoded: [UInt8]?
        switch string(parts[1]) {
        case "B": decoded = base64(content)
        case "Q": decoded = decodeQ(content)
        default: decoded = nil
        }
        guard let decoded, String(validating: decoded, as: UTF8.self) != nil else { return nil }
        return decoded
    }

    private static func decodeQ(_ text: [UInt8]) -> [UInt8]? {
        var result: [UInt8] = []
        var place = 0
        while place < text.count {
            if text[place] == 0x3D {
                guard place + 2 < text.count, let byte = hex(text[place + 1], text[place + 2]) else { return nil }
                result.append(byte)
                place += 3
            } else {
                result.append(text[place] == 0x5F ? 0x20 : text[place])
                place += 1
            }
        }
        return result
    }
}
