internal import MailModel
internal import NIOCore
internal import SMTPProtocol
internal import Synchronization

/// What the workers of one run share.
final class DeliveryRun: Sendable {
    /// What workers tell the one who starts them.
    enum Signal: Sendable {
        /// There is more to do than those who are there can carry.
        case moreToDo
        /// A worker is done.
        case workerDone
        /// No session can be had.
        case failed
    }

    let settings: TransportSettings
    let feed: Feed
    let signals: AsyncStream<Signal>
    private let signal: AsyncStream<Signal>.Continuation
    private let health: Mutex<SiteHealth>
    private let tls: TLSClient?
    private let observer: any DeliveryObserver
    private let idleLimit: Duration

    init(
        settings: TransportSettings,
        tls: TLSClient?,
        feed: Feed,
        observer: any DeliveryObserver,
        idleLimit: Duration
    ) {
        self.idleLimit = idleLimit
        self.settings = settings
        self.tls = tls
        self.feed = feed
        self.observer = observer
        health = Mutex(SiteHealth(peer: "\(settings.host):\(settings.port)"))
        (signals, signal) = AsyncStream.makeStream(of: Signal.self)
    }

    /// Connections at most: each has a message unanswered at times.
    var connectionLimit: Int { max(1, min(settings.connections, settings.unanswered)) }

    /// Why the run has to stop; nil while it has not.
    var failure: TransportFailure? { health.withLock { $0.failure } }

    func tell(_ word: Signal) { signal.yield(word) }

    /// Waits until this worker may connect.
    ///
    /// - Returns: false when there is nothing left to do, or no session can be had.
    func admission() async -> Bool {
        while !Task.isCancelled {
            switch health.withLock({ $0.admission(now: .now()) }) {
            case .go:
                return true
            case .stop:
                return false
            case .wait(let until):
                if feed.isDrained { return false }
                let pause = min(until - .now(), .milliseconds(100))
                try? await Task.sleep(for: .nanoseconds(pause.nanoseconds))
            }
        }
        return false
    }

    /// Whether a worker that has messages may connect, now that it has them.
    func claim() -> Bool { health.withLock { $0.claim(now: .now()) } }

    func opened() { health.withLock { $0.opened() } }

    func proved() { health.withLock { $0.proved() } }

    /// A connection is over, or was not made.
    func ended(_ connection: ConnectionEnd, wasOpen: Bool) {
        feed.giveBack(connection.leftover)
        let hasFailed = health.withLock { health in
            health.ended(
                connection.end,
                wasOpen: wasOpen,
                answered: connection.answered,
                tls: settings.tls,
                now: .now()
            )
            return health.failure != nil
        }
        if hasFailed { tell(.failed) }
    }

    /// What the next connection is to do.
    func plan() -> ConnectionPlan {
        let (allowsPipelining, avoidsTLS) = health.withLock { ($0.allowsPipelining, $0.avoidsTLS) }
        var session = SessionSettings(
            helloName: settings.helloName,
            tls: settings.tls,
            login: settings.login,
            messageLimit: settings.messagesPerConnection,
            window: max(1, settings.unanswered / connectionLimit)
        )
        session.allowsPipelining = allowsPipelining
        session.avoidsTLS = avoidsTLS
        session.timeouts = settings.timeouts
        return ConnectionPlan(
            host: settings.host,
            port: settings.port,
            session: session,
            grace: settings.grace,
            tls: tls,
            observer: observer,
            idleLimit: idleLimit
        )
    }

    /// Reports what no session took.
    func releaseReturned() {
        let cause = failure?.cause ?? .connection("told to stop before it had begun")
        let phase = failure?.phase ?? .mail
        for message in feed.takeReturned() {
            for recipient in [message.envelope.recipient] + message.envelope.furtherRecipients {
                observer.record(
                    DeliveryReport(id: recipient.id, outcome: .released(cause), phase: phase, session: nil)
                )
            }
        }
    }
}
