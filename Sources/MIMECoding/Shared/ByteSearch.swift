/// Vectorised searches over message bytes: the scans that the structure pass spends its time in.
///
/// Loads are unaligned and stay inside the span: the tail that fills no whole vector is searched byte by byte.
enum ByteSearch {
    private typealias Block = SIMD32<UInt8>
    private static let width = 32

    /// Index of the first `byte` in `range`; nil when there is none.
    static func first(_ byte: UInt8, in span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
        let wanted = Block(repeating: byte)
        var index = range.lowerBound
        while index &+ width <= range.upperBound {
            let lane = firstLane(block(span, index) .== wanted)
            if lane < width { return index &+ lane }
            index &+= width
        }
        while index < range.upperBound {
            if span[index] == byte { return index }
            index &+= 1
        }
        return nil
    }

    /// Index of the first CR or LF in `range`; nil when there is none.
    static func firstLineEnd(in span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
        let lineFeed = Block(repeating: ASCII.lineFeed)
        let carriageReturn = Block(repeating: ASCII.carriageReturn)
        var index = range.lowerBound
        while index &+ width <= range.upperBound {
            let bytes = block(span, index)
            let lane = firstLane((bytes .== lineFeed) .| (bytes .== carriageReturn))
            if lane < width { return index &+ lane }
            index &+= width
        }
        while index < range.upperBound {
            if ASCII.isLineEnd(span[index]) { return index }
            index &+= 1
        }
        return nil
    }

    /// Index of the first `--` in `range` that stands at the start of a line.
    ///
    /// The byte before `range` counts as what precedes it; the start of the span counts as the start of a line.
    static func firstDelimiterCandidate(in span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
        let hyphen = Block(repeating: ASCII.hyphen)
        var index = range.lowerBound
        while index &+ 1 < range.upperBound {
            while index &+ width &+ 1 <= range.upperBound {
                let lane = firstLane((block(span, index) .== hyphen) .& (block(span, index &+ 1) .== hyphen))
                index &+= lane
                if lane < width { break }
            }
            // A pair, or the last bytes: looked at one by one up to the end of the run of hyphens.
            guard index &+ 1 < range.upperBound else { return nil }
            if span[index] == ASCII.hyphen, span[index &+ 1] == ASCII.hyphen {
                if index == 0 || ASCII.isLineEnd(span[index &- 1]) { return index }
                while index < range.upperBound, span[index] == ASCII.hyphen { index &+= 1 }
            } else {
                index &+= 1
            }
        }
        return nil
    }

    /// Whether all bytes of `range` are ASCII, and none is an escape: text that nearly every charset reads alike.
    static func isPlainASCII(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
        let limit = Block(repeating: 0x80)
        let escape = Block(repeating: ASCII.escape)
        var index = range.lowerBound
        while index &+ width <= range.upperBound {
            let bytes = block(span, index)
            if firstLane((bytes .>= limit) .| (bytes .== escape)) < width { return false }
            index &+= width
        }
        while index < range.upperBound {
            if span[index] >= 0x80 || span[index] == ASCII.escape { return false }
            index &+= 1
        }
        return true
    }

    @inline(__always)
    private static func block(_ span: Span<UInt8>, _ index: Int) -> Block {
        // Safe: all callers check that index + 32 stays inside the range, and that the range stays inside the span.
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
