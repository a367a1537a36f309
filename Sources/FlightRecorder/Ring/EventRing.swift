internal import MailModel
internal import Synchronization

/// The ring of published events in the mapped file.
///
/// A record is one word (length and check) and its payload in whole words. Publishing writes the payload and a zero
/// behind it, then the word, then the head. So a reader after a crash goes from the tail record by record to a zero
/// word: at the head, or one record behind it when the crash came between the two stores. Everything else was not
/// written by us. Positions count bytes since the beginning; a record may wrap at any word.
final class EventRing: Sendable {
    /// What came of publishing.
    enum Publication {
        /// It is where a killed process cannot take it back; how many bytes wait now.
        case done(waiting: UInt64)
        /// No room: the committer is behind.
        case full
    }

    private struct Producer {
        var head: UInt64 = 0
        var scratch: [UInt8] = []
    }

    private let file: MappedFile
    private let layout: FlightLayout
    private let seed: UInt64
    private let producer = Mutex(Producer())

    init(file: MappedFile, header: FlightHeader) {
        self.file = file
        layout = header.layout
        seed = header.seed
    }

    /// Puts both positions of a new file at the beginning.
    func makeEmpty() {
        file.store(RingPosition.word(0, seed: seed), at: FlightLayout.headOffset)
        file.store(RingPosition.word(0, seed: seed), at: FlightLayout.tailOffset)
    }

    /// Bytes that may wait.
    var capacity: UInt64 { UInt64(layout.ringBytes) }

    /// Publishes an event; called from any thread.
    func publish(_ event: DeliveryEvent) -> Publication {
        producer.withLock { producer in
            producer.scratch.removeAll(keepingCapacity: true)
            EventCoding.append(event, to: &producer.scratch)
            while producer.scratch.count & 7 != 0 { producer.scratch.append(0) }
            let length = UInt64(producer.scratch.count)
            let tail = RingPosition.position(file.load(FlightLayout.tailOffset), seed: seed) ?? 0
            guard producer.head + length + 16 - tail <= capacity else { return .full }
            let check = write(producer.scratch, at: producer.head + 8)
            file.setPlainWord(0, at: layout.ring(producer.head + 8 + length))
            file.store(length &<< 32 | UInt64(check), at: layout.ring(producer.head))
            producer.head += 8 + length
            file.store(RingPosition.word(producer.head, seed: seed), at: FlightLayout.headOffset)
            return .done(waiting: producer.head - tail)
        }
    }

    /// Copies a payload in and returns its check, which covers its position too.
    private func write(_ payload: [UInt8], at position: UInt64) -> UInt32 {
        var sum = Checksum(seed: seed)
        sum.add(position)
        var position = position
        var index = 0
        while index < payload.count {
            var word: UInt64 = 0
            for byte in 0..<8 { word |= UInt64(payload[index &+ byte]) &<< UInt64(8 &* byte) }
            file.setPlainWord(word, at: layout.ring(position))
            sum.add(word)
            position += 8
            index += 8
        }
        return sum.short
    }

    /// Reads published events without releasing them; one thread at a time.
    ///
    /// - Parameter count: the most that are read.
    /// - Returns: the events and the position behind the last; nil when the ring is not as it was written.
    func read(upTo count: Int) -> (events: [DeliveryEvent], end: UInt64)? {
        guard let (tail, head) = positions else { return nil }
        var events: [DeliveryEvent] = []
        events.reserveCapacity(min(count, Int(head - tail) / 64))
        var position = tail
        while position < head, events.count < count {
            guard let record = record(at: position, before: head) else { return nil }
            events.append(record.event)
            position = record.end
        }
        return (events, position)
    }

    /// From where to where events wait; nil when a position is damaged.
    var positions: (tail: UInt64, head: UInt64)? {
        guard let tail = RingPosition.position(file.load(FlightLayout.tailOffset), seed: seed),
            let head = RingPosition.position(file.load(FlightLayout.headOffset), seed: seed),
            tail <= head, head - tail <= capacity
        else { return nil }
        return (tail, head)
    }

    /// Reads everything that a process that is gone has published; nil when the ring is not as it was written.
    func recover() -> [DeliveryEvent]? {
        guard let (tail, head) = positions else { return nil }
        var events: [DeliveryEvent] = []
        var position = tail
        while position < head {
            guard let record = record(at: position, before: head) else { return nil }
            events.append(record.event)
            position = record.end
        }
        // Behind the head there is nothing, or the one record whose publisher was killed before it moved the head.
        guard head - tail < capacity, file.load(layout.ring(head)) != 0 else { return events }
        guard let record = record(at: head, before: tail + capacity) else { return nil }
        events.append(record.event)
        return events
    }

    private func record(at position: UInt64, before limit: UInt64) -> (event: DeliveryEvent, end: UInt64)? {
        let word = file.load(layout.ring(position))
        let length = word &>> 32
        guard length > 0, length & 7 == 0, position + 8 + length <= limit else { return nil }
        var sum = Checksum(seed: seed)
        sum.add(position + 8)
        var payload: [UInt8] = []
        payload.reserveCapacity(Int(length))
        for offset in stride(from: position + 8, to: position + 8 + length, by: 8) {
            let word = file.plainWord(layout.ring(offset))
            sum.add(word)
            for byte in 0..<8 { payload.append(UInt8(truncatingIfNeeded: word &>> UInt64(8 &* byte))) }
        }
        guard sum.short == UInt32(truncatingIfNeeded: word), let event = EventReader.event(payload) else { return nil }
        return (event, position + 8 + length)
    }

    /// Gives the room before a position back: what lies there is in the ledger.
    func release(upTo position: UInt64) {
        file.store(RingPosition.word(position, seed: seed), at: FlightLayout.tailOffset)
    }
}
