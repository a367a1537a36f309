internal import DeliveryPlanning
internal import FlightRecorder
internal import Ledger
internal import MailModel
internal import Synchronization

/// Moves outcomes from the flight recorder into the ledger, in batches, on a thread of its own.
///
/// What it has not moved when the process dies is moved by the next run's recovery; what it moves twice changes nothing.
final class CommitLoop: Sendable {
    private let flight: FlightLog
    private let ledger: RunLedger
    private let number: UInt32
    private let policy: FailurePolicy
    private let board: RunBoard
    private let isEnding = Mutex(false)

    /// Outcomes in one transaction: more of them are hardly cheaper.
    private static let batch = 1_000
    /// Outcomes that are waited for: claims are taken when enough outcomes are recorded, so these must not wait long.
    private static let worthwhile = 250
    /// How long outcomes are gathered before they are committed.
    private static let gathering = Duration.milliseconds(50)

    init(_ flight: FlightLog, ledger: RunLedger, run: UInt32, policy: FailurePolicy, board: RunBoard) {
        self.flight = flight
        self.ledger = ledger
        number = run
        self.policy = policy
        self.board = board
    }

    /// Tells the loop to end once everything is committed; no outcome comes any more.
    func end() {
        isEnding.withLock { $0 = true }
        flight.stop()
    }

    /// Runs until ``end()`` was called and nothing is left, or until the ledger fails.
    func run() {
        while true {
            flight.waitForEvents(Self.worthwhile, timeout: Self.gathering)
            let ending = isEnding.withLock { $0 }
            guard let batch = drain() else { return }
            if batch.events.isEmpty, ending { return }
            guard commit(batch) else { return }
        }
    }

    private func drain() -> FlightLog.Batch? {
        do throws(FlightFailure) { return try flight.drain(upTo: Self.batch) } catch {
            board.fail(.ledger("\(error)"))
            flight.stop()
            return nil
        }
    }

    private func commit(_ batch: FlightLog.Batch) -> Bool {
        guard !batch.events.isEmpty else { return true }
        do throws(LedgerFailure) {
            let summary = try ledger.record(batch.events, in: number, upTo: batch.end, retry: policy.rule)
            flight.release(batch)
            note(summary, batch.events)
            return true
        } catch {
            // The ring keeps what was not committed; the next run takes it from there.
            board.fail(.ledger(error.description))
            flight.stop()
            return false
        }
    }

    private func note(_ summary: RecordSummary, _ events: [DeliveryEvent]) {
        var outcomes = 0
        for case .outcome in events { outcomes += 1 }
        board.count { progress in
            progress.accepted += summary.applied[.accepted] ?? 0
            progress.deferred += summary.applied[.deferred] ?? 0
            progress.failed += summary.applied[.failed] ?? 0
            progress.inDoubt += summary.applied[.inDoubt] ?? 0
        }
        board.settled(outcomes)
    }
}

extension FailurePolicy {
    /// How often a recipient may be given back at once.
    ///
    /// A message that ends every session before it is processed would otherwise go round for ever; behind that it waits by
    /// the schedule, as a deferral does.
    private static let releaseLimit = 10

    /// The policy as the ledger asks for it.
    var rule: RetryRule {
        { facts in
            let releases = Int(facts.id.attempt) - facts.tries
            // Who waits for a busy site to have room may do so for as long as that takes.
            let isWaiting = if case .busy = facts.cause { true } else { false }
            let isReleased = facts.isReleased && (isWaiting || releases <= Self.releaseLimit)
            let outcome: RecipientOutcome = isReleased ? .released(facts.cause) : .deferred(facts.cause)
            let step = nextStep(
                after: outcome,
                id: AttemptID(seq: facts.id.seq, attempt: UInt16(clamping: max(1, facts.tries))),
                now: Int(facts.at.rawValue / 1_000),
                firstAttemptAt: Int(facts.firstTried.rawValue / 1_000)
            )
            switch step {
            case .retry(let due): return .again(at: Timestamp(rawValue: Int64(due) * 1_000))
            case .release: return .again(at: facts.at)
            case .giveUp, .fail, .accepted, .holdInDoubt: return .giveUp
            }
        }
    }
}
