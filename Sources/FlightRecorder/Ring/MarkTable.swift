internal import MailModel
internal import Synchronization

/// The marks of attempts whose last byte was handed over: one word each, found by the seq.
///
/// A mark goes to the first free slot from the seq's own on, so that setting and clearing need no lock and hardly any
/// search. Should the slots not suffice, a word of the file says so while it lasts: then an attempt without a mark may
/// have been sent, and recovery must not take it for unsent.
final class MarkTable: Sendable {
    private let file: MappedFile
    private let layout: FlightLayout
    private let generation: UInt64
    private let free: UInt64
    private let seed: UInt64
    /// How far from its own slot a mark has ever been.
    private let reach = Atomic<Int>(0)
    /// Attempts that found no slot.
    private let homeless = Mutex<Set<AttemptID>>([])

    init(file: MappedFile, header: FlightHeader) {
        self.file = file
        layout = header.layout
        generation = header.generation
        free = SlotWord.free(generation: header.generation)
        seed = header.seed
    }

    /// Frees all slots of a new file.
    func makeEmpty() {
        for index in 0..<layout.slots { file.store(free, at: layout.slot(index)) }
        file.store(free, at: FlightLayout.overflowOffset)
    }

    /// Marks an attempt, and notes what is leaving.
    func mark(_ id: AttemptID, sent: SentFacts?) {
        let word = SlotWord(id, .lastByteHandedOver, generation: generation).word
        var index = home(of: id)
        for distance in 0..<layout.slots {
            let offset = layout.slot(index)
            if file.load(offset) == free, reached(distance), file.replace(free, at: offset, by: word) {
                if let sent { SlotDetail.write(sent, mark: word, at: layout.detail(index), of: file, seed: seed) }
                return
            }
            index = index + 1 == layout.slots ? 0 : index + 1
        }
        homeless.withLock { homeless in
            homeless.insert(id)
            file.store(~free, at: FlightLayout.overflowOffset)
        }
    }

    /// Takes an attempt's mark away; nothing happens when it has none.
    func clear(_ id: AttemptID) {
        let word = SlotWord(id, .lastByteHandedOver, generation: generation).word
        var index = home(of: id)
        for _ in 0...min(reach.load(ordering: .acquiring), layout.slots - 1) {
            let offset = layout.slot(index)
            if file.load(offset) == word {
                file.store(free, at: offset)
                return
            }
            index = index + 1 == layout.slots ? 0 : index + 1
        }
        guard !isComplete else { return }
        homeless.withLock { homeless in
            if homeless.remove(id) != nil, homeless.isEmpty { file.store(free, at: FlightLayout.overflowOffset) }
        }
    }

    /// Notes, before a mark is set, how far it is from its own slot: whoever clears it looks as far.
    private func reached(_ distance: Int) -> Bool {
        if distance > reach.load(ordering: .relaxed) { reach.max(distance, ordering: .acquiringAndReleasing) }
        return true
    }

    /// The marks that are set, each with what left where that is known; nil when a slot holds what no recorder of this
    /// generation writes.
    func marked() -> (marks: Set<AttemptID>, sent: [AttemptID: SentFacts])? {
        var marks: Set<AttemptID> = []
        var sent: [AttemptID: SentFacts] = [:]
        for index in 0..<layout.slots {
            let word = file.load(layout.slot(index))
            guard word != free else { continue }
            let slot = SlotWord(word: word)
            guard slot.isValid(generation: generation) else { return nil }
            marks.insert(slot.id)
            sent[slot.id] = SlotDetail.read(mark: word, at: layout.detail(index), of: file, seed: seed)
        }
        return (marks, sent)
    }

    /// Whether every attempt that was handed over is marked.
    var isComplete: Bool { file.load(FlightLayout.overflowOffset) == free }

    private func home(of id: AttemptID) -> Int {
        // Neighbouring seqs are in flight together: spreading them keeps their words out of one cache line.
        Int(truncatingIfNeeded: UInt64(id.seq &* 2_654_435_769) &* UInt64(layout.slots) &>> 32)
    }
}
