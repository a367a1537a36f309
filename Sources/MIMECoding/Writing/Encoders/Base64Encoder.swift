/// Writes bytes as base64 (RFC 2045 §6.8) in lines of 76 characters.
enum Base64Encoder {
    /// Four groups of three bytes, each in the upper bytes of a lane.
    private typealias Quad = SIMD4<UInt32>

    /// Bytes that make one full line.
    private static let bytesPerLine = 57

    /// The exact number of bytes that `write` appends for so many bytes.
    static func encodedCount(_ count: Int) -> Int {
        let characters = (count + 2) / 3 * 4
        return characters + (characters == 0 ? 0 : (characters - 1) / 76 * 2)
    }

    /// Appends the encoded bytes, lines parted by CRLF and no CRLF behind the last.
    static func write(_ bytes: Span<UInt8>, into buffer: inout MessageBuffer) {
        let count = bytes.count
        let size = encodedCount(count)
        // Unsafe for word loads below `count` and word stores below the exact size.
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            unsafe buffer.emit(atMost: size + 16) { target in
                unsafe encodeLines(base, count, to: target)
            }
        }
    }

    /// Appends one run of characters without line breaks, as encoded words need it.
    static func writeUnbroken(_ bytes: Span<UInt8>, into buffer: inout MessageBuffer) {
        let count = bytes.count
        unsafe bytes.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            unsafe buffer.emit(atMost: (count + 2) / 3 * 4 + 16) { target in
                unsafe encodeRun(base, count, readable: count, to: target)
            }
        }
    }

    private static func encodeLines(
        _ source: UnsafePointer<UInt8>,
        _ count: Int,
        to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var index = 0
        var out = 0
        while count - index > bytesPerLine {
            out += unsafe encodeRun(source + index, bytesPerLine, readable: count - index, to: target + out)
            unsafe target[out] = 13
            unsafe target[out + 1] = 10
            out += 2
            index += bytesPerLine
        }
        out += unsafe encodeRun(source + index, count - index, readable: count - index, to: target + out)
        return out
    }

    /// Encodes a run; may read up to `readable` bytes and store up to 15 bytes behind the run.
    @inline(__always)
    private static func encodeRun(
        _ source: UnsafePointer<UInt8>,
        _ count: Int,
        readable: Int,
        to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var index = 0
        var out = 0
        // Four groups of three bytes at once; the last of the four loads reaches 13 bytes ahead.
        while index + 12 <= count && index + 13 <= readable {
            let groups = unsafe Quad(
                word(source + index),
                word(source + index + 3),
                word(source + index + 6),
                word(source + index + 9)
            )
            unsafe UnsafeMutableRawPointer(target + out).storeBytes(of: characters(groups), as: Lanes.self)
            index += 12
            out += 16
        }
        while index + 3 <= count {
            let group =
                UInt32(unsafe source[index]) << 16 | UInt32(unsafe source[index + 1]) << 8
                | UInt32(unsafe source[index + 2])
            for place in 0..<4 {
                unsafe target[out + place] = character(UInt8(truncatingIfNeeded: group >> UInt32(18 - 6 * place)) & 63)
            }
            index += 3
            out += 4
        }
        guard index < count else { return out }
        let first = unsafe source[index]
        let second = index + 1 < count ? unsafe source[index + 1] : 0
        unsafe target[out] = character(first >> 2)
        unsafe target[out + 1] = character((first << 4 | second >> 4) & 63)
        unsafe target[out + 2] = index + 1 < count ? character(second << 2 & 63) : 0x3D
        unsafe target[out + 3] = 0x3D
        return out + 4
    }

    /// Four bytes with the first one highest.
    @inline(__always)
    private static func word(_ place: UnsafePointer<UInt8>) -> UInt32 {
        unsafe UInt32(bigEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self))
    }

    /// The 16 characters of four groups, each in the upper three bytes of its lane.
    @inline(__always)
    private static func characters(_ groups: Quad) -> Lanes {
        // The first character goes into the lowest byte, which is stored first.
        let sixes =
            groups &>> Quad(repeating: 26)
            | (groups &>> Quad(repeating: 12)) & Quad(repeating: 0x3F00)
            | (groups &<< Quad(repeating: 2)) & Quad(repeating: 0x3F_0000)
            | (groups &<< Quad(repeating: 16)) & Quad(repeating: 0x3F00_0000)
        // Both types are 16 plain bytes; lanes are little-endian on every platform that Swift runs on for Linux.
        let values = unsafe unsafeBitCast(sixes, to: Lanes.self)
        // The five ranges of the alphabet differ by what is added to the value.
        var shift = Lanes(repeating: 65)
        shift.replace(with: Lanes(repeating: 71), where: values .> Lanes(repeating: 25))
        shift.replace(with: Lanes(repeating: 252), where: values .> Lanes(repeating: 51))
        shift.replace(with: Lanes(repeating: 237), where: values .> Lanes(repeating: 61))
        shift.replace(with: Lanes(repeating: 240), where: values .> Lanes(repeating: 62))
        return values &+ shift
    }

    @inline(__always)
    private static func character(_ value: UInt8) -> UInt8 {
        switch value {
        case 0...25: 65 &+ value
        case 26...51: 71 &+ value
        case 52...61: value &- 4
        case 62: 0x2B
        default: 0x2F
        }
    }
}
