internal import DeliveryPlanning
internal import MailModel
internal import Synchronization

/// One site's mail and standing within a run: a queue of its own, so that nobody waits for another site.
///
/// It is the source of mail for the transport that carries it, and ends when it is told to close and the queue is empty.
final class Site: MessageSource {
    /// What is to be done with a message for this site.
    enum Admission {
        /// It waits in the queue now; whether somebody has to begin carrying mail.
        case queued(begins: Bool)
        /// The site cannot be had for now; why.
        case down(FailureCause, SessionPhase)
        /// It has as much as it can take for now; when there is room, in seconds.
        case busy(UInt32)
    }

    fileprivate struct State: ~Copyable {
        var order: SiteOrder
        var queue: [OutgoingMessage] = []
        var waiting = WaitList()
        var last: UInt64 = 0
        /// Recipients that are here without an outcome.
        var held = 0
        var isCarried = false
        var isClosing = false
        /// Whether a server has decided anything since mail was last carried.
        var isProved = false
        var failures = 0
        var downUntil = 0.0
        var downCause: (FailureCause, SessionPhase)?
        var lastProgress: Double
        /// When the next recipient that finds no room may come again.
        var nextSlot = 0.0
    }

    /// Recipients that every site may hold.
    private static let leastRoom = 16
    /// Seconds of its rate that a site may hold: more would only wait here.
    private static let roomSeconds = 4.0
    /// How long those wait whose mail was given up before the site has shown how fast it is, in seconds; spread by as much.
    private static let firstWait: UInt32 = 5
    /// How long a site is left alone that could not be had: a minute, then twice as long each time.
    private static let firstPause = 60.0
    private static let longestPause = 900.0

    let identity: SiteIdentity
    let pace: PaceKeeper
    private let state: Mutex<State>

    init(_ order: SiteOrder) {
        identity = order.identity
        pace = PaceKeeper(order.limits)
        state = Mutex(State(order: order, lastProgress: MonotonicClock.now))
    }

    /// What is needed to deliver to it.
    var order: SiteOrder { state.withLock { $0.order } }
    /// Recipients that are here without an outcome.
    var held: Int { state.withLock { $0.held } }
    /// When it last got anything done.
    var lastProgress: Double { state.withLock { $0.lastProgress } }
    /// Whether there is nothing about it that has to be remembered.
    var isForgettable: Bool {
        let isIdle = state.withLock { $0.held == 0 && !$0.isCarried && $0.downUntil <= MonotonicClock.now }
        return isIdle && !pace.isReduced
    }

    /// Takes what is known newly: addresses change.
    func update(_ order: SiteOrder) { state.withLock { $0.order = order } }

    /// Takes a message, where there is room.
    func admit(_ message: OutgoingMessage) -> Admission {
        let rate = pace.messagesPerSecond
        let (admission, sleeper) = state.withLock { state -> (Admission, CheckedContinuation<Void, Never>?) in
            let now = MonotonicClock.now
            if let (cause, phase) = state.downCause, state.downUntil > now || (state.isCarried && !state.isProved) {
                return (.down(cause, phase), nil)
            }
            if let rate, state.held >= max(Self.leastRoom, Int(rate * Self.roomSeconds)) {
                return (.busy(state.slot(now, rate)), nil)
            }
            state.held += message.envelope.recipientCount
            state.queue.append(message)
            state.isClosing = false
            let begins = !state.isCarried
            if begins {
                state.isCarried = true
                state.isProved = false
            }
            return (.queued(begins: begins), state.waiting.popFirst())
        }
        sleeper?.resume()
        return admission
    }

    func next(upTo count: Int) async -> [OutgoingMessage]? {
        while !Task.isCancelled {
            let (batch, isOver) = state.withLock { state -> ([OutgoingMessage], Bool) in
                let batch = Array(state.queue.prefix(count))
                state.queue.removeFirst(batch.count)
                return (batch, batch.isEmpty && state.isClosing)
            }
            if !batch.isEmpty { return batch }
            if isOver { return nil }
            await sleep()
        }
        return nil
    }

    private func sleep() async {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let isDone = state.withLock { state in
                    guard state.queue.isEmpty, !state.isClosing, !Task.isCancelled else { return true }
                    state.waiting.append(number, continuation)
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiting.remove(number) }?.resume()
        }
    }

    /// Recipients have their outcome.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - isProof: whether the site itself decided.
    /// - Returns: how many are still here.
    func settled(_ count: Int, isProof: Bool) -> Int {
        state.withLock { state in
            state.held -= count
            guard isProof else { return state.held }
            state.lastProgress = MonotonicClock.now
            state.isProved = true
            state.failures = 0
            state.downCause = nil
            return state.held
        }
    }

    /// Ends the carrying once the queue is empty.
    func close() {
        var sleepers: [CheckedContinuation<Void, Never>] = []
        state.withLock { state in
            state.isClosing = true
            while let sleeper = state.waiting.popFirst() { sleepers.append(sleeper) }
        }
        for sleeper in sleepers { sleeper.resume() }
    }

    /// Whoever carried mail is done.
    ///
    /// - Parameter cause: why the site cannot be had, and at which step; nil when it could.
    /// - Returns: whether mail has come meanwhile that is to be carried; what waits and cannot be, with a cause.
    func ended(_ cause: (FailureCause, SessionPhase)?) -> (goesOn: Bool, rest: [OutgoingMessage]) {
        state.withLock { state in
            if let cause {
                let pause = min(Self.firstPause * Double(1 << min(state.failures, 8)), Self.longestPause)
                state.failures += 1
                state.downUntil = MonotonicClock.now + pause
                state.downCause = cause
            }
            guard cause == nil, !state.queue.isEmpty else {
                state.isCarried = false
                defer { state.queue = [] }
                return (false, state.queue)
            }
            return (true, [])
        }
    }

    /// Gives up what waits in the queue and cannot leave soon, to make room for others.
    ///
    /// - Parameter everything: whether nothing is to stay.
    /// - Returns: the messages, each with the seconds until there may be room for it.
    func giveUpQueue(everything: Bool) -> [(message: OutgoingMessage, seconds: UInt32)] {
        let rate = pace.messagesPerSecond ?? pace.achieved
        return state.withLock { state in
            let now = MonotonicClock.now
            let isMoving = state.isProved && state.lastProgress > now - 1
            let soon = isMoving ? Int(rate * Self.roomSeconds) : 0
            let keep = everything ? 0 : max(Self.leastRoom, soon) - (state.held - state.queue.count)
            guard keep < state.queue.count else { return [] }
            let rest = state.queue.suffix(state.queue.count - max(0, keep))
            state.queue.removeLast(rest.count)
            return rest.map { message in
                let wait = Self.firstWait + UInt32.random(in: 0...Self.firstWait)
                return (message, isMoving ? state.slot(now, max(rate, 1)) : wait)
            }
        }
    }
}

extension Site.State {
    /// When a recipient that finds no room may come again, in seconds: each gets a time of its own, as the rate allows.
    fileprivate mutating func slot(_ now: Double, _ rate: Double) -> UInt32 {
        let soonest = now + max(2, Double(held) / rate / 2)
        nextSlot = max(nextSlot, soonest) + 1 / rate
        // Whatever is farther than an hour is looked at again in an hour.
        return UInt32(min(3_600, max(1, nextSlot - now)).rounded(.up))
    }
}

extension Envelope {
    /// How many recipients it has.
    var recipientCount: Int { 1 + furtherRecipients.count }

    /// All recipients.
    var allRecipients: [EnvelopeRecipient] { [recipient] + furtherRecipients }
}
