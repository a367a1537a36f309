internal import DeliveryPlanning
internal import MailModel
internal import Synchronization

/// Distributes a run's mail to sites, so that a slow or dead one holds up nobody else.
///
/// It reads ahead no further than its room allows. A message for a site that is held to a rate, and has enough for some
/// seconds, goes back to the ledger with a time to come again, which is no attempt; one whose site cannot be had is deferred.
/// When all room is taken, what cannot leave soon is given up the same way, so that mail for others comes in.
final class Router: Sendable {
    /// What has to be done beside reading.
    enum Work: Sendable {
        /// Find out where a domain's mail goes.
        case find(String)
        /// Carry mail to a site.
        case carry(Site)
        /// Look whether everything is done.
        case look
    }

    fileprivate enum Domain {
        /// Asked for; these messages wait.
        case asked([OutgoingMessage])
        case known(SiteFinding, site: Site?, until: Double)
    }

    fileprivate struct State: ~Copyable {
        var domains: [String: Domain] = [:]
        var sites: [SiteIdentity: Site] = [:]
        /// Recipients without an outcome.
        var held = 0
        var bytes = 0
        var openReaders = 0
        /// Work that was given out and is not done.
        var openWork = 0
        var waiting = WaitList()
        var last: UInt64 = 0
        var isStopping = false
        var failure: TransportFailure?
    }

    /// Recipients that are here at most: fewer than the claims that a run may have open, or nothing for others came in.
    private static let room = 400
    /// Bytes of content that are here at most; for large messages.
    private static let roomBytes = 48 << 20
    /// Domains that are remembered at most.
    private static let mostDomains = 20_000

    let observer: any DeliveryObserver
    /// Whether all sites are one relay: when it cannot be had, nobody can be sent to.
    let isRelay: Bool
    let work: AsyncStream<Work>
    private let workInput: AsyncStream<Work>.Continuation
    private let state: Mutex<State>

    init(observer: any DeliveryObserver, readers: Int, isRelay: Bool) {
        self.observer = observer
        self.isRelay = isRelay
        (work, workInput) = AsyncStream.makeStream(of: Work.self)
        var state = State()
        state.openReaders = readers
        self.state = Mutex(state)
    }

    /// Whether the run was told to stop.
    var isStopping: Bool { state.withLock { $0.isStopping } }

    /// Why the run cannot go on; nil while it can.
    var failure: TransportFailure? { state.withLock { $0.failure } }

    /// Whether everything is done, or nothing more can be.
    var isOver: Bool { state.withLock { $0.failure != nil || ($0.openReaders == 0 && $0.openWork == 0) } }

    /// The relay cannot be had: nothing new is begun.
    func fail(_ failure: TransportFailure) {
        state.withLock { state in
            state.failure = state.failure ?? failure
            state.isStopping = true
        }
        workInput.yield(.look)
    }

    /// The run is told to stop: nothing new is begun.
    func stop() {
        state.withLock { $0.isStopping = true }
        workInput.yield(.look)
    }

    private func give(_ work: Work) {
        state.withLock { $0.openWork += 1 }
        workInput.yield(work)
    }

    /// A piece of work is done.
    func done() {
        state.withLock { $0.openWork -= 1 }
        workInput.yield(.look)
    }

    // MARK: Reading

    /// Reads while there is room, until the source has no more.
    func read(_ source: any MessageSource) async {
        while await waitForRoom(), let batch = await source.next(upTo: 64) {
            for message in batch { for part in message.parts { take(part) } }
        }
        let isLast = state.withLock { state in
            state.openReaders -= 1
            return state.openReaders == 0
        }
        if isLast { for site in sites where site.held == 0 { site.close() } }
        workInput.yield(.look)
    }

    private var sites: [Site] { state.withLock { Array($0.sites.values) } }

    private func waitForRoom() async -> Bool {
        while !Task.isCancelled {
            let number = state.withLock { state -> UInt64? in
                guard state.isFull else { return nil }
                state.last += 1
                return state.last
            }
            guard let number else { return true }
            await withTaskCancellationHandler {
                await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                    let isDone = state.withLock { state in
                        guard state.isFull, !Task.isCancelled else { return true }
                        state.waiting.append(number, continuation)
                        return false
                    }
                    if isDone { continuation.resume() }
                }
            } onCancel: {
                state.withLock { $0.waiting.remove(number) }?.resume()
            }
        }
        return false
    }

    private func take(_ message: OutgoingMessage) {
        let domain = message.envelope.recipient.domain
        let (finding, site, asks) = state.withLock { state -> (SiteFinding?, Site?, Bool) in
            state.add(message)
            switch state.domains[domain] {
            case .known(let finding, let site, let until) where until > MonotonicClock.now:
                return (finding, site, false)
            case .asked(var messages):
                // Taken out first, so that the array is not copied for each message.
                state.domains[domain] = .asked([])
                messages.append(message)
                state.domains[domain] = .asked(messages)
                return (nil, nil, false)
            case .known, nil:
                state.forgetSome()
                state.domains[domain] = .asked([message])
                return (nil, nil, true)
            }
        }
        if asks { return give(.find(domain)) }
        guard let finding else { return }
        route(message, finding, site)
    }

    /// A domain's site is known now: those who waited for it go on.
    func found(_ finding: SiteFinding, for domain: String) {
        let (messages, site) = state.withLock { state -> ([OutgoingMessage], Site?) in
            var messages: [OutgoingMessage] = []
            if case .asked(let waiting) = state.domains[domain] { messages = waiting }
            var site: Site?
            var seconds = 60
            switch finding {
            case .site(let order, let time):
                seconds = time
                site = state.site(order)
            case .failed(_, _, let time): seconds = time
            case .deferred: break
            }
            state.domains[domain] = .known(finding, site: site, until: MonotonicClock.now + Double(seconds))
            return (messages, site)
        }
        for message in messages { route(message, finding, site) }
    }

    private func route(_ message: OutgoingMessage, _ finding: SiteFinding, _ site: Site?) {
        if isStopping { return settle(message, .released(.connection("told to stop before it had begun"))) }
        switch finding {
        case .failed(let status, let words, _): settle(message, .failed(.routing(status, words)))
        case .deferred(let status, let words): settle(message, .deferred(.routing(status, words)))
        case .site(let order, _):
            guard let site else { preconditionFailure("a site that was found and is not there") }
            switch site.admit(message) {
            case .queued(let begins): if begins { give(.carry(site)) }
            case .down(let cause, let phase): settle(message, .deferred(cause), phase: phase)
            case .busy(let seconds):
                let words = "\(order.name) gets no more for now; again in \(seconds) s"
                settle(message, .released(.busy(seconds: seconds, words)))
            }
        }
    }

    // MARK: Outcomes

    /// Reports the outcome of a message that no session has seen.
    func settle(_ message: OutgoingMessage, _ outcome: RecipientOutcome, phase: SessionPhase = .resolve) {
        for recipient in message.envelope.allRecipients {
            observer.record(DeliveryReport(id: recipient.id, outcome: outcome, phase: phase, session: nil))
        }
        leave(message.envelope.recipientCount)
    }

    /// A recipient of a site has its outcome.
    func settled(_ site: Site, isProof: Bool) {
        let left = site.settled(1, isProof: isProof)
        leave(1)
        if left == 0, state.withLock({ $0.openReaders == 0 }) { site.close() }
    }

    private func leave(_ count: Int) {
        let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.bytes -= state.bytes / max(1, state.held) * count
            state.held -= count
            return state.held < Self.room * 7 / 8 ? state.waiting.popFirst() : nil
        }
        sleeper?.resume()
    }

    // MARK: Making room

    /// Looks after what nobody else does: room that does not become free, sites that nobody has mail for.
    ///
    /// - Parameter idleSince: sites that got nothing done since then and hold nothing are closed.
    func tidy(idleSince: Double) {
        let (sites, isFull) = state.withLock { (Array($0.sites.values), $0.isFull) }
        let idle = sites.filter { $0.held == 0 && $0.lastProgress < idleSince }
        for site in idle { site.close() }
        let forgettable = idle.filter(\.isForgettable)
        if !forgettable.isEmpty {
            state.withLock { state in
                for site in forgettable where state.sites[site.identity] === site {
                    state.sites[site.identity] = nil
                }
                state.domains = state.domains.filter { _, domain in
                    guard case .known(_, let site?, _) = domain else { return true }
                    return !forgettable.contains { $0 === site }
                }
            }
        }
        if isFull { evict(sites) }
    }

    /// Gives up mail that cannot leave soon; when that is not enough, all of those sites that got nothing done longest.
    private func evict(_ sites: [Site]) {
        var freed = sites.reduce(0) { $0 + giveUpQueue(of: $1, everything: false) }
        let stuck = sites.filter { $0.held > 0 && $0.lastProgress < MonotonicClock.now - 1 }
        for site in stuck.sorted(by: { $0.lastProgress < $1.lastProgress }) where freed < Self.room / 4 {
            freed += giveUpQueue(of: site, everything: true)
        }
    }

    private func giveUpQueue(of site: Site, everything: Bool) -> Int {
        let name = site.order.name
        let given = site.giveUpQueue(everything: everything)
        for (message, seconds) in given {
            let words = "\(name) is slow, and others wait; again in \(seconds) s"
            _ = site.settled(message.envelope.recipientCount, isProof: false)
            settle(message, .released(.busy(seconds: seconds, words)))
        }
        return given.reduce(0) { $0 + $1.message.envelope.recipientCount }
    }

    /// Reports what nobody has seen; for the end of a run that was told to stop.
    func releaseRest() {
        let rest = state.withLock { state -> [OutgoingMessage] in
            var rest: [OutgoingMessage] = []
            for (domain, entry) in state.domains {
                guard case .asked(let messages) = entry else { continue }
                rest += messages
                state.domains[domain] = nil
            }
            return rest
        }
        for message in rest { settle(message, .released(.connection("told to stop before it had begun"))) }
    }
}

extension Router.State {
    fileprivate var isFull: Bool { held >= Router.fullAt.recipients || bytes >= Router.fullAt.bytes }

    fileprivate mutating func add(_ message: OutgoingMessage) {
        held += message.envelope.recipientCount
        bytes += message.content.size
    }

    /// The site as it is known already, or a new one.
    fileprivate mutating func site(_ order: SiteOrder) -> Site {
        if let site = sites[order.identity] {
            site.update(order)
            return site
        }
        let site = Site(order)
        sites[order.identity] = site
        return site
    }

    /// Keeps the number of domains bounded: what is not waited for can be asked again.
    fileprivate mutating func forgetSome() {
        guard domains.count >= Router.mostRemembered else { return }
        let now = MonotonicClock.now
        domains = domains.filter { _, domain in
            switch domain {
            case .asked: true
            case .known(.site, _, let until): until > now && Bool.random()
            case .known: false
            }
        }
    }
}

extension Router {
    fileprivate static var fullAt: (recipients: Int, bytes: Int) { (room, roomBytes) }
    fileprivate static var mostRemembered: Int { mostDomains }
}

extension OutgoingMessage {
    /// The message once for each domain among its recipients; in almost all cases itself.
    var parts: [OutgoingMessage] {
        let domain = envelope.recipient.domain
        guard envelope.furtherRecipients.contains(where: { $0.domain != domain }) else { return [self] }
        var parts: [OutgoingMessage] = []
        for recipient in envelope.allRecipients {
            if let place = parts.firstIndex(where: { $0.envelope.recipient.domain == recipient.domain }) {
                parts[place].envelope.furtherRecipients.append(recipient)
            } else {
                var part = self
                part.envelope.recipient = recipient
                part.envelope.furtherRecipients = []
                parts.append(part)
            }
        }
        return parts
    }
}
