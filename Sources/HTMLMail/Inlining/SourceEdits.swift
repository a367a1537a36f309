/// Changes to a source, gathered in any order and made at once.
struct SourceEdits {
    private struct Edit {
        let range: Range<Int>
        let replacement: [UInt8]
    }

    private var edits: [Edit] = []

    mutating func insert(_ bytes: [UInt8], at offset: Int) {
        edits.append(Edit(range: offset..<offset, replacement: bytes))
    }

    mutating func remove(_ range: Range<Int>) {
        edits.append(Edit(range: range, replacement: []))
    }

    mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        edits.append(Edit(range: range, replacement: bytes))
    }

    /// The source with all changes; of changes that overlap, the first counts.
    func applied(to source: [UInt8]) -> [UInt8] {
        guard !edits.isEmpty else { return source }
        var result: [UInt8] = []
        result.reserveCapacity(source.count + edits.reduce(0) { $0 + $1.replacement.count })
        var position = 0
        let inOrder = edits.indices.sorted {
            (edits[$0].range.lowerBound, edits[$0].range.upperBound, $0)
                < (edits[$1].range.lowerBound, edits[$1].range.upperBound, $1)
        }
        for index in inOrder {
            let edit = edits[index]
            guard edit.range.lowerBound >= position, edit.range.upperBound <= source.count else { continue }
            result += source[position..<edit.range.lowerBound] + edit.replacement
            position = edit.range.upperBound
        }
        return result + source[position...]
    }
}
