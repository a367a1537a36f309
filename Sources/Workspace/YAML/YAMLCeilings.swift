/// What a configuration file may not have, found before a parser looks at it.
///
/// The parser builds nested values by recursion and compares keys by walking through them, so a hostile file could
/// exhaust the stack with brackets, or the time with aliases of aliases. This looks at single lines only, and so errs on
/// the strict side for texts that no configuration has.
struct YAMLCeilings {
    /// Largest file in bytes; 1 MiB.
    static let maximumBytes = 1 << 20
    /// Values within values at most.
    static let maximumDepth = 24
    /// Spaces and dashes before the first word of a line at most.
    private static let maximumIndentation = 200
    /// Brackets open at once at most.
    private static let maximumBrackets = 64
    /// Words like `*name` outside of comments at most; with so few, aliases of aliases stay small.
    private static let maximumAliases = 16

    private var brackets = 0
    private var aliases = 0

    /// The first place at which a ceiling is passed, and what it is.
    static func firstBreach(_ text: YAMLText) -> (place: SourcePlace, problem: String, remedy: String)? {
        var ceilings = YAMLCeilings()
        for (number, line) in text.lines.enumerated() {
            guard let (column, problem, remedy) = ceilings.breach(line) else { continue }
            return (SourcePlace(line: number + 1, column: column + 1), problem, remedy)
        }
        return nil
    }

    private mutating func breach(_ line: [Unicode.Scalar]) -> (column: Int, problem: String, remedy: String)? {
        let start = line.firstIndex { !" \t-?:".unicodeScalars.contains($0) } ?? line.count
        if start > Self.maximumIndentation {
            return (0, "the line is indented by more than \(Self.maximumIndentation) places", "nest fewer values")
        }
        if start < line.count, line[start] == "#" { return nil }
        var previous: Unicode.Scalar = " "
        for (column, scalar) in line.enumerated() {
            switch scalar {
            case "[", "{":
                brackets += 1
                if brackets > Self.maximumBrackets {
                    return (column, "more than \(Self.maximumBrackets) brackets are open", "nest fewer values")
                }
            case "]", "}": brackets = max(0, brackets - 1)
            case "*" where column + 1 < line.count && Self.isWord(line[column + 1]) && !Self.isWord(previous):
                aliases += 1
                if aliases > Self.maximumAliases {
                    return (
                        column, "more than \(Self.maximumAliases) words begin with `*`",
                        "write values out: aliases are not read here"
                    )
                }
            default: break
            }
            previous = scalar
        }
        return nil
    }

    /// What the name of an alias may have.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "-" || ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
            || ("A"..."Z").contains(scalar)
    }
}
