/// Sixteen bytes at once.
///
/// Comparisons are written between two vectors throughout: only those compile to single instructions, the forms with a
/// plain number on one side go lane by lane.
typealias Lanes = SIMD16<UInt8>

/// Which bytes may stand for themselves in quoted-printable text (RFC 2045 §6.7).
enum ByteClass {
    /// Returns whether a byte needs `=XX` or is a line end; tab counts as unsafe here.
    @inline(__always)
    static func isUnsafe(_ byte: UInt8) -> Bool {
        byte &- 0x20 > 0x5E || byte == 0x3D
    }

    /// Returns the same for 16 bytes.
    @inline(__always)
    static func unsafeMask(_ bytes: Lanes) -> SIMDMask<SIMD16<Int8>> {
        (bytes &- Lanes(repeating: 0x20)) .> Lanes(repeating: 0x5E) .| bytes .== Lanes(repeating: 0x3D)
    }

    /// Returns which of 16 bytes are CR or LF.
    @inline(__always)
    static func lineEndMask(_ bytes: Lanes) -> SIMDMask<SIMD16<Int8>> {
        bytes .== Lanes(repeating: 10) .| bytes .== Lanes(repeating: 13)
    }
}

/// The true lanes of a 16-byte comparison, taken one after another from the first.
///
/// The standard library offers no move-mask; two words of `00` and `FF` bytes do the same with a count of zero bits.
struct LaneBits {
    private var low: UInt64
    private var high: UInt64

    @inline(__always)
    init(_ mask: SIMDMask<SIMD16<Int8>>) {
        // Both types are 16 plain bytes.
        let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        low = words[0].littleEndian
        high = words[1].littleEndian
    }

    /// Whether no lane is true.
    @inline(__always)
    var isEmpty: Bool { low | high == 0 }

    /// The index of the first true lane, or 16.
    @inline(__always)
    var first: Int {
        // Without a branch: where the text turns to another kind of byte cannot be foreseen.
        let front = low.trailingZeroBitCount >> 3
        let back = high.trailingZeroBitCount >> 3
        return front == 8 ? 8 &+ back : front
    }

    /// Takes the first true lane away and returns its index.
    @inline(__always)
    mutating func popFirst() -> Int? {
        if low != 0 {
            let lane = low.trailingZeroBitCount >> 3
            low &= ~(0xFF << UInt64(lane * 8))
            return lane
        }
        guard high != 0 else { return nil }
        let lane = high.trailingZeroBitCount >> 3
        high &= ~(0xFF << UInt64(lane * 8))
        return 8 + lane
    }
}
