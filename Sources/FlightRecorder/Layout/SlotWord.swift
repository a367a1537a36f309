internal import MailModel

/// What a slot says of one attempt, in one word: seq 32 bits, attempt 16, phase 4, check 12.
///
/// The check is mixed with the file's generation, so that a word of another file does not fit. No word is zero, not even
/// that of a free slot: a page that was lost and reads as zeros is noticed.
struct SlotWord: Hashable {
    /// How far an attempt has come.
    enum Phase: UInt64 {
        /// The bytes that complete the message were about to be handed over.
        case lastByteHandedOver = 1
    }

    let word: UInt64

    init(_ id: AttemptID, _ phase: Phase, generation: UInt64) {
        let content = UInt64(id.seq) &<< 32 | UInt64(id.attempt) &<< 16 | phase.rawValue &<< 12
        word = content | SlotCheck.bits(of: content) ^ generation
    }

    init(word: UInt64) { self.word = word }

    /// Which attempt.
    var id: AttemptID {
        AttemptID(seq: UInt32(truncatingIfNeeded: word &>> 32), attempt: UInt16(truncatingIfNeeded: word &>> 16))
    }

    /// The word of a free slot: one of seq, attempt and phase zero.
    static func free(generation: UInt64) -> UInt64 { generation }

    /// Whether the word is one that marks an attempt, as a recorder of this generation has written it.
    func isValid(generation: UInt64) -> Bool {
        word & 0xFFF == SlotCheck.bits(of: word) ^ generation && Phase(rawValue: word &>> 12 & 0xF) != nil
    }
}
