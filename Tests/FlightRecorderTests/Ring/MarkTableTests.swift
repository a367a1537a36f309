import MailModel
import Testing

@testable import FlightRecorder

@Suite("Marks")
struct MarkTableTests {
    @Test("Rule 1: a mark is there after the process is gone, and gone once it was cleared")
    func marks() throws {
        let flight = try Flight(slots: 64)
        let log = try #require(flight.log)
        let ids = (0..<60 as Range<UInt32>).map { AttemptID(seq: $0 * 1_000_003, attempt: UInt16($0 + 1)) }
        for id in ids { log.mark(id) }
        for id in ids.prefix(20) { log.clear(id) }
        log.clear(AttemptID(seq: 5, attempt: 9))
        flight.kill()
        let recovered = try #require(flight.examine().recovered)
        #expect(recovered.marked == Set(ids.dropFirst(20)))
        #expect(recovered.marksAreComplete)
    }

    @Test("Rule 1: with too few slots nothing is refused, and recovery knows that marks are missing")
    func overflow() throws {
        let flight = try Flight(slots: 2)
        let log = try #require(flight.log)
        let ids = (0..<5 as Range<UInt32>).map { AttemptID(seq: $0, attempt: 1) }
        for id in ids { log.mark(id) }
        var recovered = try #require(flight.examine().recovered)
        #expect(recovered.marked.count == 2)
        #expect(!recovered.marksAreComplete)
        for id in ids.dropLast() { log.clear(id) }
        #expect(flight.examine().recovered?.marksAreComplete == false)
        log.clear(ids[4])
        recovered = try #require(flight.examine().recovered)
        #expect(recovered.marked.isEmpty)
        #expect(recovered.marksAreComplete)
    }

    @Test("A slot that no recorder writes is noticed")
    func tornSlot() throws {
        let flight = try Flight(slots: 8)
        flight.log?.mark(AttemptID(seq: 3, attempt: 1))
        flight.kill()
        FileSurgery.write([0xFF, 0xFF], at: FlightLayout.slotsOffset + 8 * 7, of: flight.path)
        FileSurgery.write([0xFF, 0xFF], at: FlightLayout.slotsOffset, of: flight.path)
        #expect(flight.examine().isTorn)
    }

    @Test(
        "Rule 1: any byte of a mark that was changed is noticed: it is never taken for that of another attempt",
        arguments: 0..<8
    )
    func changedMark(place: Int) throws {
        for change in 1...255 as ClosedRange<UInt8> {
            let flight = try Flight(slots: 1)
            flight.log?.mark(AttemptID(seq: 70_000, attempt: 3))
            flight.kill()
            let byte = FileSurgery.bytes(flight.path)[FlightLayout.slotsOffset + place]
            FileSurgery.write([byte ^ change], at: FlightLayout.slotsOffset + place, of: flight.path)
            #expect(flight.examine().isTorn)
        }
    }

    @Test("A word that reads as zero is noticed: a mark, or whether all marks are there")
    func zeroedWords() throws {
        let flight = try Flight(slots: 8)
        let id = AttemptID(seq: 3, attempt: 1)
        flight.log?.mark(id)
        flight.kill()
        FileSurgery.write([UInt8](repeating: 0, count: 8), at: FlightLayout.overflowOffset, of: flight.path)
        #expect(flight.examine().recovered?.marksAreComplete == false)
        FileSurgery.write([UInt8](repeating: 0, count: 64), at: FlightLayout.slotsOffset, of: flight.path)
        #expect(flight.examine().isTorn)
    }

    @Test("Many threads mark, publish and clear at once, and nothing is missing")
    func threads() async throws {
        let flight = try Flight(slots: 65, ringBytes: 65_536)
        let log = try #require(flight.log)
        let perSender: UInt32 = 3_000
        let senders: UInt32 = 8
        let drained = try await withThrowingTaskGroup(of: [DeliveryEvent].self) { group in
            for sender in 0..<senders {
                group.addTask {
                    for number in 0..<perSender {
                        let seq = sender * perSender + number
                        log.mark(AttemptID(seq: seq, attempt: 1))
                        guard case .outcome(let report, let at) = Samples.accepted(seq) else { continue }
                        while !log.settle(report, at: at) { await Task.yield() }
                        if number % 64 == 0 { await Task.yield() }
                    }
                    return []
                }
            }
            // Without a wait for room on the pool's few threads: the test's senders try again.
            log.stop()
            group.addTask {
                var events: [DeliveryEvent] = []
                while events.count < Int(senders * perSender) {
                    let batch = try log.drain(upTo: 500)
                    events += batch.events
                    log.release(batch)
                    await Task.yield()
                }
                return events
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(drained) == Set((0..<senders * perSender).map { Samples.accepted($0) }))
        flight.kill()
        let recovered = try #require(flight.examine().recovered)
        #expect(recovered == RecoveredFlight(events: [], marked: [], marksAreComplete: true))
    }
}
