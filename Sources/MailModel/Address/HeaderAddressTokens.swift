/// A token of an address list.
struct HeaderAddressToken {
    enum Kind: Equatable {
        /// A run of text without special characters.
        case atom
        /// A quoted string; the content, unescaped.
        case quoted
        /// A comment; the content, unescaped, inner parentheses kept.
        case comment
        /// A domain literal with its brackets.
        case literal
        /// One of `< > , ; : @ .`
        case special(UInt8)
    }

    var kind: Kind
    /// The content.
    var text: [UInt8]
    /// Whether white space stood before it.
    var hasSpaceBefore: Bool
}

/// Cuts an address list into tokens (RFC 5322 §3.2), and never fails.
struct HeaderAddressTokens {
    private let bytes: [UInt8]
    private var index = 0
    /// What was wrong.
    private(set) var defects: [HeaderAddressList.Defect] = []

    /// Deepest nesting of comments that is followed.
    private static let maximumCommentDepth = 64

    init(_ value: ArraySlice<UInt8>) {
        bytes = Array(String(decoding: value, as: UTF8.self).utf8)
    }

    /// Reads all tokens.
    mutating func read() -> [HeaderAddressToken] {
        var tokens: [HeaderAddressToken] = []
        var hasSpace = false
        while index < bytes.count {
            let byte = bytes[index]
            if Self.isSpace(byte) {
                hasSpace = true
                index += 1
                continue
            }
            if let token = token(byte, hasSpace) { tokens.append(token) }
            hasSpace = false
        }
        return tokens
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func token(_ byte: UInt8, _ hasSpace: Bool) -> HeaderAddressToken? {
        switch byte {
        case UInt8(ascii: "\""): return quoted(hasSpace)
        case UInt8(ascii: "("): return comment(hasSpace)
        case UInt8(ascii: "["): return literal(hasSpace)
        case UInt8(ascii: ")"):
            defects.append(.unbalancedComment)
            index += 1
            return nil
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "@"), UInt8(ascii: "."):
            index += 1
            return HeaderAddressToken(kind: .special(byte), text: [byte], hasSpaceBefore: hasSpace)
        default: return atom(hasSpace)
        }
    }

    private mutating func atom(_ hasSpace: Bool) -> HeaderAddressToken? {
        let start = index
        // `=?…?=` may hold specials that only RFC 2047 forbids there: an encoded word is one atom.
        if let end = encodedWordEnd() { index = end }
        while index < bytes.count, !Self.isSpace(bytes[index]), !Self.isDelimiter(bytes[index]) {
            if AddressBytes.isControl(bytes[index]) { defects.append(.control) }
            index += 1
        }
        if index == start { index += 1 }
        let text = bytes[start..<index].filter { !AddressBytes.isControl($0) }
        return text.isEmpty ? nil : HeaderAddressToken(kind: .atom, text: text, hasSpaceBefore: hasSpace)
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "@"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The end of an encoded word that begins here: `=?charset?encoding?text?=`.
    private func encodedWordEnd() -> Int? {
        guard bytes[index...].starts(with: "=?".utf8) else { return nil }
        var marks = 0
        var place = index + 2
        while place < bytes.count, place - index <= 998, !Self.isSpace(bytes[place]) {
            if bytes[place] == UInt8(ascii: "?") {
                marks += 1
                if marks >= 3, place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "=") { return place + 2 }
            }
            place += 1
        }
        return nil
    }

    private mutating func quoted(_ hasSpace: Bool) -> HeaderAddressToken {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                return HeaderAddressToken(kind: .quoted, text: text, hasSpaceBefore: hasSpace)
            }
            takeContent(byte, into: &text)
        }
        defects.append(.openQuote)
        return HeaderAddressToken(kind: .quoted, text: text, hasSpaceBefore: hasSpace)
    }

    private mutating func comment(_ hasSpace: Bool) -> HeaderAddressToken {
        index += 1
        var text: [UInt8] = []
        var depth = 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "(") { depth = min(depth + 1, Self.maximumCommentDepth) }
            if byte == UInt8(ascii: ")") { depth -= 1 }
            if depth == 0 { return HeaderAddressToken(kind: .comment, text: text, hasSpaceBefore: hasSpace) }
            takeContent(byte, into: &text)
        }
        defects.append(.unbalancedComment)
        return HeaderAddressToken(kind: .comment, text: text, hasSpaceBefore: hasSpace)
    }

    private mutating func literal(_ hasSpace: Bool) -> HeaderAddressToken {
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if !Self.isSpace(byte) { takeContent(byte, into: &text) }
            if byte == UInt8(ascii: "]") { break }
            guard text.count <= 255 else { break }
        }
        if text.last != UInt8(ascii: "]") { defects.append(.badAddress) }
        return HeaderAddressToken(kind: .literal, text: text, hasSpaceBefore: hasSpace)
    }

    /// One byte of a quoted string, comment or literal: escapes taken away, folds undone, control characters dropped.
    private mutating func takeContent(_ byte: UInt8, into text: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\\") where index < bytes.count:
            if AddressBytes.isControl(bytes[index]) {
                defects.append(.control)
            } else {
                text.append(bytes[index])
            }
            index += 1
        case 0x0D, 0x0A: break
        case 0x09: text.append(0x20)
        case let control where AddressBytes.isControl(control): defects.append(.control)
        default: text.append(byte)
        }
    }
}
