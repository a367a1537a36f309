import MailModel
import Testing

@testable import FlightRecorder

@Suite("What left with a mark")
struct SlotDetailTests {
    private static let facts = SentFacts(
        date: 1_795_000_000,
        form: [.eightBit, .signed],
        digest: MessageDigest(words: (1, 2, .max, 4))
    )

    @Test("It is there after the process is gone, and says nothing of the next mark in the same slot")
    func survives() throws {
        let flight = try Flight(slots: 1)
        let first = AttemptID(seq: 3, attempt: 1)
        flight.log?.mark(first, sent: Self.facts)
        #expect(flight.examine().recovered?.sent == [first: Self.facts])
        flight.log?.clear(first)
        #expect(flight.examine().recovered?.sent.isEmpty == true)
        let second = AttemptID(seq: 4, attempt: 1)
        flight.log?.mark(second)
        flight.kill()
        let recovered = try #require(flight.examine().recovered)
        #expect(recovered.marked == [second])
        #expect(recovered.sent.isEmpty)
    }

    @Test("Torn, it is not believed, and the mark holds all the same", arguments: 0..<7)
    func torn(word: Int) throws {
        let flight = try Flight(slots: 1)
        let id = AttemptID(seq: 70_000, attempt: 3)
        flight.log?.mark(id, sent: Self.facts)
        flight.kill()
        let layout = FlightLayout(slots: 1, ringBytes: 65_536)
        let place = layout.detail(0) + 8 * word
        let byte = FileSurgery.bytes(flight.path)[place]
        FileSurgery.write([byte ^ 0x40], at: place, of: flight.path)
        let recovered = try #require(flight.examine().recovered)
        #expect(recovered.marked == [id])
        #expect(recovered.sent.isEmpty)
    }

    @Test("Slots, ring and notes do not overlap", arguments: [1, 8, 65, 1_025, 70_000])
    func layout(slots: Int) {
        let layout = FlightLayout(slots: slots, ringBytes: 1 << 20)
        #expect(layout.slot(slots - 1) + 8 <= layout.ringOffset)
        #expect(layout.ringOffset + layout.ringBytes <= layout.detail(0))
        #expect(layout.detail(slots - 1) + 56 <= layout.fileBytes)
    }
}
