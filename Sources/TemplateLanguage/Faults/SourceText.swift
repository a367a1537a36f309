/// The bytes of one template, partial or data file, and the name they are known by.
package struct SourceText: Sendable {
    /// The name that faults show.
    let name: String
    /// The text, UTF-8.
    let bytes: [UInt8]

    /// A text and the name that faults show.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The line around a byte, indented by two, and a caret below it; two lines.
    package func excerpt(at offset: Int) -> String { fault(.syntax, at: offset, "").excerpt }

    /// A fault at a byte of this text.
    ///
    /// - Parameters:
    ///   - kind: what kind of fault.
    ///   - offset: the byte; one past the end is the end of the file.
    ///   - message: what is wrong.
    /// - Returns: the fault with line, column and excerpt.
    func fault(_ kind: TemplateFault.Kind, at offset: Int, _ message: String) -> TemplateFault {
        let offset = min(max(offset, 0), bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<offset where bytes[index] == ASCII.lineFeed {
            line += 1
            lineStart = index + 1
        }
        let column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return TemplateFault(
            kind: kind,
            message: message,
            file: name,
            line: line,
            column: column,
            excerpt: excerpt(lineStart: lineStart, offset: offset)
        )
    }

    /// The source line, indented by two, and a caret below the byte.
    private func excerpt(lineStart: Int, offset: Int) -> String {
        // Far lines are cut so that a minified template gives a readable message.
        var from = max(lineStart, offset - 60)
        while from < offset, bytes[from] & 0xC0 == 0x80 { from += 1 }
        var to = offset
        while to < bytes.count, to - offset < 60, !ASCII.isLineEnd(bytes[to]) { to += 1 }
        while to > offset, to < bytes.count, bytes[to] & 0xC0 == 0x80 { to -= 1 }
        var text = ""
        for scalar in String(decoding: bytes[from..<to], as: UTF8.self).unicodeScalars {
            text.unicodeScalars.append(Self.isShown(scalar) ? scalar : "\u{FFFD}")
        }
        var padding = ""
        for scalar in String(decoding: bytes[from..<offset], as: UTF8.self).unicodeScalars {
            padding += scalar == "\t" ? "\t" : String(repeating: " ", count: Self.width(of: scalar))
        }
        return "  " + text + "\n  " + padding + "^"
    }

    /// Whether a terminal may get this scalar: control and direction characters could rewrite what the person sees.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: scalar == "\t"
        case .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// Terminal cells of a scalar: two for East Asian wide ones, none for combining marks.
    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default:
            scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }

    /// The first byte that no template may hold: invalid UTF-8 or NUL; nil when the text is clean.
    func firstBadByte() -> (offset: Int, message: String)? {
        if let offset = UTF8Check.firstInvalidByte(in: bytes.span) {
            return (offset, "the bytes here are not UTF-8; save the file as UTF-8")
        }
        if let offset = bytes.firstIndex(of: 0) {
            return (offset, "a NUL character has no place in a text")
        }
        return nil
    }
}
