internal import Ledger
internal import MailModel

/// Hands out claims: taken from the ledger in batches ahead of sending, given out one sender's batch at a time.
///
/// It also decides when a run has nothing more to do for now: when nobody holds a claim and nothing is due within the
/// patience of the run.
actor ClaimQueue {
    /// What a run is limited to.
    struct Limits: Sendable {
        /// How many recipients at most; nil for all.
        var count: Int?
        /// These recipients only; nil for all.
        var only: [UInt32]?
        /// How long the run waits for what is not due yet.
        var patience: Duration
    }

    private let ledger: RunLedger
    private let run: UInt32
    private let recorder: RecorderIdentity
    private let board: RunBoard
    private let suppression: SuppressionFilter
    private let patience: Duration
    private var remaining: Int
    private var only: [UInt32]?
    private var pending: ArraySlice<AttemptID> = []
    private var claiming: Task<[AttemptID], any Error>?

    /// Claims taken with one synced commit.
    private static let batch = 500
    /// Claims without a recorded outcome that there may be when more are taken.
    ///
    /// A lost machine takes all outcomes since the last synced commit, which is that of a claim. So what it can put in
    /// doubt is this and one batch: a thousand.
    private static let ahead = 500
    /// How often a waiting run looks again; a deferral that ends is due to the second.
    private static let tick = Duration.milliseconds(250)

    init(
        _ ledger: RunLedger,
        run: UInt32,
        recorder: RecorderIdentity,
        board: RunBoard,
        suppression: SuppressionFilter,
        limits: Limits
    ) {
        self.suppression = suppression
        self.ledger = ledger
        self.run = run
        self.recorder = recorder
        self.board = board
        patience = limits.patience
        remaining = limits.count ?? .max
        only = limits.only
    }

    /// The next claims, 1 to `count`; nil when the run is to end.
    ///
    /// Waits while nothing is due. What fails is noted on the board, and ends the run.
    func take(upTo count: Int) async -> [AttemptID]? {
        while !board.isStopping {
            if !pending.isEmpty {
                let claims = Array(pending.prefix(count))
                pending = pending.dropFirst(claims.count)
                board.count { $0.waitingUntil = nil }
                board.gaveOut(claims.count)
                startClaiming()
                return claims
            }
            startClaiming()
            if claiming == nil, remaining > 0, !hasRoom {
                await board.waitForRoom(upTo: Self.ahead)
                if Task.isCancelled { return nil }
                continue
            }
            guard await finishClaiming() else { return nil }
            if pending.isEmpty, await isOver() { return nil }
        }
        return nil
    }

    /// What was claimed and given to nobody.
    func leftOver() async -> [AttemptID] {
        _ = await finishClaiming()
        defer { pending = [] }
        return Array(pending)
    }

    /// Whether few enough claims are without an outcome for more to be taken.
    private var hasRoom: Bool { board.outstanding + pending.count <= Self.ahead }

    private func startClaiming() {
        guard claiming == nil, remaining > 0, hasRoom, !board.isStopping else { return }
        let count = min(Self.batch, remaining)
        let wanted = only
        only = only == nil ? nil : []
        claiming = Task { [ledger, run, recorder, suppression] in
            try await ledger.offPool { ledger throws(LedgerFailure) in
                try suppression.takeChanges()
                guard let wanted else {
                    return try ledger.claim(upTo: count, in: run, recorder: recorder, now: .now)
                }
                return wanted.isEmpty ? [] : try ledger.claim(only: wanted, in: run, recorder: recorder, now: .now)
            }
        }
    }

    /// Waits for claims under way; false when they could not be had.
    private func finishClaiming() async -> Bool {
        guard let task = claiming else { return true }
        do {
            let claims = try await task.value
            // Another caller may have waited for the same task and taken its claims.
            guard claiming == task else { return true }
            claiming = nil
            remaining -= claims.count
            pending += claims
            return true
        } catch {
            claiming = nil
            board.fail(.ledger((error as? LedgerFailure)?.description ?? "\(error)"))
            return false
        }
    }

    /// Whether nothing is left that this run would wait for; sleeps for a while when something is.
    private func isOver() async -> Bool {
        guard remaining > 0, only == nil else { return board.outstanding == 0 ? true : await rest() }
        if board.outstanding > 0 { return await rest() }
        do {
            let due = try await ledger.offPool { [run] ledger throws(LedgerFailure) in
                try ledger.remaining(in: run).nextDue
            }
            guard let due, due <= Timestamp.now + patience else { return true }
            board.count { $0.waitingUntil = due }
        } catch {
            board.fail(.ledger(error.description))
            return true
        }
        return await rest()
    }

    private func rest() async -> Bool {
        do { try await Task.sleep(for: Self.tick) } catch { return true }
        return false
    }
}
