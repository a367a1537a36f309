/// The lines of a text, with the margins, marks and quote signs before them.
struct TextLines {
    /// What stands before the lines of a block.
    private struct Prefix {
        /// Before the first line, once.
        var first: [UInt8]?
        var rest: [UInt8]
    }

    private(set) var lines: [[UInt8]] = []
    private var prefixes: [Prefix] = []
    /// Empty lines that the next line wants before it.
    private var margin = 0
    /// How many prefixes those lines have: an empty line between two blocks belongs to neither.
    private var marginDepth = 0
    /// Empty lines that are there already; at the very beginning none are wanted.
    private var emptyLines = 2

    /// Columns that the prefixes take.
    var indentation: Int { prefixes.reduce(0) { $0 + DisplayWidth.width(of: $1.rest) } }

    mutating func push(first: [UInt8]? = nil, rest: [UInt8]) {
        prefixes.append(Prefix(first: first, rest: rest))
    }

    mutating func pop() {
        // An empty item still shows its mark.
        if let first = prefixes.last?.first, !first.isEmpty { append([]) }
        prefixes.removeLast()
        marginDepth = min(marginDepth, prefixes.count)
    }

    /// Asks for `count` empty lines before what comes.
    mutating func separate(by count: Int) {
        guard count > 0 else { return }
        marginDepth = margin == 0 ? prefixes.count : min(marginDepth, prefixes.count)
        margin = max(margin, count)
    }

    mutating func append(_ line: [UInt8]) {
        appendMargin()
        write(prefix(isFirst: true) + line)
        emptyLines = 0
    }

    /// A template tag on a line of its own; the margins around it are those that stay when the line is gone.
    mutating func append(tag: [UInt8]) {
        appendMargin()
        write(prefix(isFirst: false) + tag)
    }

    private mutating func appendMargin() {
        while emptyLines < margin {
            write(prefixes[..<marginDepth].flatMap(\.rest))
            emptyLines += 1
        }
        margin = 0
    }

    private mutating func prefix(isFirst: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in prefixes.indices {
            if isFirst, let first = prefixes[index].first {
                bytes += first
                prefixes[index].first = nil
            } else {
                bytes += prefixes[index].rest
            }
        }
        return bytes
    }

    private mutating func write(_ line: [UInt8]) {
        var end = line.count
        while end > 0, line[end - 1] == ASCII.space { end -= 1 }
        lines.append(Array(line[..<end]))
    }
}
