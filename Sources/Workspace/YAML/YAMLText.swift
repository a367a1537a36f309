/// The text of a configuration file, and its lines as YAML counts them.
struct YAMLText {
    /// The lines as scalars, without their ends.
    private(set) var lines: [[Unicode.Scalar]] = []

    init(_ text: String) {
        var line: [Unicode.Scalar] = []
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\n", isAfterReturn {
                isAfterReturn = false
                continue
            }
            isAfterReturn = scalar == "\r"
            guard Self.isLineEnd(scalar) else {
                line.append(scalar)
                continue
            }
            lines.append(line)
            line = []
        }
        lines.append(line)
    }

    /// LF, CR, NEL, LS, PS: libyaml counts a line at each.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// A line by its number from 1; empty where there is none.
    func line(_ number: Int) -> [Unicode.Scalar] {
        lines.indices.contains(number - 1) ? lines[number - 1] : []
    }

    /// What stands at a place; nil at the end of a line.
    func scalar(at place: SourcePlace) -> Unicode.Scalar? {
        let line = line(place.line)
        return line.indices.contains(place.column - 1) ? line[place.column - 1] : nil
    }

    /// Changes one scalar.
    mutating func replace(at place: SourcePlace, with scalar: Unicode.Scalar) {
        guard self.scalar(at: place) != nil else { return }
        lines[place.line - 1][place.column - 1] = scalar
    }

    /// The whole text, its lines parted by LF.
    var joined: String {
        var scalars = String.UnicodeScalarView()
        for (number, line) in lines.enumerated() {
            if number > 0 { scalars.append("\n") }
            scalars.append(contentsOf: line)
        }
        return String(scalars)
    }
}
