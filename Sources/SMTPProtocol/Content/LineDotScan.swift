/// Searches content for a dot that begins a line, 32 bytes at a time.
enum LineDotScan {
    private typealias Block = SIMD32<UInt8>
    private static let width = 32

    /// Index of the first dot behind a line feed, both within `start..<end` with the line feed at `start` or later.
    static func first(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        precondition(start >= 0 && end <= bytes.count)
        let dot = Block(repeating: UInt8(ascii: "."))
        let lineFeed = Block(repeating: UInt8(ascii: "\n"))
        var index = start
        while index &+ width < end {
            // A zero byte stands where a line feed is followed by a dot.
            let pairs = (block(bytes, index) ^ lineFeed) | (block(bytes, index &+ 1) ^ dot)
            if hasZero(pairs) { break }
            index &+= width
        }
        while index &+ 1 < end {
            if bytes[index] == UInt8(ascii: "\n"), bytes[index &+ 1] == UInt8(ascii: ".") { return index &+ 1 }
            index &+= 1
        }
        return nil
    }

    @inline(__always)
    private static func hasZero(_ block: Block) -> Bool {
        // Safe: both types are 32 plain bytes.
        let words = unsafe unsafeBitCast(block, to: SIMD4<UInt64>.self)
        let low = SIMD4<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
        // The top bit of each byte stays clear exactly where the byte is zero.
        let marks = ((words & low) &+ low) | words | low
        return (marks[0] & marks[1] & marks[2] & marks[3]) != .max
    }

    @inline(__always)
    private static func block(_ bytes: Span<UInt8>, _ index: Int) -> Block {
        // Safe: the caller checks that index + 33 stays inside the span.
        unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: Block.self)
    }
}
