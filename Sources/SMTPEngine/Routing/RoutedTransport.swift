internal import DeliveryPlanning
package import MailModel
package import NIOCore
internal import NIOPosix
internal import SMTPProtocol

/// Mail to many sites: the mail exchangers of each recipient's domain, or one relay where domains have limits of their own.
///
/// A router in front distributes what the source gives; each site has its own connections, pace and health. See
/// ``Router`` for how one site never holds up another.
package struct RoutedTransport: MailTransport {
    /// Makes what carries mail to one site.
    typealias Maker = @Sendable (Site, ConnectionPlaces) -> any MailTransport

    /// How many tasks compose messages at once.
    private static let readers = 2
    /// How long a site without mail keeps its connections, in seconds.
    private static let idleLimit = 5.0
    /// Connections over all sites of direct delivery, as a share of what may be unanswered: each has two messages in flight
    /// where the server takes them.
    private static let share = 2

    private let settings: TransportSettings
    private let finder: any SiteFinder
    private let places: ConnectionPlaces
    private let makeCarrier: Maker

    init(_ settings: TransportSettings, finder: any SiteFinder, places: Int, makeCarrier: @escaping Maker) {
        self.settings = settings
        self.finder = finder
        self.places = ConnectionPlaces(places)
        self.makeCarrier = makeCarrier
    }

    /// Direct delivery by our own engine.
    ///
    /// - Parameters:
    ///   - settings: the transport; `direct` must be set.
    ///   - resolver: asks the DNS.
    ///   - policies: what is known and kept of policies; nil where there are none.
    ///   - group: the event loops; the process-wide group by default.
    /// - Throws: `TransportFailure` when the settings cannot work.
    package init(
        direct settings: TransportSettings,
        resolver: any MailExchangerResolver,
        policies: PolicyKeeper?,
        group: (any EventLoopGroup)? = nil
    ) throws(TransportFailure) {
        try Self.check(settings)
        let finder = ExchangerFinder(
            settings: settings,
            resolver: resolver,
            policies: policies,
            contexts: try ExchangerContexts(settings)
        )
        let total = max(1, settings.unanswered / Self.share)
        self.init(settings, finder: finder, places: total) { site, places in
            SiteTransport(settings, site: site, places: places, tls: nil, group: group, bucket: finder.bucket)
        }
    }

    /// One relay by our own engine, where domains have limits of their own.
    ///
    /// - Throws: `TransportFailure` when the settings cannot work.
    package init(relay settings: TransportSettings, group: (any EventLoopGroup)? = nil) throws(TransportFailure) {
        try Self.check(settings)
        let tls = settings.tls == .none ? nil : try TLSClient(settings: settings)
        let bucket = settings.messagesPerSecond.map { SharedBucket(perSecond: $0) }
        let total = max(1, min(settings.connections, settings.unanswered))
        self.init(settings, finder: RelayFinder(settings: settings), places: total) { site, places in
            SiteTransport(settings, site: site, places: places, tls: tls, group: group, bucket: bucket)
        }
    }

    /// One relay by an engine that is told its limits beforehand, where domains have limits of their own.
    ///
    /// Connections and rate are divided between the domains that have limits and all others, so that they are kept
    /// together.
    /// - Parameters:
    ///   - settings: the transport.
    ///   - engine: makes what carries one share.
    package init(
        relay settings: TransportSettings,
        engine: @escaping @Sendable (TransportSettings) -> any MailTransport
    ) {
        let total = max(1, min(settings.connections, settings.unanswered))
        self.init(settings, finder: RelayFinder(settings: settings), places: total) { site, _ in
            engine(settings.share(for: site.order))
        }
    }

    private static func check(_ settings: TransportSettings) throws(TransportFailure) {
        guard !SessionSettings.isCommandWord(settings.helloName) else { return }
        throw TransportFailure(
            code: .configuration,
            phase: .hello,
            peer: settings.name,
            cause: .unsupported("the name for EHLO is neither a domain name nor an address literal")
        )
    }

    package func deliver(
        from source: any MessageSource,
        observer: any DeliveryObserver
    ) async throws(TransportFailure) {
        let router = Router(observer: observer, readers: Self.readers, isRelay: settings.direct == nil)
        await withTaskCancellationHandler {
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<Self.readers { group.addTask { await router.read(source) } }
                group.addTask { await tidy(router) }
                for await work in router.work {
                    switch work {
                    case .find(let domain):
                        group.addTask {
                            router.found(await finder.site(for: domain), for: domain)
                            router.done()
                        }
                    case .carry(let site):
                        group.addTask {
                            await carry(site, router)
                            router.done()
                        }
                    case .look: break
                    }
                    if router.isOver { break }
                }
                group.cancelAll()
            }
        } onCancel: {
            router.stop()
        }
        router.releaseRest()
        if let failure = router.failure { throw failure }
    }

    private func tidy(_ router: Router) async {
        while true {
            do { try await Task.sleep(for: .milliseconds(250)) } catch { return }
            router.tidy(idleSince: MonotonicClock.now - Self.idleLimit)
        }
    }

    /// Carries a site's mail until it has none for a while.
    private func carry(_ site: Site, _ router: Router) async {
        let observer = SiteObserver(site: site, router: router)
        while true {
            var failure: (FailureCause, SessionPhase)?
            do throws(TransportFailure) {
                try await makeCarrier(site, places).deliver(from: site, observer: observer)
            } catch {
                failure = (error.siteCause, error.phase)
                if router.isRelay { router.fail(error) }
            }
            let isStopping = router.isStopping || Task.isCancelled
            let stop = (FailureCause.connection("told to stop before it had begun"), SessionPhase.mail)
            let (goesOn, rest) = site.ended(isStopping ? stop : failure)
            let (cause, phase) = failure ?? stop
            for message in rest {
                _ = site.settled(message.envelope.recipientCount, isProof: false)
                router.settle(message, isStopping ? .released(cause) : .deferred(cause), phase: phase)
            }
            if !goesOn { return }
        }
    }
}

extension TransportFailure {
    /// The cause as it is kept with each recipient: with the host, which a relay's settings would name.
    var siteCause: FailureCause {
        switch cause {
        case .connection(let text): .connection("\(peer): \(text)")
        case .unsupported(let text): .unsupported("\(peer): \(text)")
        case .timeout(let seconds): .connection("\(peer): no answer within \(seconds) s, at \(phase.phrase)")
        case .reply, .protocolBreach, .routing, .busy: cause
        }
    }
}

extension TransportSettings {
    /// What one share of a relay gets from an engine that cannot be told while it runs.
    func share(for order: SiteOrder) -> TransportSettings {
        var share = self
        share.domains = [:]
        share.connections = order.limits.connections
        let limits = domains.values.map { PaceLimits(self, domain: $0, hosts: []) }
        let isOthers = domains[order.name] == nil
        if isOthers {
            let taken = limits.reduce(0) { $0 + min($1.connections, max(1, connections / (limits.count + 1))) }
            share.connections = max(1, connections - taken)
            if let messagesPerSecond {
                let promised = limits.reduce(0.0) { $0 + ($1.messagesPerSecond ?? 0) }
                share.messagesPerSecond = max(messagesPerSecond / 10, messagesPerSecond - promised)
            }
        } else {
            share.connections = min(order.limits.connections, max(1, connections / (limits.count + 1)))
            let rates = [order.limits.messagesPerSecond, messagesPerSecond].compactMap(\.self)
            share.messagesPerSecond = rates.min()
        }
        share.unanswered = max(1, unanswered / max(1, connections) * share.connections)
        return share
    }
}
