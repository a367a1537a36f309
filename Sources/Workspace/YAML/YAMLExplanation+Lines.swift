extension YAMLExplanation {
    /// Where a tab stands in the indentation of a line, or begins a value.
    func tab(line: Int) -> SourcePlace? {
        let scalars = text.line(line)
        let start = scalars.firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
        return scalars[..<start].firstIndex(of: "\t").map { SourcePlace(line: line, column: $0 + 1) }
    }

    /// Where `{{` stands outside of quotes and comments.
    func braces(line: Int) -> SourcePlace? {
        let scalars = text.line(line)
        var quote: Unicode.Scalar?
        for (column, scalar) in scalars.enumerated() {
            let previous = column > 0 ? scalars[column - 1] : " "
            if let open = quote {
                if scalar == open, previous != "\\" || open == "'" { quote = nil }
            } else if scalar == "\"" || scalar == "'", " [{,:".unicodeScalars.contains(previous) {
                quote = scalar
            } else if scalar == "#", previous == " " || previous == "\t" {
                return nil
            } else if scalar == "{", column + 1 < scalars.count, scalars[column + 1] == "{" {
                return SourcePlace(line: line, column: column + 1)
            }
        }
        return nil
    }

    /// Where text goes on after a quoted value, such as in `from: "Ann" <ann@example.com>`.
    func textAfterQuote(line: Int) -> SourcePlace? {
        let scalars = text.line(line)
        guard let (open, close) = quotedValue(scalars) else { return nil }
        let next = scalars[(close + 1)...].firstIndex { $0 != " " }
        guard let next, !",]}#:".unicodeScalars.contains(scalars[next]), open < close else { return nil }
        return SourcePlace(line: line, column: next + 1)
    }

    /// What to write instead of a value with braces.
    func quoteRemedy(_ line: Int) -> String {
        let scalars = text.line(line)
        guard !mayHoldSecret(scalars) else { return "put the value in quotes" }
        guard let braces = braces(line: line).map({ $0.column - 1 }) else { return "put the value in quotes" }
        let start = scalars[..<braces].lastIndex { " [{,".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
        var end = braces
        var depth = 0
        while end < scalars.count {
            if scalars[end] == "{" { depth += 1 }
            if scalars[end] == "}" { depth -= 1 }
            if depth < 0 || depth == 0 && " ,]".unicodeScalars.contains(scalars[end]) { break }
            end += 1
        }
        let value = scalars[start..<end].map { String(Character($0)) }.joined()
        return "put the value in quotes: `\"\(value)\"`"
    }

    /// What to write instead of a value of which only the beginning is quoted.
    func quoteAllRemedy(_ line: Int) -> String {
        let scalars = text.line(line)
        guard !mayHoldSecret(scalars), let (open, _) = quotedValue(scalars) else {
            return "put the whole value in quotes"
        }
        let value = scalars[open...].map { String(Character($0)) }.joined().trimmed
        guard !value.contains("'") else { return "put the whole value in quotes" }
        return "put the whole value in quotes: `'\(value)'`"
    }

    /// Whether a line may hold a password, which no message shows.
    private func mayHoldSecret(_ scalars: [Unicode.Scalar]) -> Bool {
        let line = scalars.map { String(Character($0)) }.joined().lowercased()
        return ["pass", "secret", "token:", "key:"].contains { line.contains($0) }
    }

    /// The quotes around the first quoted value of a line.
    private func quotedValue(_ scalars: [Unicode.Scalar]) -> (open: Int, close: Int)? {
        for column in scalars.indices.dropFirst() where scalars[column] == "\"" || scalars[column] == "'" {
            guard scalars[column - 1] == " ", scalars[..<column].contains(where: { $0 == ":" || $0 == "-" }) else {
                continue
            }
            guard let close = scalars[(column + 1)...].firstIndex(of: scalars[column]) else { return nil }
            return (column, close)
        }
        return nil
    }
}
