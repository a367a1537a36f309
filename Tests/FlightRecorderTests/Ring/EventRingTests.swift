import MailModel
import Testing

@testable import FlightRecorder

@Suite("The ring of outcomes")
struct EventRingTests {
    @Test("Events come out in order, stay until they are released, and survive the process")
    func order() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        for event in Samples.every { #expect(log.publish(event)) }
        let first = try log.drain(upTo: 3)
        #expect(first.events == Array(Samples.every[..<3]))
        #expect(try log.drain(upTo: 3).events == first.events)
        log.release(first)
        #expect(try log.drain(upTo: 100).events == Array(Samples.every[3...]))
        flight.kill()
        #expect(flight.examine().recovered?.events == Array(Samples.every[3...]))
    }

    @Test("The ring goes round many times, whatever the lengths")
    func laps() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        var published: [DeliveryEvent] = []
        var drained: [DeliveryEvent] = []
        for seq in 0..<6_000 as Range<UInt32> {
            let words = String(repeating: "x", count: Int(seq * 37 % 311))
            let event = DeliveryEvent.outcome(
                Samples.report(seq, .deferred(.connection(words))),
                at: Timestamp(rawValue: Int64(seq))
            )
            #expect(log.publish(event))
            published.append(event)
            guard seq % 97 == 0 else { continue }
            let batch = try log.drain(upTo: 1_000)
            drained += batch.events
            log.release(batch)
        }
        flight.kill()
        drained += try #require(flight.examine().recovered).events
        #expect(drained == published)
    }

    @Test("Rule 2: a full ring holds senders up until there is room, and lets them go when the recorder is stopped")
    func full() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        log.stop()
        var count: UInt32 = 0
        while log.publish(Samples.accepted(count)) { count += 1 }
        #expect(count > 500)
        let batch = try log.drain(upTo: 10)
        log.release(batch)
        #expect(log.publish(Samples.accepted(count)))
        flight.kill()
        #expect(flight.examine().recovered?.events == (10...count).map { Samples.accepted($0) })
    }

    @Test("Rule 2: a process killed between the record and the head has published the record")
    func killedBeforeHead() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        #expect(log.publish(Samples.accepted(1)))
        let before = Array(FileSurgery.bytes(flight.path)[FlightLayout.headOffset..<FlightLayout.headOffset + 8])
        #expect(log.publish(Samples.accepted(2)))
        flight.kill()
        FileSurgery.write(before, at: FlightLayout.headOffset, of: flight.path)
        #expect(flight.examine().recovered?.events == [Samples.accepted(1), Samples.accepted(2)])
    }

    @Test("A process killed before the record's own word has not published it")
    func killedBeforeWord() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        #expect(log.publish(Samples.accepted(1)))
        let before = FileSurgery.bytes(flight.path)
        #expect(log.publish(Samples.accepted(2)))
        flight.kill()
        // The payload is there, its word and the head are not yet.
        let head = Array(before[FlightLayout.headOffset..<FlightLayout.headOffset + 8])
        let position = Int(head.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 16)
        FileSurgery.write(head, at: FlightLayout.headOffset, of: flight.path)
        let ring = FlightLayout(slots: 8, ringBytes: 65_536).ringOffset
        FileSurgery.write([UInt8](repeating: 0, count: 8), at: ring + position, of: flight.path)
        #expect(flight.examine().recovered?.events == [Samples.accepted(1)])
    }

    @Test("Any bit of the last record that was changed from outside is noticed")
    func tornRecord() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        #expect(log.publish(Samples.accepted(1)))
        let ring = FlightLayout(slots: 8, ringBytes: 65_536).ringOffset
        let first = FileSurgery.bytes(flight.path)[ring...].lastIndex { $0 != 0 } ?? ring
        let start = (first / 8 + 1) * 8
        #expect(log.publish(Samples.accepted(2)))
        flight.kill()
        let bytes = FileSurgery.bytes(flight.path)
        let last = try #require(bytes[ring...].lastIndex { $0 != 0 })
        let end = (last / 8 + 1) * 8
        #expect(flight.examine().recovered?.events.count == 2)
        for place in start..<end {
            for bit in 0..<8 {
                FileSurgery.write([bytes[place] ^ UInt8(1 << bit)], at: place, of: flight.path)
                #expect(flight.examine().isTorn, "byte \(place - start) bit \(bit)")
                FileSurgery.write([bytes[place]], at: place, of: flight.path)
            }
        }
        #expect(flight.examine().recovered?.events.count == 2)
    }

    @Test("Positions that were changed from outside are noticed", arguments: [4_096, 4_160])
    func tornPosition(offset: Int) throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        for seq in 0..<20 as Range<UInt32> { #expect(log.publish(Samples.accepted(seq))) }
        log.release(try log.drain(upTo: 10))
        flight.kill()
        let bytes = FileSurgery.bytes(flight.path)
        for place in offset..<offset + 8 {
            FileSurgery.write([bytes[place] ^ 0x10], at: place, of: flight.path)
            #expect(flight.examine().isTorn, "byte \(place - offset)")
            FileSurgery.write([bytes[place]], at: place, of: flight.path)
        }
        #expect(flight.examine().recovered?.events.count == 10)
    }
}
