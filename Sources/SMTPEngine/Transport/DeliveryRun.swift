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
        health = Mutex(SiteHealth(peer: "\(settings.host):\(settings.port)", tls: settings.tls))
        (signals, signal) = AsyncStream.makeStream(of: Signal.self)
    }

    /// Connections at most: each has a message unanswered at times.
    var connectionLimit: Int { max(1, min(settings.connections, settings.unanswered)) }

    /// Why the run has to stop; nil while it has not.
    var failure: TransportFailure? { health.withLock { $0.failure } }

    /// Whether all that these workers still do is to make connections which nobody needs any more.
    ///
    /// - Parameter workers: how many are not done.
    /// - Returns: whether they can be called off.
    func isOver(for workers: Int) -> Bool {
        health.withLock { $0.connecting } == workers && feed.isDrained
    }

    func tell(_ word: Signal) { signal.yield(word) }

    /// Waits until a worker may connect.
    ///
    /// - Returns: the number of its connection; nil when there is no mail to connect for, or no session can be had.
    func admission() async -> Int? {
        while !Task.isCancelled, feed.hasMail {
            switch health.withLock({ $0.admit(now: .now()) }) {
            case .go(let number):
                return number
            case .stop:
                return nil
            case .wait(let until):
                // Looks again at short intervals: a session that gets something done ends the wait.
                let pause = min(until - .now(), .milliseconds(100))
                try? await Task.sleep(for: .nanoseconds(pause.nanoseconds))
            }
        }
        return nil
    }

    /// Takes in what a connection says of itself.
    private func hear(_ event: ConnectionEvent, of number: Int) {
        switch event {
        case .opened: health.withLock { $0.opened(number) }
        case .proved: health.withLock { $0.proved(number) }
        case .gaveBack(let messages): feed.giveBack(messages)
        case .ended(let end):
            let hasMail = feed.hasMail
            let hasFailed = health.withLock { health in
                health.ended(number, end, hasMail: hasMail, now: .now())
                return health.failure != nil
            }
            if hasFailed { tell(.failed) }
        }
    }

    /// What a connection is to do.
    ///
    /// - Parameter number: as it was admitted.
    /// - Returns: all that it needs to know.
    func plan(_ number: Int) -> ConnectionPlan {
        let (allowsPipelining, avoidsTLS) = health.withLock { ($0.allowsPipelining, $0.avoidsTLS) }
        var session = SessionSettings(
            helloName: settings.helloName,
            tls: settings.tls,
            login: settings.login,
            messageLimit: settings.messagesPerConnection,
            window: max(1, settings.unanswered / connectionLimit)
        )
        session.dialect = settings.dialect
        session.host = settings.host
        session.port = settings.port
        session.allowsClearLogin = settings.allowsClearLogin
        session.allowsPipelining = allowsPipelining
        session.avoidsTLS = avoidsTLS
        session.timeouts = settings.timeouts
        return ConnectionPlan(
            host: settings.host,
            port: settings.port,
            sourceAddress: settings.sourceAddress,
            proxy: settings.proxy,
            session: session,
            grace: settings.grace,
            tls: tls,
            observer: observer,
            idleLimit: idleLimit,
            heard: { self.hear($0, of: number) }
        )
    }

    /// Reports what no session took.
    func releaseRest() {
        let cause = failure?.cause ?? .connection("told to stop before it had begun")
        let phase = failure?.phase ?? .mail
        for message in feed.takeRest() {
            for recipient in [message.envelope.recipient] + message.envelope.furtherRecipients {
                observer.record(
                    DeliveryReport(id: recipient.id, outcome: .released(cause), phase: phase, session: nil)
                )
            }
        }
    }
}
