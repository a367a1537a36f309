internal import Dispatch
internal import MailModel
internal import Synchronization

/// What the connections' threads share: messages that wait, who has a session, how it ends.
///
/// Messages come in batches from the source, on a task; threads take them one by one and sleep on a bell each while
/// there is none. Until one session stands, only one thread tries, so that a wrong password is tried once.
final class DeliveryQueue: Sendable {
    /// A message that waits.
    struct Entry: Sendable {
        var message: OutgoingMessage
        /// Whether a connection was lost under it before, nothing of it having been processed.
        var wasTriedAgain = false
    }

    /// What a thread is to do.
    enum Order: Sendable {
        /// Send this, not before the instant.
        case send(Entry, notBefore: ContinuousClock.Instant?)
        /// Close the connection and end.
        case end
    }

    struct State {
        /// Messages that wait, the next one last.
        var waiting: [Entry] = []
        /// Messages that threads have taken.
        var inHands = 0
        var sourceIsDone = false
        var stopDeadline: ContinuousClock.Instant?
        var failure: TransportFailure?
        /// Threads with a session; by number.
        var sessions: Set<Int> = []
        /// Whether there ever was a session.
        var hadSession = false
        /// Tries to make a session that failed since the last one stood.
        var failuresInRow = 0
        /// The thread that makes the first session.
        var prober: Int?
        /// Threads that wait for a message.
        var idle: Set<Int> = []
        /// Threads that wait for a time, and are woken only by the end.
        var sleeping: Set<Int> = []
        var runningThreads = 0
        var nextSlot = ContinuousClock.now
        var demand: CheckedContinuation<Int?, Never>?
        var end: CheckedContinuation<Void, Never>?

        var isStopping: Bool { stopDeadline != nil || failure != nil }
    }

    let state = Mutex(State())
    let isToldToStop = Atomic(false)
    let settings: TransportSettings
    let observer: any DeliveryObserver
    let bells: [DispatchSemaphore]
    /// Most messages that wait: enough that threads do not run dry while the source makes the next batch.
    let capacity: Int

    init(settings: TransportSettings, observer: any DeliveryObserver) {
        self.settings = settings
        self.observer = observer
        // A connection has one message without reply at most, since libcurl does not pipeline.
        let threads = max(1, min(settings.connections, settings.unanswered))
        bells = (0..<threads).map { _ in DispatchSemaphore(value: 0) }
        capacity = max(64, 8 * threads)
    }

    /// When open transactions must end; nil while nobody said stop.
    ///
    /// Asked many times for each message: the lock is taken only when there is something to learn.
    var stopDeadline: ContinuousClock.Instant? {
        isToldToStop.load(ordering: .acquiring) ? state.withLock { $0.stopDeadline } : nil
    }

    /// Why the transport cannot go on.
    var failure: TransportFailure? { state.withLock { $0.failure } }

    /// Reports everybody of a message.
    func report(
        _ message: OutgoingMessage,
        _ outcome: RecipientOutcome,
        phase: SessionPhase,
        session: SessionID? = nil
    ) {
        for recipient in message.envelope.allRecipients {
            observer.record(DeliveryReport(id: recipient.id, outcome: outcome, phase: phase, session: session))
        }
    }

    func ring(_ threads: some Sequence<Int>) {
        for thread in threads { bells[thread].signal() }
    }
}
