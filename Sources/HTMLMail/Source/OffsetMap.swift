/// Leads from a byte of the scanned source back to the byte of the source itself.
struct OffsetMap {
    /// Behind each replaced template tag: the offset on both sides.
    private var marks: [(output: Int, source: Int)] = [(0, 0)]

    mutating func append(output: Int, source: Int) {
        marks.append((output, source))
    }

    /// The source's offset; for a byte inside of a replaced tag, one before the tag's end.
    func source(of output: Int) -> Int {
        var low = 0
        var high = marks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if marks[middle].output <= output { low = middle } else { high = middle }
        }
        let mapped = output - marks[low].output + marks[low].source
        guard low + 1 < marks.count else { return mapped }
        return min(mapped, marks[low + 1].source)
    }

    func source(of range: Range<Int>) -> Range<Int> {
        let start = source(of: range.lowerBound)
        return start..<max(start, source(of: range.upperBound))
    }
}
