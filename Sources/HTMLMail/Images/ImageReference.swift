/// A picture (or another file) that a mail's HTML names, and where it does.
package struct ImageReference: Hashable, Sendable {
    /// What is named.
    package enum Target: Hashable, Sendable {
        /// A file by a relative name, decoded, without a folder `assets/` in front of it.
        case file(String)
        /// A part of the message by its content id (RFC 2392).
        case part(String)
        /// A relative name or a content id that differs from row to row.
        case changing(String)
    }

    /// What is named.
    package let target: Target
    /// The bytes of the source that name it.
    package let range: Range<Int>
    /// Where they stand.
    package let place: SourcePlace

    /// All references of a template or of rendered HTML that do not lead elsewhere (`https:`, `data:`, `/path`, `#name`),
    /// in the order of the source.
    ///
    /// Looked at are `src`, `background` and `poster` of any element that is no frame or script, `url(…)` in `style`
    /// attributes and `<style>`, and the same within conditional comments, where Outlook's own elements stand.
    package static func all(in html: [UInt8]) -> [ImageReference] {
        var scanner = ReferenceScanner(html)
        scanner.scan()
        let lines = LineIndex(html)
        return scanner.found.compactMap { value in
            guard let target = Target(html[value.range], isChanging: value.isChanging) else { return nil }
            return ImageReference(target: target, range: value.range, place: lines.place(of: value.range.lowerBound))
        }
    }

    /// A source with other bytes in the places of some ranges, which must be in order and apart.
    package static func replaced(_ source: [UInt8], _ replacements: [(range: Range<Int>, bytes: [UInt8])]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(source.count + replacements.reduce(0) { $0 + $1.bytes.count })
        var position = 0
        for replacement in replacements {
            result += source[position..<replacement.range.lowerBound]
            result += replacement.bytes
            position = replacement.range.upperBound
        }
        return result + source[position...]
    }
}

extension ImageReference.Target {
    /// What a reference names; nil when it leads elsewhere.
    ///
    /// - Parameters:
    ///   - text: the reference as the source has it.
    ///   - isChanging: whether a template's value stands in it.
    init?(_ text: ArraySlice<UInt8>, isChanging: Bool) {
        let text = text.trimmed
        guard let first = text.first, first != ASCII.slash, first != ASCII.hash, first != ASCII.question else {
            return nil
        }
        if let colon = text.firstIndex(of: ASCII.colon), Self.isScheme(text[..<colon]) {
            guard text[..<colon].equalsIgnoringCase("cid") else { return nil }
            let name = String(decoding: Self.decoded(text[(colon + 1)...]), as: UTF8.self)
            self = isChanging ? .changing("cid:" + name) : .part(name)
            return
        }
        guard !isChanging else {
            // `{{photo_url}}`: the data has the whole address.
            if first == ASCII.leftBrace { return nil }
            self = .changing(String(decoding: text, as: UTF8.self))
            return
        }
        let path = text.prefix { $0 != ASCII.question && $0 != ASCII.hash }
        var name = Self.decoded(path)[...]
        while name.starts(with: "./".utf8) { name = name.dropFirst(2) }
        if name.starts(with: "assets/".utf8) { name = name.dropFirst(7) }
        self = .file(String(decoding: name, as: UTF8.self))
    }

    // RFC 3986 §3.1: scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." )
    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, ASCII.isLetter(first) else { return false }
        return bytes.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.plus || $0 == ASCII.hyphen || $0 == ASCII.period
        }
    }

    /// Without percent-encoding and `&amp;`.
    private static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.first {
            if byte == UInt8(ascii: "%"), let value = UInt8(hexDigits: rest.dropFirst().prefix(2)) {
                result.append(value)
                rest = rest.dropFirst(3)
            } else {
                result.append(byte)
                rest = rest.dropFirst(byte == ASCII.ampersand && rest.starts(with: "&amp;".utf8) ? 5 : 1)
            }
        }
        return result
    }
}

extension UInt8 {
    /// The value of two hexadecimal digits.
    fileprivate init?(hexDigits: ArraySlice<UInt8>) {
        guard hexDigits.count == 2 else { return nil }
        var value: UInt8 = 0
        for byte in hexDigits {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt8(digit)
        }
        self = value
    }
}
