internal import DeliveryPlanning
package import MailModel
package import NIOCore
internal import NIOPosix
internal import SMTPProtocol

/// Mail by our own engine, through one relay.
///
/// A worker a connection takes batches, which a fetcher beside it gets from the source, and a connection on its event loop
/// sends them; another worker is started when the last one got all it asked for, up to the limit of the settings. Nothing
/// costs a task, a lock or a hop for each message.
package struct NativeTransport: MailTransport {
    private let settings: TransportSettings
    private let group: any EventLoopGroup
    private let idleLimit: Duration

    /// A transport through the relay of the settings.
    ///
    /// - Parameters:
    ///   - settings: where and how.
    ///   - group: the event loops over which connections are spread; the process-wide group by default.
    ///   - idleLimit: how long a connection is kept without anything to say; servers allow 300 s (RFC 5321 §4.5.3.2.7),
    ///     many less.
    package init(
        settings: TransportSettings,
        group: (any EventLoopGroup)? = nil,
        idleLimit: Duration = .seconds(10)
    ) {
        self.settings = settings
        self.idleLimit = idleLimit
        self.group = group ?? MultiThreadedEventLoopGroup.singleton
    }

    package func deliver(
        from source: any MessageSource,
        observer: any DeliveryObserver
    ) async throws(TransportFailure) {
        guard SessionSettings.isCommandWord(settings.helloName) else {
            throw TransportFailure(
                code: .configuration,
                phase: .hello,
                peer: "\(settings.host):\(settings.port)",
                cause: .unsupported("the name for EHLO is neither a domain name nor an address literal")
            )
        }
        let tls = settings.tls == .none ? nil : try TLSClient(settings: settings)
        let pace = PaceKeeper(
            PaceLimits(
                connections: settings.connections,
                messagesPerSecond: settings.messagesPerSecond,
                messagesPerConnection: settings.messagesPerConnection
            )
        )
        let run = DeliveryRun(
            settings: settings,
            destination: Destination(relay: settings, tls: tls),
            feed: Feed(source: source, messagesPerSecond: settings.messagesPerSecond),
            observer: PacedObserver(base: observer, pace: pace),
            idleLimit: idleLimit,
            pace: pace
        )
        try await run.work(on: group)
    }
}

extension DeliveryRun {
    /// Delivers everything, then reports what no session took.
    ///
    /// - Throws: `TransportFailure` when no session can be had.
    func work(on group: any EventLoopGroup) async throws(TransportFailure) {
        await runWorkers(on: group)
        releaseRest()
        if let failure { throw failure }
    }

    /// The event loops that connections are spread over.
    ///
    /// Without TLS moving bytes costs less than making messages: half of the loops keep up with what the other cores
    /// compose, each finds more to do whenever it wakes, and waking is what costs most.
    private func loops(of group: any EventLoopGroup) -> [any EventLoop] {
        let all = Array(group.makeIterator())
        return settings.tls == .none ? Array(all.prefix(max(1, all.count / 2))) : all
    }

    /// Starts workers as they are needed, and waits for all.
    private func runWorkers(on group: any EventLoopGroup) async {
        await withTaskGroup(of: Void.self) { workers in
            var count = 0
            var started = 0
            let loops = loops(of: group).map { (loop: $0, round: WriteRound(on: $0)) }
            func start() {
                let (loop, round) = loops[started % loops.count]
                count += 1
                started += 1
                workerStarted()
                workers.addTask { await self.feed.fetch() }
                workers.addTask {
                    var worker = Worker(run: self, loop: loop, round: round)
                    await worker.work()
                }
            }
            start()
            for await signal in signals {
                switch signal {
                case .moreToDo: if count < connectionLimit { start() }
                case .failed: workers.cancelAll()
                case .workerDone:
                    count -= 1
                    // A server may let connections wait for minutes that it does not want.
                    if isOver(for: count) { workers.cancelAll() }
                }
                if count == 0 { break }
            }
            feed.close()
        }
    }
}
