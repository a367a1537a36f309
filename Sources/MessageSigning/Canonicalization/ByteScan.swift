internal import Crypto

/// The two places where bytes are touched by address: a vectorised search, and handing a run to the hash.
enum ByteScan {
    private typealias Lanes = SIMD16<UInt8>

    /// Finds the next byte at which a relaxed body may differ from its canonical form: a CR, a tab, or a space that is
    /// followed by white space, a CR or the end.
    ///
    /// - Parameters:
    ///   - bytes: where to look.
    ///   - start: from where.
    /// - Returns: its index, or the count.
    static func nextIrregular(in bytes: Span<UInt8>, from start: Int) -> Int {
        // Unsafe for 16-byte loads; the second one ends at `index + 17`, which is checked.
        unsafe bytes.withUnsafeBytes { source in
            var index = start
            let count = source.count
            while index + 17 <= count {
                let here = unsafe source.loadUnaligned(fromByteOffset: index, as: Lanes.self)
                let next = unsafe source.loadUnaligned(fromByteOffset: index + 1, as: Lanes.self)
                let endsBlank = isBlank(next) .| next .== Lanes(repeating: 13)
                let isOdd =
                    here .== Lanes(repeating: 13) .| here .== Lanes(repeating: 9)
                    .| (here .== Lanes(repeating: 32) .& endsBlank)
                if let lane = firstLane(isOdd) { return index + lane }
                index += 16
            }
            while index < count {
                let byte = unsafe source[index]
                if byte == 13 || byte == 9 { return index }
                if byte == 32 {
                    guard index + 1 < count else { return index }
                    let next = unsafe source[index + 1]
                    if next == 32 || next == 9 || next == 13 { return index }
                }
                index += 1
            }
            return count
        }
    }

    /// Finds the next CR.
    ///
    /// - Parameters:
    ///   - bytes: where to look.
    ///   - start: from where.
    /// - Returns: its index, or the count.
    static func nextReturn(in bytes: Span<UInt8>, from start: Int) -> Int {
        // Unsafe for 16-byte loads within the count.
        unsafe bytes.withUnsafeBytes { source in
            var index = start
            let count = source.count
            while index + 16 <= count {
                let here = unsafe source.loadUnaligned(fromByteOffset: index, as: Lanes.self)
                if let lane = firstLane(here .== Lanes(repeating: 13)) { return index + lane }
                index += 16
            }
            while index < count {
                if unsafe source[index] == 13 { return index }
                index += 1
            }
            return count
        }
    }

    @inline(__always)
    private static func isBlank(_ bytes: Lanes) -> SIMDMask<SIMD16<Int8>> {
        bytes .== Lanes(repeating: 32) .| bytes .== Lanes(repeating: 9)
    }

    /// The index of the first true lane.
    @inline(__always)
    private static func firstLane(_ mask: SIMDMask<SIMD16<Int8>>) -> Int? {
        // Both types are 16 plain bytes, `00` or `FF`: counting zero bits finds the first.
        let words = unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self)
        let low = words[0].littleEndian
        let high = words[1].littleEndian
        if low != 0 { return low.trailingZeroBitCount >> 3 }
        return high == 0 ? nil : 8 + high.trailingZeroBitCount >> 3
    }
}

extension SHA256 {
    /// Takes a run of bytes where it lies.
    mutating func update(_ bytes: Span<UInt8>) {
        // Unsafe for lending the address to the hash for the time of the call.
        unsafe bytes.withUnsafeBytes { unsafe self.update(bufferPointer: $0) }
    }
}
