/// What follows at one place of a byte string that ought to be UTF-8.
enum UTF8Step: Equatable {
    /// Valid up to the end.
    case complete
    /// A sequence that is cut off by the end of the bytes, right so far.
    case cut(at: Int)
    /// A sequence that is none; `length` bytes are to be replaced by one U+FFFD.
    case bad(at: Int, length: Int)
}

/// Checks UTF-8: runs of ASCII 32 bytes at a time, other sequences by the table of Unicode 15, section 3.9, D92.
package enum UTF8Scan {
    /// The first place in `bytes`, from `start`, that is not valid UTF-8.
    ///
    /// A bad sequence's length is its maximal subpart (Unicode 15, section 3.9, U+FFFD substitution of maximal
    /// subparts), which is what other decoders replace by one U+FFFD too.
    static func step(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> UTF8Step {
        let end = bytes.count
        var index = start
        while index < end {
            if unsafe bytes[index] < 0x80 {
                index = unsafe asciiEnd(bytes, from: index)
                guard index < end else { break }
            }
            let length = unsafe sequenceLength(bytes, at: index)
            guard length > 0 else { return unsafe problem(bytes, at: index) }
            index += length
        }
        return .complete
    }

    /// The end of the run of ASCII bytes that begins at `start`.
    @inline(__always)
    static func asciiEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        guard let base = bytes.baseAddress else { return start }
        let raw = unsafe UnsafeRawPointer(base)
        let end = bytes.count
        // Most runs in text of other scripts are a space or a comma: do not start wide.
        if index + 8 <= end {
            let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if word != 0 { return index + word.trailingZeroBitCount / 8 }
            index += 8
        }
        while index + 32 <= end {
            let first = unsafe raw.loadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
            guard (first[0] | first[1] | first[2] | first[3]) & 0x8080_8080_8080_8080 == 0 else { break }
            index += 32
        }
        while index + 8 <= end {
            let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if word != 0 { return index + word.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end, unsafe bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// The length of the valid sequence at `index`, or 0.
    @inline(__always)
    private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let rest = bytes.count - index
        let lead = unsafe bytes[index]
        switch lead {
        case 0xC2...0xDF:
            guard rest > 1, unsafe isTail(bytes[index + 1]) else { return 0 }
            return 2
        case 0xE0...0xEF:
            guard rest > 2 else { return 0 }
            let second = unsafe bytes[index + 1]
            guard secondRange(of: lead).contains(second), unsafe isTail(bytes[index + 2]) else { return 0 }
            return 3
        case 0xF0...0xF4:
            guard rest > 3 else { return 0 }
            let second = unsafe bytes[index + 1]
            guard secondRange(of: lead).contains(second), unsafe isTail(bytes[index + 2]),
                unsafe isTail(bytes[index + 3])
            else { return 0 }
            return 4
        default: return 0
        }
    }

    /// The bytes that may follow a lead byte; Table 3-7 of the Unicode Standard.
    @inline(__always)
    private static func secondRange(of lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xE0: 0xA0...0xBF
        case 0xED: 0x80...0x9F
        case 0xF0: 0x90...0xBF
        case 0xF4: 0x80...0x8F
        default: 0x80...0xBF
        }
    }

    /// Whether a byte continues a sequence.
    @inline(__always)
    private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// Names what is wrong at a place that is known not to hold a valid sequence.
    private static func problem(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UTF8Step {
        let lead = unsafe bytes[index]
        let wanted =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        var length = 1
        while length < wanted, index + length < bytes.count {
            let byte = unsafe bytes[index + length]
            guard length == 1 ? secondRange(of: lead).contains(byte) : isTail(byte) else {
                return .bad(at: index, length: length)
            }
            length += 1
        }
        return length < wanted ? .cut(at: index) : .bad(at: index, length: length)
    }

    /// Whether all of the bytes are valid UTF-8.
    package static func isValid(_ bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { unsafe step($0, from: 0) == .complete }
    }

    /// Whether the bytes are valid UTF-8, but for a sequence cut off by their end.
    package static func isValidPrefix(_ bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer {
            switch unsafe step($0, from: 0) {
            case .complete, .cut: true
            case .bad: false
            }
        }
    }

    /// Whether all of the bytes are ASCII.
    package static func isASCII(_ bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { unsafe asciiEnd($0, from: 0) == $0.count }
    }
}
