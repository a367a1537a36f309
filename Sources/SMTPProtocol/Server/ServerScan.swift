/// Searches over what a client sends, and the one way of keeping some of it.
///
/// Loads are unaligned and stay inside the span: the tail that fills no whole vector is searched byte by byte.
enum ServerScan {
    private typealias Block = SIMD32<UInt8>
    private static let width = 32

    /// Index of the first LF at `start` or behind it; nil when there is none.
    static func lineFeed(in span: Span<UInt8>, from start: Int) -> Int? {
        precondition(start >= 0)
        let feed = Block(repeating: 0x0A)
        var index = start
        while index &+ width <= span.count {
            let lane = firstLane(block(span, index) .== feed)
            if lane < width { return index &+ lane }
            index &+= width
        }
        while index < span.count {
            if span[index] == 0x0A { return index }
            index &+= 1
        }
        return nil
    }

    /// Index of the first LF with a dot behind it, at `start` or later; nil when there is none.
    static func lineFeedAndDot(in span: Span<UInt8>, from start: Int) -> Int? {
        precondition(start >= 0)
        let feed = Block(repeating: 0x0A)
        let dot = Block(repeating: 0x2E)
        var index = start
        while index &+ width &+ 1 <= span.count {
            let lane = firstLane((block(span, index) .== feed) .& (block(span, index &+ 1) .== dot))
            if lane < width { return index &+ lane }
            index &+= width
        }
        while index &+ 1 < span.count {
            if span[index] == 0x0A, span[index &+ 1] == 0x2E { return index }
            index &+= 1
        }
        return nil
    }

    /// Whether the bytes at `start` are `word`, letter case ignored; `word` is small.
    static func matches(_ span: Span<UInt8>, at start: Int, _ word: StaticString) -> Bool {
        guard start + word.utf8CodeUnitCount <= span.count else { return false }
        // A StaticString's storage lives as long as the program.
        let letters = unsafe UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        for offset in 0..<word.utf8CodeUnitCount {
            let byte = span[start + offset]
            let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
            guard unsafe small == letters[offset] else { return false }
        }
        return true
    }

    /// Appends bytes to an array.
    static func append(_ bytes: Span<UInt8>, to array: inout [UInt8]) {
        // The bytes are only read, and only inside the call.
        unsafe bytes.withUnsafeBufferPointer { unsafe array.append(contentsOf: $0) }
    }

    @inline(__always)
    private static func block(_ span: Span<UInt8>, _ index: Int) -> Block {
        // Safe: the callers check that index + 32 stays inside the span.
        unsafe span.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: Block.self)
    }

    /// The first true lane, or 32: the standard library has no move-mask, so four words of `00` and `FF` bytes serve.
    @inline(__always)
    private static func firstLane(_ mask: SIMDMask<SIMD32<Int8>>) -> Int {
        // Safe: both types are 32 plain bytes.
        let words = unsafe unsafeBitCast(mask, to: SIMD4<UInt64>.self)
        guard (words[0] | words[1]) | (words[2] | words[3]) != 0 else { return width }
        for index in 0..<4 where words[index] != 0 {
            return index &* 8 &+ words[index].littleEndian.trailingZeroBitCount >> 3
        }
        return width
    }
}
