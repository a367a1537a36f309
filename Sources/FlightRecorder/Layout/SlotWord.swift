internal import MailModel

/// What a slot says of one attempt, in one word: seq 32 bits, attempt 16, phase 4, generation 12.
struct SlotWord: Hashable {
    /// How far an attempt has come.
    enum Phase: UInt64 {
        /// The bytes that complete the message were about to be handed over.
        case lastByteHandedOver = 1
    }

    let word: UInt64

    init(_ id: AttemptID, _ phase: Phase, generation: UInt64) {
        word = UInt64(id.seq) &<< 32 | UInt64(id.attempt) &<< 16 | phase.rawValue &<< 12 | generation
    }

    init(word: UInt64) { self.word = word }

    /// Which attempt.
    var id: AttemptID {
        AttemptID(seq: UInt32(truncatingIfNeeded: word &>> 32), attempt: UInt16(truncatingIfNeeded: word &>> 16))
    }

    /// Whether the word was written by a recorder of this generation.
    func isValid(generation: UInt64) -> Bool {
        word & 0xFFF == generation && Phase(rawValue: word &>> 12 & 0xF) != nil
    }
}
