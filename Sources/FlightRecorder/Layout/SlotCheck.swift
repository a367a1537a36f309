/// The twelve check bits of a slot: a cyclic redundancy check (x¹² + x¹¹ + x³ + x² + x + 1) of the bits above them.
///
/// A changed seq would take the mark from one attempt and give it to another, so that the first is taken for unsent. This
/// check notices every change of one byte, and of any bits within twelve neighbouring ones.
enum SlotCheck {
    private static let polynomial: UInt16 = 0x80F

    /// What each byte leaves behind.
    private static let table: [UInt16] = (0..<256).map { byte in
        (0..<8).reduce(UInt16(byte) &<< 4) { remainder, _ in
            let shifted = remainder &<< 1 & 0xFFF
            return remainder & 0x800 == 0 ? shifted : shifted ^ polynomial
        }
    }

    /// The check of the upper 52 bits of a word.
    static func bits(of word: UInt64) -> UInt64 {
        // Four zeros in front make seven bytes of them.
        let checked = word &>> 12
        var remainder: UInt16 = 0
        for shift in stride(from: 48 as UInt64, through: 0, by: -8) {
            let byte = UInt16(checked &>> shift & 0xFF)
            remainder = remainder &<< 8 & 0xFFF ^ table[Int(remainder &>> 4 ^ byte)]
        }
        return UInt64(remainder)
    }
}
