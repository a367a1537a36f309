/// Byte tests and small searches over ASCII-compatible text.
package enum ASCII {
    package static let space: UInt8 = 0x20
    package static let newline: UInt8 = 0x0A
    package static let at: UInt8 = 0x40
    package static let colon: UInt8 = 0x3A
    package static let semicolon: UInt8 = 0x3B
    package static let dot: UInt8 = 0x2E
    package static let dash: UInt8 = 0x2D
    package static let less: UInt8 = 0x3C
    package static let greater: UInt8 = 0x3E
    package static let quote: UInt8 = 0x22
    package static let equals: UInt8 = 0x3D

    @inline(__always)
    package static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

    @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    @inline(__always)
    package static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    @inline(__always)
    package static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    /// `range` of `text` without white space at both ends.
    package static func trim(_ text: borrowing [UInt8], _ range: Range<Int>) -> Range<Int> {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, isSpace(text[low]) { low += 1 }
        while high > low, isSpace(text[high - 1]) { high -= 1 }
        return low..<high
    }

    /// Whether `text` has the lower-case ASCII `word` at `index`, letter case aside.
    package static func matches(_ text: borrowing [UInt8], at index: Int, _ word: StaticString, limit: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index >= 0, index + count <= limit else { return false }
        return word.withUTF8Buffer { bytes in
            for offset in 0..<count where unsafe lower(text[index + offset]) != bytes[offset] { return false }
            return true
        }
    }

    /// Offset of the next newline, or `end`.
    package static func lineEnd(_ text: borrowing [UInt8], _ start: Int, _ end: Int) -> Int {
        var index = start
        while index < end, text[index] != newline { index += 1 }
        return index
    }

    /// Offset of the lower-case ASCII `word` in `range`, letter case aside.
    package static func find(_ text: borrowing [UInt8], in range: Range<Int>, _ word: StaticString) -> Int? {
        let count = word.utf8CodeUnitCount
        guard count > 0, range.count >= count else { return nil }
        let first = unsafe word.utf8Start[0]
        var index = range.lowerBound
        let last = range.upperBound - count
        while index <= last {
            if lower(text[index]) == first, matches(text, at: index, word, limit: range.upperBound) { return index }
            index += 1
        }
        return nil
    }

    /// `range` as lower-case string.
    package static func lowercased(_ text: borrowing [UInt8], _ range: Range<Int>) -> String {
        String(decoding: text[range].map(lower), as: UTF8.self)
    }
}
