/// Searches content for a dot that begins a line, 64 bytes at a time.
///
/// Plain 64-bit arithmetic on lanes, which the compiler turns into vector instructions; lanes of bytes it does not.
enum LineDotScan {
    private typealias Lanes = SIMD8<UInt64>
    private static let width = 64

    /// Index of the first dot behind a line feed, both within `start..<end` with the line feed at `start` or later.
    static func first(in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        precondition(start >= 0 && end <= bytes.count)
        let dot = Lanes(repeating: 0x2E2E_2E2E_2E2E_2E2E)
        let lineFeed = Lanes(repeating: 0x0A0A_0A0A_0A0A_0A0A)
        let low = Lanes(repeating: 0x7F7F_7F7F_7F7F_7F7F)
        var index = start
        while index &+ width < end {
            // A zero byte stands where a line feed is followed by a dot; only there the top bit stays clear.
            let pairs = (lanes(bytes, index) ^ lineFeed) | (lanes(bytes, index &+ 1) ^ dot)
            let marks = ((pairs & low) &+ low) | pairs | low
            let all =
                (marks[0] & marks[1] & marks[2] & marks[3]) & (marks[4] & marks[5] & marks[6] & marks[7])
            if all != .max { break }
            index &+= width
        }
        while index &+ 1 < end {
            if bytes[index] == UInt8(ascii: "\n"), bytes[index &+ 1] == UInt8(ascii: ".") { return index &+ 1 }
            index &+= 1
        }
        return nil
    }

    @inline(__always)
    private static func lanes(_ bytes: Span<UInt8>, _ index: Int) -> Lanes {
        // Safe: the caller checks that index + 65 stays inside the span.
        unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: Lanes.self)
    }
}
