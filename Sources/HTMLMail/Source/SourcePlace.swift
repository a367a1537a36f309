/// A place in a source text.
package struct SourcePlace: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// From 1, in UTF-8 characters; the bytes of a broken sequence count one each.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Where the lines of a source begin, so that many places can be named cheaply.
struct LineIndex {
    private let source: [UInt8]
    private let starts: [Int]

    init(_ source: [UInt8]) {
        self.source = source
        var starts = [0]
        for (index, byte) in source.enumerated() where byte == ASCII.lineFeed {
            starts.append(index + 1)
        }
        self.starts = starts
    }

    /// The place of a byte.
    func place(of offset: Int) -> SourcePlace {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let end = min(offset, source.count)
        var column = 1
        for index in starts[low]..<max(starts[low], end) where source[index] & 0xC0 != 0x80 {
            column += 1
        }
        return SourcePlace(line: low + 1, column: column)
    }
}
