internal import Dispatch
internal import MailModel
internal import Synchronization

/// The side of the connections' threads.
extension DeliveryQueue {
    /// Waits for something to do.
    func next(for thread: Int) -> Order {
        while true {
            var demand: (continuation: CheckedContinuation<Int?, Never>, count: Int)?
            let order: Order? = state.withLock { state in
                let order = take(for: thread, from: &state)
                if let continuation = state.demand, state.waiting.count <= capacity / 2 {
                    demand = (continuation, capacity - state.waiting.count)
                    state.demand = nil
                }
                return order
            }
            demand?.continuation.resume(returning: demand?.count)
            if let order { return order }
            bells[thread].wait()
        }
    }

    private func take(for thread: Int, from state: inout State) -> Order? {
        if state.isStopping { return .end }
        let mayTry = !state.sessions.isEmpty || state.prober == nil || state.prober == thread
        if mayTry, let entry = state.waiting.popLast() {
            if state.sessions.isEmpty { state.prober = thread }
            state.inHands += 1
            return .send(entry, notBefore: slot(in: &state))
        }
        // A message in another thread's hands may still come back.
        if state.waiting.isEmpty, state.sourceIsDone, state.inHands == 0 { return .end }
        state.idle.insert(thread)
        return nil
    }

    /// The next instant at which a message may leave; nil without a rate.
    private func slot(in state: inout State) -> ContinuousClock.Instant? {
        guard let rate = settings.messagesPerSecond, rate > 0 else { return nil }
        let slot = max(state.nextSlot, .now)
        state.nextSlot = slot + .seconds(1 / rate)
        return slot
    }

    /// Sleeps until an instant, or until everything stops.
    ///
    /// - Returns: false when it stops.
    func sleep(_ thread: Int, until instant: ContinuousClock.Instant) -> Bool {
        while true {
            let isStopping = state.withLock { state in
                if !state.isStopping { state.sleeping.insert(thread) }
                return state.isStopping
            }
            if isStopping { return false }
            let rest = instant - .now
            if rest > .zero {
                _ = bells[thread].wait(timeout: .now() + .microseconds(Int(rest / .microseconds(1)) + 1))
            }
            guard instant > .now else {
                state.withLock { _ = $0.sleeping.remove(thread) }
                return true
            }
        }
    }

    /// A session stands: now everybody may try.
    func sessionOpened(_ thread: Int) {
        let bells = state.withLock { state -> [Int] in
            let isFirst = state.sessions.isEmpty
            state.sessions.insert(thread)
            state.hadSession = true
            state.failuresInRow = 0
            state.prober = nil
            return isFirst ? wake(&state, upTo: state.waiting.count) : []
        }
        ring(bells)
    }

    /// A thread has no connection any more.
    func sessionClosed(_ thread: Int) {
        state.withLock { _ = $0.sessions.remove(thread) }
    }

    /// A thread is done with a message.
    func finished(_ thread: Int) {
        _ = settle(thread, nil)
    }

    /// A message comes back to be sent over another connection; when everything stops, to the source.
    func giveBack(_ thread: Int, _ entry: Entry, _ cause: FailureCause, _ phase: SessionPhase) {
        if !settle(thread, entry) { report(entry.message, .released(cause), phase: phase) }
    }

    private func settle(_ thread: Int, _ entry: Entry?, keepsTurn: Bool = false) -> Bool {
        let (bells, isKept) = state.withLock { state -> ([Int], Bool) in
            state.inHands -= 1
            if state.prober == thread || keepsTurn { state.prober = keepsTurn ? thread : nil }
            let isKept = !state.isStopping
            if isKept, let entry { state.waiting.append(entry) }
            let isOver = state.sourceIsDone && state.inHands == 0
            return (isOver || !state.waiting.isEmpty ? wake(&state, upTo: isOver ? .max : 1) : [], isKept)
        }
        ring(bells)
        return isKept
    }

    /// Tries in a row that may fail once there was a session: a relay that is being restarted is back in seconds.
    private static let forgivenFailures = 3

    /// A thread could not make a session for a message.
    ///
    /// - Returns: whether the message was given back and the thread may try later, since others have sessions or there
    ///   was one just before; false when everything stops.
    func sessionRefused(_ thread: Int, _ entry: Entry, _ failure: TransportFailure) -> Bool {
        let (goesOn, isAlone) = state.withLock { state -> (Bool, Bool) in
            state.sessions.remove(thread)
            let isLocal = failure.code == .unreachable || failure.code == .protocolBreach
            guard isLocal, !state.isStopping else { return (false, false) }
            guard state.sessions.isEmpty else { return (true, false) }
            state.failuresInRow += 1
            return (state.hadSession && state.failuresInRow <= Self.forgivenFailures, true)
        }
        guard goesOn else {
            fail(failure)
            report(entry.message, .released(failure.cause), phase: failure.phase)
            finished(thread)
            return false
        }
        // The one who tries alone keeps the turn while it waits: nobody else is to try meanwhile.
        let isKept = settle(thread, entry, keepsTurn: isAlone)
        if !isKept { report(entry.message, .released(failure.cause), phase: failure.phase) }
        return true
    }

    /// A thread is about to be started.
    func threadStarts() { state.withLock { $0.runningThreads += 1 } }

    /// A thread has ended.
    func threadEnded(_ thread: Int) {
        let end = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.sessions.remove(thread)
            state.runningThreads -= 1
            guard state.runningThreads == 0 else { return nil }
            defer { state.end = nil }
            return state.end
        }
        end?.resume()
    }
}
