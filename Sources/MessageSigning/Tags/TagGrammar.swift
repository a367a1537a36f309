internal import MIMECoding
internal import TextEncodings

/// The values that tags have (RFC 6376 §2, §3.5).
enum TagGrammar {
    /// `base64string = ALPHADIGITPS *([FWS] ALPHADIGITPS) [ [FWS] "=" [ [FWS] "=" ] ]`; nil if it is none or empty.
    static func base64(_ tag: TagList.Tag) -> [UInt8]? {
        let text = tag.compact
        return text.isEmpty ? nil : Base64.decodeStrictly(text)
    }

    /// A number of at most 18 digits, which is more than any size or time.
    static func number(_ tag: TagList.Tag) -> Int? {
        guard !tag.value.isEmpty, tag.value.allSatisfy(ASCIIByte.isDigit) else { return nil }
        let digits = tag.value.drop { $0 == UInt8(ascii: "0") }
        guard digits.count <= 18 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Words between colons, with white space around them left out; nil if one is empty.
    static func words(_ tag: TagList.Tag) -> [String]? {
        let words = tag.value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { word in
            word.filter { $0 != 32 && $0 != 9 && $0 != 13 && $0 != 10 }.map(ASCIIByte.lowercased)
        }
        guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
        return words.map { String(decoding: $0, as: UTF8.self) }
    }

    /// A domain as small ASCII letters; nil if it is none.
    ///
    /// `domain-name = sub-domain 1*("." sub-domain)`, with the sub-domain of RFC 5321 §4.1.2, or of RFC 8616 §4 when it is
    /// not ASCII.
    ///
    /// - Parameters:
    ///   - text: the domain.
    ///   - labels: how many labels it must have.
    /// - Returns: the domain, as A-labels.
    static func domain(_ text: some Sequence<UInt8>, labels: Int = 2) -> String? {
        var name = text.map(ASCIIByte.lowercased)
        if name.contains(where: { $0 >= 0x80 }) {
            guard let ascii = try? IDNA.toASCII(name[...]) else { return nil }
            name = ascii
        }
        guard name.count <= IDNA.maximumNameLength else { return nil }
        let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count >= labels, parts.allSatisfy(isLabel) else { return nil }
        return String(decoding: name, as: UTF8.self)
    }

    /// Whether a domain is another one or lies below it; both in small letters.
    static func isDomain(_ domain: String, withinOrEqual parent: String) -> Bool {
        domain == parent || domain.utf8.count > parent.utf8.count + 1 && domain.hasSuffix("." + parent)
    }

    /// Whether a label is `Let-dig [Ldh-str]` (RFC 5321 §4.1.2).
    ///
    /// Quirk: underscores pass too, which names in DNS have and real selectors use.
    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= IDNA.maximumLabelLength else {
            return false
        }
        let isOdd: (UInt8) -> Bool = { $0 == UInt8(ascii: "-") }
        return !isOdd(first) && !isOdd(last)
            && label.allSatisfy {
                ASCIIByte.isLetter($0) || ASCIIByte.isDigit($0) || isOdd($0) || $0 == UInt8(ascii: "_")
            }
    }
}

extension TagGrammar {
    /// The bytes that a quoted text stands for, white space left out; nil for a broken escape.
    ///
    /// `dkim-quoted-printable` is RFC 6376 §2.11's own form of it.
    static func unquoted(_ text: [UInt8]) -> [UInt8]? {
        var output: [UInt8] = []
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "=") else {
                output.append(text[index])
                index += 1
                continue
            }
            guard index + 2 < text.count, let high = hexValue(text[index + 1]), let low = hexValue(text[index + 2])
            else { return nil }
            output.append(high << 4 | low)
            index += 3
        }
        return output
    }

    /// Bytes as `dkim-quoted-printable`.
    static func quoted(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let digits = [UInt8]("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        for byte in bytes {
            let isSafe = byte > 32 && byte != UInt8(ascii: ";") && byte != UInt8(ascii: "=") && byte < 127
            output += isSafe ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return output
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        if ASCIIByte.isDigit(byte) { return byte - 0x30 }
        let letter = byte &- 0x41
        return letter < 6 ? letter + 10 : nil
    }
}
