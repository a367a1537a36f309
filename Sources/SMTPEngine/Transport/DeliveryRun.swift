internal import DeliveryPlanning
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

    /// What is known of the servers.
    fileprivate struct Standing {
        var health: SiteHealth
        var rotation: ExchangerRotation
        /// Which host a connection goes to.
        var hosts: [Int: Int] = [:]
        var workers = 0
        var retiring = 0
        /// The rate that the feed keeps.
        var rate: Double?
    }

    let settings: TransportSettings
    let feed: Feed
    let signals: AsyncStream<Signal>
    private let destination: Destination
    private let pace: PaceKeeper?
    private let places: ConnectionPlaces?
    private let signal: AsyncStream<Signal>.Continuation
    private let standing: Mutex<Standing>
    private let observer: any DeliveryObserver
    private let idleLimit: Duration

    /// A run.
    ///
    /// - Parameters:
    ///   - settings: the transport.
    ///   - destination: where connections go.
    ///   - feed: the mail.
    ///   - observer: hears of outcomes.
    ///   - idleLimit: how long a connection is kept without anything to say.
    ///   - pace: what the destination is given; nil for what the settings say.
    ///   - places: connections that this run shares with others; nil where it has its own.
    init(
        settings: TransportSettings,
        destination: Destination,
        feed: Feed,
        observer: any DeliveryObserver,
        idleLimit: Duration,
        pace: PaceKeeper? = nil,
        places: ConnectionPlaces? = nil
    ) {
        self.idleLimit = idleLimit
        self.settings = settings
        self.destination = destination
        self.feed = feed
        self.observer = observer
        self.pace = pace
        self.places = places
        standing = Mutex(
            Standing(
                health: SiteHealth(
                    peer: destination.peer,
                    tls: destination.hosts[0].tls,
                    patience: destination.patience
                ),
                rotation: ExchangerRotation(count: destination.hosts.count)
            )
        )
        (signals, signal) = AsyncStream.makeStream(of: Signal.self)
    }

    /// Connections at most: each has a message unanswered at times.
    var connectionLimit: Int {
        max(1, min(settings.connections, settings.unanswered, pace?.connections ?? .max))
    }

    /// Why the run has to stop; nil while it has not.
    var failure: TransportFailure? { standing.withLock { $0.health.failure } }

    /// Whether all that these workers still do is to make connections which nobody needs any more.
    ///
    /// - Parameter workers: how many are not done.
    /// - Returns: whether they can be called off.
    func isOver(for workers: Int) -> Bool {
        standing.withLock { $0.health.connecting } == workers && feed.isDrained
    }

    func tell(_ word: Signal) {
        if word == .workerDone {
            standing.withLock { standing in
                standing.workers -= 1
                standing.retiring = max(0, standing.retiring - 1)
            }
        }
        signal.yield(word)
    }

    func workerStarted() { standing.withLock { $0.workers += 1 } }

    /// Whether a worker with a connection is to end: there are more than the destination is given now.
    func mayRetire() -> Bool {
        guard let pace else { return false }
        _ = pace.grow()
        keepPace(pace)
        let limit = connectionLimit
        return standing.withLock { standing in
            let staying = standing.workers - standing.retiring
            guard staying > limit else { return false }
            standing.retiring += 1
            return true
        }
    }

    /// Whether a worker is to give its connection's place to others that wait for one, and come again behind them.
    ///
    /// - Parameter since: when it got the place.
    /// - Returns: true when somebody waits and it had its turn.
    func mayYield(since: ContinuousClock.Instant) -> Bool {
        guard let places, places.isWanted else { return false }
        return ContinuousClock.now - since > Self.turn
    }

    /// How long a place is kept at least while others wait: a connection costs round trips to make.
    private static let turn = Duration.seconds(1)

    /// Waits for one of the places that this run shares with others.
    ///
    /// - Returns: false when the task is cancelled.
    func takePlace() async -> Bool { await places?.take() ?? true }

    /// Gives the place to others.
    func leavePlace() { places?.leave() }

    /// Waits until a worker may connect.
    ///
    /// - Returns: the number of its connection; nil when there is no mail to connect for, or no session can be had.
    func admission() async -> Int? {
        while !Task.isCancelled, feed.hasMail {
            switch standing.withLock({ $0.health.admit(now: .now()) }) {
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
        case .opened:
            standing.withLock { standing in
                standing.health.opened(number)
                if let host = standing.hosts[number] { standing.rotation.worked(host) }
            }
        case .proved: standing.withLock { $0.health.proved(number) }
        case .gaveBack(let messages): feed.giveBack(messages)
        case .ended(let end):
            leavePlace()
            let hasMail = feed.hasMail
            let (hasFailed, isUnwanted) = standing.withLock { standing in
                let isConnecting = standing.health.isConnecting(number)
                // Refused beside open ones, or told to go before anything was done: there are too many.
                let isRefused = isConnecting && end.phase == .connect && standing.health.openCount > 0
                let isSentAway = end.kind == .closing && !standing.health.isWorking(number)
                standing.ended(number, end, hasMail: hasMail, isConnecting: isConnecting)
                return (standing.health.failure != nil, isRefused || isSentAway)
            }
            if let sign = PaceSignal(end.cause) ?? (isUnwanted ? .connections : nil) { slowDown(sign) }
            if hasFailed { tell(.failed) }
        }
    }

    private func slowDown(_ sign: PaceSignal) {
        guard let pace, pace.heard(sign) else { return }
        keepPace(pace)
    }

    /// Holds the feed to the rate that the destination is given now.
    private func keepPace(_ pace: PaceKeeper) {
        let rate = pace.messagesPerSecond
        let isNew = standing.withLock { standing in
            defer { standing.rate = rate }
            return standing.rate != rate
        }
        if isNew { feed.setRate(rate) }
    }

    /// What a connection is to do.
    ///
    /// - Parameter number: as it was admitted.
    /// - Returns: all that it needs to know.
    func plan(_ number: Int) -> ConnectionPlan {
        let (allowsPipelining, avoidsTLS, place) = standing.withLock { standing in
            let place = standing.rotation.next(now: MonotonicClock.now) ?? 0
            standing.hosts[number] = place
            return (standing.health.allowsPipelining, standing.health.avoidsTLS, place)
        }
        let host = destination.hosts[place]
        var session = SessionSettings(
            helloName: settings.helloName,
            tls: host.tls,
            login: settings.login,
            messageLimit: settings.messagesPerConnection,
            window: max(1, settings.unanswered / (places?.count ?? connectionLimit))
        )
        session.dialect = settings.dialect
        session.host = settings.host
        session.port = settings.port
        session.allowsClearLogin = settings.allowsClearLogin
        session.allowsPipelining = allowsPipelining
        session.avoidsTLS = avoidsTLS
        session.timeouts = settings.timeouts
        return ConnectionPlan(
            host: host.name,
            port: destination.port,
            addresses: host.addresses,
            sourceAddress: settings.sourceAddress,
            proxy: settings.proxy,
            session: session,
            grace: settings.grace,
            tls: destination.client,
            exchangerTLS: host.exchangerTLS,
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

extension DeliveryRun.Standing {
    /// A session ended, or could not be had; then the next host is tried, and only when all have failed it counts.
    fileprivate mutating func ended(_ number: Int, _ end: SessionEnd, hasMail: Bool, isConnecting: Bool) {
        let host = hosts.removeValue(forKey: number)
        let now = MonotonicClock.now
        if isConnecting, end.kind != .quit, let host { rotation.failed(host, now: now) }
        // TLS that nobody demands is left out at the same host first.
        let isTLS = end.phase == .tlsHandshake && health.takesTLSOrNot
        if isConnecting, end.kind != .quit, !isTLS, rotation.next(now: now) != nil { return health.moved(number) }
        if isTLS, let host { rotation.worked(host) }
        health.ended(number, end, hasMail: hasMail, now: .now())
    }
}
