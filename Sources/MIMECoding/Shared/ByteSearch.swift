/// Vectorised searches over message bytes: the two scans that the structure pass spends its time in.
///
/// Loads are unaligned and stay inside the span: the tail that fills no whole vector is searched byte by byte.
enum ByteSearch {
    private static let width = 32

    /// Index of the first `byte` in `range`; nil when there is none.
    static func first(_ byte: UInt8, in span: Span<UInt8>, _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= span.count)
        let wanted = SIMD32<UInt8>(repeating: byte)
        let raw = unsafe span.bytes
        var index = range.lowerBound
        while index &+ width <= range.upperBound {
            // Safe: index + 32 ≤ upperBound ≤ count, checked above.
            let block = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD32<UInt8>.self)
            if any(block .== wanted) { break }
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
        let lineFeed = SIMD32<UInt8>(repeating: ASCII.lineFeed)
        let carriageReturn = SIMD32<UInt8>(repeating: ASCII.carriageReturn)
        let raw = unsafe span.bytes
        var index = range.lowerBound
        while index &+ width <= range.upperBound {
            // Safe: index + 32 ≤ upperBound ≤ count, checked above.
            let block = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD32<UInt8>.self)
            if any((block .== lineFeed) .| (block .== carriageReturn)) { break }
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
        let hyphen = SIMD32<UInt8>(repeating: ASCII.hyphen)
        let raw = unsafe span.bytes
        var index = range.lowerBound
        while index &+ 1 < range.upperBound {
            while index &+ width &+ 1 <= range.upperBound {
                // Safe: the second load ends at index + 33 ≤ upperBound ≤ count, checked above.
                let here = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD32<UInt8>.self)
                let next = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index &+ 1, as: SIMD32<UInt8>.self)
                if any((here .== hyphen) .& (next .== hyphen)) { break }
                index &+= width
            }
            let stop = min(index &+ width, range.upperBound &- 1)
            while index < stop {
                if span[index] == ASCII.hyphen, span[index &+ 1] == ASCII.hyphen,
                    index == 0 || ASCII.isLineEnd(span[index &- 1])
                {
                    return index
                }
                index &+= 1
            }
        }
        return nil
    }
}
