internal import MailModel
internal import Synchronization

/// The side of the task that pulls messages.
extension DeliveryQueue {
    /// Waits until messages are wanted.
    ///
    /// - Returns: how many; nil when no more will be taken.
    func demand() async -> Int? {
        await withCheckedContinuation { continuation in
            let answer: Int?? = state.withLock { state in
                if state.isStopping { return .some(nil) }
                if let wanted = wanted(state) { return .some(wanted) }
                state.demand = continuation
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    /// How many messages are wanted; nil as long as enough wait.
    private func wanted(_ state: State) -> Int? {
        state.waiting.count <= capacity / 2 ? capacity - state.waiting.count : nil
    }

    /// Takes in what the source gave; once it is stopping, everything goes back at once.
    func add(_ messages: [OutgoingMessage]) {
        let (bells, isStopping) = state.withLock { state -> ([Int], Bool) in
            guard !state.isStopping else { return ([], true) }
            state.waiting.insert(contentsOf: messages.reversed().map { Entry(message: $0) }, at: 0)
            return (wake(&state, upTo: messages.count), false)
        }
        ring(bells)
        guard isStopping else { return }
        for message in messages { report(message, .released(releaseCause), phase: .connect) }
    }

    /// The source has no more.
    func sourceEnded() {
        let bells = state.withLock { state in
            state.sourceIsDone = true
            return wake(&state, upTo: .max)
        }
        ring(bells)
    }

    /// Stops: what waits goes back, what is being sent has the grace period.
    func stop() {
        end { $0.stopDeadline = $0.stopDeadline ?? .now + settings.grace }
        isToldToStop.store(true, ordering: .releasing)
    }

    /// Stops for good: no session can be had.
    func fail(_ failure: TransportFailure) {
        end { $0.failure = $0.failure ?? failure }
    }

    private func end(_ change: (inout State) -> Void) {
        let (left, bells, demand) = state.withLock { state in
            change(&state)
            defer {
                state.waiting = []
                state.demand = nil
            }
            return (state.waiting, wake(&state, upTo: .max) + state.sleeping, state.demand)
        }
        demand?.resume(returning: nil)
        ring(bells)
        for entry in left.reversed() { report(entry.message, .released(releaseCause), phase: .connect) }
    }

    /// Why messages go back that were not tried.
    private var releaseCause: FailureCause { failure?.cause ?? .connection("the run was stopped") }

    /// Takes sleeping threads out of the list of sleepers.
    func wake(_ state: inout State, upTo count: Int) -> [Int] {
        let woken = Array(state.idle.prefix(count))
        state.idle.subtract(woken)
        return woken
    }

    /// Waits until all threads have ended.
    func threadsEnded() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.runningThreads > 0 { state.end = continuation }
                return state.runningThreads == 0
            }
            if isOver { continuation.resume() }
        }
    }
}
