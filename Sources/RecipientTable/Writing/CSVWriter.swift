/// Writes records as CSV by RFC 4180: fields are quoted where they must be, quotes doubled.
package struct CSVWriter: Sendable {
    /// Which fields are quoted.
    package enum Quoting: Sendable {
        /// Those that could not be read back otherwise.
        case whereNeeded
        /// All.
        case all
    }

    /// The delimiter, one character or more.
    private let delimiter: String
    /// The quote, an ASCII character.
    package var quote = UInt8(ascii: "\"")
    /// What ends a record.
    package var lineEnd = "\r\n"
    /// Which fields are quoted.
    package var quoting = Quoting.whereNeeded
    /// Whether a field that a spreadsheet would run as a formula gets a `'` before it.
    ///
    /// That is a field that begins with `=`, `+`, `-`, `@`, tab or CR and is no plain number. Such a file is for people
    /// with spreadsheets; reading it back gives the `'` too.
    package var guardsFormulas = false

    /// A writer that ends records with CRLF.
    ///
    /// - Parameter delimiter: Line ends and the quote cannot be one; a comma is written instead.
    package init(delimiter: String = ",") {
        self.delimiter = Self.isUsable(delimiter) ? delimiter : ","
    }

    private static func isUsable(_ delimiter: String) -> Bool {
        !delimiter.isEmpty && !delimiter.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "\"") }
    }

    /// Appends one record and its line end.
    ///
    /// - Parameters:
    ///   - record: The fields' content.
    ///   - output: Gets UTF-8.
    package func append(_ record: some Sequence<String>, to output: inout [UInt8]) {
        let start = output.count
        var count = 0
        for field in record {
            if count > 0 { output.append(contentsOf: delimiter.utf8) }
            append(field: field.utf8.span, to: &output)
            count += 1
        }
        // A record of one empty field would be a blank line, which is none.
        if count == 1, output.count == start { output.append(contentsOf: [quote, quote]) }
        output.append(contentsOf: lineEnd.utf8)
    }

    private func append(field: Span<UInt8>, to output: inout [UInt8]) {
        let isGuarded = guardsFormulas && Self.isFormula(field)
        let isQuoted = quoting == .all || needsQuotes(field)
        if isQuoted { output.append(quote) }
        if isGuarded { output.append(UInt8(ascii: "'")) }
        for index in field.indices {
            if isQuoted, field[index] == quote { output.append(quote) }
            output.append(field[index])
        }
        if isQuoted { output.append(quote) }
    }

    /// Line ends, quotes and the delimiter's bytes would be read as such; a byte order mark would be taken away.
    private func needsQuotes(_ field: Span<UInt8>) -> Bool {
        if field.count >= 3, field[0] == 0xEF, field[1] == 0xBB, field[2] == 0xBF { return true }
        guard let first = delimiter.utf8.first else { return false }
        for index in field.indices {
            let byte = field[index]
            if byte == quote || byte == 0x0A || byte == 0x0D || byte == first { return true }
        }
        return delimiter.utf8.count > 1 && delimiter.utf8.last.map { field.count > 0 && field[0] == $0 } == true
    }

    private static func isFormula(_ field: Span<UInt8>) -> Bool {
        guard field.count > 0 else { return false }
        switch field[0] {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            for index in 1..<max(1, field.count) {
                let byte = field[index]
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".") else { return true }
            }
            return field.count == 1
        default: return false
        }
    }
}
