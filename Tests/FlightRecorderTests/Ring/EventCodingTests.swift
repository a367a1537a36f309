import MailModel
import Testing

@testable import FlightRecorder

@Suite("How events are written")
struct EventCodingTests {
    @Test("Every event reads back as it was written", arguments: Samples.every)
    func roundTrip(event: DeliveryEvent) {
        var bytes: [UInt8] = []
        EventCoding.append(event, to: &bytes)
        #expect(EventReader.event(bytes) == event)
        while bytes.count % 8 != 0 { bytes.append(0) }
        #expect(EventReader.event(bytes) == event)
    }

    @Test("An event that is cut short anywhere is no event", arguments: Samples.every)
    func everyPrefix(event: DeliveryEvent) {
        var bytes: [UInt8] = []
        EventCoding.append(event, to: &bytes)
        for length in bytes.indices { #expect(EventReader.event(Array(bytes[..<length])) == nil) }
    }

    @Test("Bytes at random are never a crash")
    func hostileBytes() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let length = Int.random(in: 0..<80, using: &generator)
            var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if !bytes.isEmpty { bytes[0] = UInt8.random(in: 0...7, using: &generator) }
            _ = EventReader.event(bytes)
        }
    }

    @Test("A text that is too long is cut between characters")
    func longText() {
        let words = String(repeating: "邮", count: EventCoding.longestText)
        let event = DeliveryEvent.outcome(
            Samples.report(1, .deferred(.connection(words))),
            at: Timestamp(rawValue: 1)
        )
        var bytes: [UInt8] = []
        EventCoding.append(event, to: &bytes)
        guard case .outcome(let report, _) = EventReader.event(bytes),
            case .deferred(.connection(let read)) = report.outcome
        else {
            Issue.record("not read back")
            return
        }
        #expect(read == String(repeating: "邮", count: EventCoding.longestText / 3))
    }
}
