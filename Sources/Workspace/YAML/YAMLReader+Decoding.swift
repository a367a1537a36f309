extension YAMLReader {
    /// The text of a file, which must be UTF-8 without characters that YAML forbids.
    static func decoded(_ bytes: [UInt8], _ faults: FaultList) -> String? {
        var bytes = bytes[...]
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            faults.report(.syntax, at: nil, "", "the file is written in UTF-16", "save it as UTF-8")
            return nil
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            faults.report(
                .syntax,
                at: place(ofBadByteIn: bytes),
                "",
                "these bytes are no UTF-8",
                "save the file as UTF-8"
            )
            return nil
        }
        let lines = YAMLText(text)
        for (number, line) in lines.lines.enumerated() {
            guard let column = line.firstIndex(where: isForbidden) else { continue }
            let code = String(line[column].value, radix: 16, uppercase: true)
            faults.report(
                .syntax,
                at: SourcePlace(line: number + 1, column: column + 1),
                "",
                "a character that no text has (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)) stands here",
                "take it out"
            )
            return nil
        }
        return text
    }

    /// What YAML calls not printable (YAML 1.1 §5.1), and the marks that would show one text and mean another.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0xFEFF: true
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Where the first byte is that cannot be part of UTF-8.
    private static func place(ofBadByteIn bytes: ArraySlice<UInt8>) -> SourcePlace {
        var place = SourcePlace(line: 1, column: 1)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" {
                place = SourcePlace(line: place.line + 1, column: 1)
            } else {
                place.column += 1
            }
        }
        return place
    }
}
