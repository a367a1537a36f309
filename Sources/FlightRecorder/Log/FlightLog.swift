internal import Glibc
package import MailModel
internal import Synchronization

/// The flight recorder of one sender: what is between its last byte and the ledger, where `kill -9` cannot take it away.
///
/// A mapped file of a few hundred kilobytes. ``mark(_:)`` says, before the bytes that complete a message are handed over,
/// that this attempt may have been sent; ``publish(_:)`` says what became of it, and then ``clear(_:)`` takes the mark
/// away. A committer moves published events into the ledger: ``waitForEvents(_:timeout:)``, ``drain(upTo:)``, record,
/// ``release(_:)``. Whatever instant the process dies at, each claimed attempt is then in the ledger, or published, or
/// marked, or was certainly not sent; ``FlightInspection`` tells which.
///
/// Marks, publications and clearings come from any thread; draining and releasing from one.
package final class FlightLog: Sendable {
    /// Which recorder this is: claims are made under it.
    package let identity: RecorderIdentity
    /// The file.
    package let path: String

    private let marks: MarkTable
    private let ring: EventRing
    private let doorbell: Doorbell
    /// Events that were published and not released.
    private let waiting = Atomic<Int>(0)
    /// How many events the committer waits for.
    private let wanted = Atomic<Int>(.max)
    private let isStopped = Atomic<Bool>(false)

    /// Makes a new recorder in place of whatever is at `path`: recover that first, and commit it, synced.
    ///
    /// - Parameters:
    ///   - path: the file, on a local disk.
    ///   - run: the run whose attempts are marked.
    ///   - slots: attempts that can be marked at once: connections × window + 1. With fewer than are needed nothing is
    ///     lost, but after a crash more is in doubt.
    ///   - ringBytes: room for events on their way to the ledger; an event takes about 90 bytes; 64 KiB at least.
    /// - Throws: ``FlightFailure``; nothing was sent then.
    package convenience init(
        creatingAt path: String,
        run: UInt32,
        slots: Int,
        ringBytes: Int = 1 << 20
    ) throws(FlightFailure) {
        try self.init(creatingAt: path, run: run, slots: slots, ringBytes: ringBytes, bootID: MachineFacts.bootID())
    }

    init(creatingAt path: String, run: UInt32, slots: Int, ringBytes: Int, bootID: String) throws(FlightFailure) {
        let header = FlightHeader(
            run: run,
            id: MachineFacts.randomID(),
            bootID: bootID,
            layout: FlightLayout(slots: slots, ringBytes: ringBytes)
        )
        let file = try MappedFile.create(path: path, size: header.layout.fileBytes, header: header.bytes)
        self.path = path
        identity = RecorderIdentity(
            id: header.id,
            bootID: bootID,
            device: file.place.device,
            inode: file.place.inode
        )
        marks = MarkTable(file: file, header: header)
        ring = EventRing(file: file, header: header)
        marks.makeEmpty()
        ring.makeEmpty()
        file.store(RingPosition.word(file.place.inodeUse, seed: header.seed), at: FlightLayout.inodeUseOffset)
        doorbell = try Doorbell(path: path)
    }

    // MARK: Senders

    /// Marks an attempt: call it before the bytes that complete its message are given to the socket layer.
    ///
    /// - Parameters:
    ///   - id: the attempt.
    ///   - sent: what is leaving, so that it is known although no outcome comes; nil when nobody knows.
    package func mark(_ id: AttemptID, sent: SentFacts? = nil) { marks.mark(id, sent: sent) }

    /// Publishes an event; when it returns true, a killed process cannot take it back.
    ///
    /// Waits while the ring is full: a committer that is behind stops the sending.
    /// - Returns: false when the recorder was stopped and the event is not recorded; then the mark must stay.
    package func publish(_ event: DeliveryEvent) -> Bool {
        while true {
            switch ring.publish(event) {
            case .done(let bytes):
                let count = waiting.add(1, ordering: .acquiringAndReleasing).newValue
                if count == wanted.load(ordering: .acquiring) || bytes > ring.capacity / 2 { doorbell.ring() }
                return true
            case .full:
                guard !isStopped.load(ordering: .acquiring) else { return false }
                doorbell.ring()
                usleep(500)
            }
        }
    }

    /// Takes the mark of an attempt away: right after its outcome was published.
    package func clear(_ id: AttemptID) { marks.clear(id) }

    /// Publishes the outcome of an attempt and takes its mark away, in that order.
    ///
    /// - Returns: false when the recorder was stopped: the outcome is not recorded, and the mark stays.
    @discardableResult
    package func settle(_ report: DeliveryReport, at: Timestamp) -> Bool {
        guard publish(.outcome(report, at: at)) else { return false }
        clear(report.id)
        return true
    }

    // MARK: The committer

    /// Events that were read from the ring and are there until they are released.
    package struct Batch: Sendable {
        /// The events in the order of their publication.
        package let events: [DeliveryEvent]
        /// The position behind them: it is committed with them.
        package let end: UInt64
    }

    /// Waits until so many events are published, half the ring is used, the recorder is stopped, or the time is over.
    package func waitForEvents(_ count: Int, timeout: Duration) {
        wanted.store(count, ordering: .releasing)
        guard waiting.load(ordering: .acquiring) < count, !isStopped.load(ordering: .acquiring) else { return }
        let (seconds, attoseconds) = timeout.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        doorbell.wait(milliseconds: Int32(clamping: max(milliseconds, 0)))
    }

    /// Reads published events; they come again until they are released.
    ///
    /// - Throws: ``FlightFailure`` with `torn` when the file was changed from outside.
    package func drain(upTo count: Int) throws(FlightFailure) -> Batch {
        guard let (events, end) = ring.read(upTo: count) else {
            let cause = "what was written cannot be read back"
            throw FlightFailure(code: .torn, phase: "reading the flight recorder", path: path, cause: cause)
        }
        return Batch(events: events, end: end)
    }

    /// Gives the room of a batch back: its events are in the ledger.
    package func release(_ batch: Batch) {
        guard !batch.events.isEmpty else { return }
        ring.release(upTo: batch.end)
        waiting.subtract(batch.events.count, ordering: .acquiringAndReleasing)
    }

    /// Removes the file: when no claim is open any more.
    package func remove() { _ = unsafe unlink(path) }

    /// Ends the waiting of senders and of the committer: nothing is coming any more, or the ledger has failed.
    ///
    /// What was published stays and can be drained; publishing still works while there is room.
    package func stop() {
        isStopped.store(true, ordering: .releasing)
        doorbell.ring()
    }
}
