internal import MailModel
internal import NIOCore
internal import Synchronization

/// All mail of a run that no connection has: workers take from it, connections give back what they did not begin.
///
/// The source may let a caller wait until every message that it gave out has an outcome. So no worker ever waits for the
/// source: fetchers do, one a worker, and whoever waits for mail gets what comes first, fetched or given back. Where mail is
/// here, at least one worker is awake to take it; those that have a connection come first.
final class Feed: Sendable {
    /// Who waits for what.
    private enum Line {
        /// Workers with a connection, for mail.
        case connected
        /// Workers without one, to see whether it pays to connect.
        case unconnected
        /// Fetchers, for something to do.
        case fetchers
    }

    private struct State: ~Copyable {
        var mail: [OutgoingMessage] = []
        /// Sizes of the batches that somebody waits for and no fetcher has taken up.
        var wanted: [Int] = []
        /// Fetchers that wait for the source.
        var fetching = 0
        var isExhausted = false
        var bucket: TokenBucket?
        var connected = WaitList()
        var unconnected = WaitList()
        var fetchers = WaitList()
        var lastNumber: UInt64 = 0

        /// Whether no mail is here and none will come from the source.
        var isDrained: Bool { mail.isEmpty && isExhausted && fetching == 0 }
    }

    /// What a look at the mail came to.
    private enum Look {
        case batch([OutgoingMessage])
        case later(NIODeadline)
        case nothing
    }

    private let source: any MessageSource
    private let state: Mutex<State>
    private let shared: SharedBucket?

    init(source: any MessageSource, messagesPerSecond: Double?, shared: SharedBucket? = nil) {
        self.source = source
        self.shared = shared
        let bucket = messagesPerSecond.map { TokenBucket(perSecond: $0, now: .now()) }
        state = Mutex(State(bucket: bucket))
    }

    /// Changes the rate; nil for as fast as it goes.
    func setRate(_ messagesPerSecond: Double?) {
        state.withLock { state in
            guard let messagesPerSecond else {
                state.bucket = nil
                return
            }
            if state.bucket?.setRate(messagesPerSecond, now: .now()) == nil {
                state.bucket = TokenBucket(perSecond: messagesPerSecond, now: .now())
            }
        }
    }

    /// Whether there is mail that no connection has.
    var hasMail: Bool { state.withLock { !$0.mail.isEmpty } }

    /// Whether all mail was taken and none will come, but for what connections give back.
    var isDrained: Bool { state.withLock { $0.isDrained } }

    // MARK: Workers

    /// The next messages for a connection, as the rate allows.
    ///
    /// - Parameter count: the most that are given.
    /// - Returns: 1 to `count` messages; nil when no more will come or the task is cancelled.
    func take(upTo count: Int) async -> [OutgoingMessage]? {
        while await waitForMail(upTo: count, isConnected: true) {
            switch look(count) {
            case .batch(let batch): return batch
            case .later(let time): try? await Task.sleep(for: .nanoseconds((time - .now()).nanoseconds))
            case .nothing: continue
            }
        }
        return nil
    }

    /// Waits until there is mail, and has it fetched.
    ///
    /// - Parameters:
    ///   - count: how many messages are to be fetched where there are none.
    ///   - isConnected: whether the caller can send at once.
    /// - Returns: whether there is; false when no more will come or the task is cancelled.
    func waitForMail(upTo count: Int, isConnected: Bool) async -> Bool {
        while !Task.isCancelled {
            let answer = state.withLock { state in state.mail.isEmpty ? (state.isDrained ? false : nil) : true }
            if let answer { return answer }
            await sleep(in: isConnected ? .connected : .unconnected, wanting: count)
        }
        return false
    }

    private func look(_ count: Int) -> Look {
        let (look, woken) = state.withLock { state -> (Look, [CheckedContinuation<Void, Never>]) in
            guard !state.mail.isEmpty else { return (.nothing, []) }
            var allowed = min(count, state.mail.count)
            if let (granted, time) = state.bucket?.take(allowed, now: .now()) {
                guard granted > 0 else { return (.later(time), []) }
                allowed = granted
            }
            if let (granted, time) = shared?.take(allowed) {
                state.bucket?.giveBack(allowed - granted)
                guard granted > 0 else { return (.later(time), []) }
                allowed = granted
            }
            let batch = Self.takeMail(allowed, &state)
            return (.batch(batch), Self.whoWakes(&state))
        }
        for sleeper in woken { sleeper.resume() }
        return look
    }

    /// Takes mail out; where it is all there is, as it mostly is, no message is copied.
    private static func takeMail(_ count: Int, _ state: inout State) -> [OutgoingMessage] {
        var batch: [OutgoingMessage] = []
        if count == state.mail.count {
            swap(&batch, &state.mail)
        } else {
            batch = Array(state.mail.prefix(count))
            state.mail.removeFirst(count)
        }
        return batch
    }

    /// Takes back messages of which nothing has begun.
    func giveBack(_ messages: [OutgoingMessage]) {
        guard !messages.isEmpty else { return }
        let woken = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.mail.insert(contentsOf: messages, at: 0)
            state.bucket?.giveBack(messages.count)
            shared?.giveBack(messages.count)
            return Self.whoWakes(&state)
        }
        for sleeper in woken { sleeper.resume() }
    }

    /// All that was given back or fetched, and not taken; for the end of a run.
    func takeRest() -> [OutgoingMessage] {
        state.withLock { state in
            defer { state.mail = [] }
            return state.mail
        }
    }

    // MARK: Fetchers

    /// Fetches while somebody waits for mail; ends when the source does, when the feed is closed or the task cancelled.
    func fetch() async {
        while let count = await demand() {
            var batch = await source.next(upTo: count)
            while batch?.isEmpty == true, !Task.isCancelled { batch = await source.next(upTo: count) }
            let woken = state.withLock { state -> [CheckedContinuation<Void, Never>] in
                state.fetching -= 1
                if let batch { Self.add(batch, &state) } else { Self.exhaust(&state) }
                return Self.whoWakes(&state)
            }
            for sleeper in woken { sleeper.resume() }
        }
    }

    /// Nobody will take mail any more: fetchers end.
    func close() {
        let woken = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            Self.exhaust(&state)
            return Self.whoWakes(&state)
        }
        for sleeper in woken { sleeper.resume() }
    }

    /// The size of the next batch to fetch; nil when there is nothing to be fetched any more.
    private func demand() async -> Int? {
        while !Task.isCancelled {
            let (isOver, count) = state.withLock { state -> (Bool, Int?) in
                if state.isExhausted { return (true, nil) }
                guard !state.wanted.isEmpty else { return (false, nil) }
                state.fetching += 1
                return (false, state.wanted.removeFirst())
            }
            if let count { return count }
            if isOver { return nil }
            await sleep(in: .fetchers, wanting: 0)
        }
        return nil
    }

    private static func add(_ batch: [OutgoingMessage], _ state: inout State) {
        if state.mail.isEmpty { state.mail = batch } else { state.mail.append(contentsOf: batch) }
    }

    private static func exhaust(_ state: inout State) {
        state.isExhausted = true
        state.wanted = []
    }

    // MARK: Sleeping and waking

    /// Those for whom something has changed: one worker where there is mail, everybody where there will be none.
    private static func whoWakes(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
        var woken: [CheckedContinuation<Void, Never>] = []
        if !state.mail.isEmpty, let next = state.connected.popFirst() ?? state.unconnected.popFirst() {
            woken.append(next)
        }
        guard state.isExhausted else { return woken }
        while let sleeper = state.fetchers.popFirst() { woken.append(sleeper) }
        guard state.isDrained else { return woken }
        while let sleeper = state.connected.popFirst() { woken.append(sleeper) }
        while let sleeper = state.unconnected.popFirst() { woken.append(sleeper) }
        return woken
    }

    /// Sleeps until woken or cancelled, unless what is waited for has come meanwhile.
    private func sleep(in line: Line, wanting count: Int) async {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
                let woken = state.withLock { state -> CheckedContinuation<Void, Never>? in
                    // Who cancels comes for the lock after the flag is set: either we see the flag, or it finds us.
                    if Task.isCancelled { return continuation }
                    return Self.register(continuation, number, in: line, wanting: count, &state)
                }
                woken?.resume()
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                switch line {
                case .connected: state.connected.remove(number)
                case .unconnected: state.unconnected.remove(number)
                case .fetchers: state.fetchers.remove(number)
                }
            }
            sleeper?.resume()
        }
    }

    /// Lets a task sleep, and has mail fetched for each that waits for some.
    ///
    /// - Returns: who is to be woken: a fetcher, or the task itself where there is no need to sleep.
    private static func register(
        _ sleeper: CheckedContinuation<Void, Never>,
        _ number: UInt64,
        in line: Line,
        wanting count: Int,
        _ state: inout State
    ) -> CheckedContinuation<Void, Never>? {
        switch line {
        case .fetchers:
            guard state.wanted.isEmpty, !state.isExhausted else { return sleeper }
            state.fetchers.append(number, sleeper)
            return nil
        case .connected:
            guard state.mail.isEmpty, !state.isDrained else { return sleeper }
            state.connected.append(number, sleeper)
        case .unconnected:
            guard state.mail.isEmpty, !state.isDrained else { return sleeper }
            state.unconnected.append(number, sleeper)
        }
        let isServed = state.wanted.count + state.fetching >= state.connected.count + state.unconnected.count
        if state.isExhausted || isServed { return nil }
        state.wanted.append(min(count, state.bucket?.most ?? count))
        return state.fetchers.popFirst()
    }
}
