import DeliveryPlanning
import MailModel
import Testing

@Suite("Retry schedule")
struct RetryScheduleTests {
    private let schedule = RetrySchedule(waits: [60, 300], giveUpAfter: 3_600)

    @Test("Waits follow the list, the last one repeats, and each is spread by a tenth at most", arguments: 1...8)
    func waits(attempt: Int) throws {
        let wait = attempt == 1 ? 60 : 300
        for seq in UInt32(0)..<200 {
            let due = try #require(schedule.nextAttempt(after: attempt, seq: seq, now: 1_000, firstAttemptAt: 900))
            #expect(1_000 + wait...1_000 + wait + wait / 10 ~= due)
        }
    }

    @Test("Recipients that were deferred together come back at different times")
    func spread() {
        let times = Set((UInt32(0)..<100).map { schedule.nextAttempt(after: 2, seq: $0, now: 0, firstAttemptAt: 0) })
        #expect(times.count > 10)
    }

    @Test("The same attempt of the same recipient always gets the same time")
    func repeatable() {
        let first = schedule.nextAttempt(after: 2, seq: 7, now: 50, firstAttemptAt: 0)
        #expect(first == schedule.nextAttempt(after: 2, seq: 7, now: 50, firstAttemptAt: 0))
    }

    @Test("What would be tried after the time for giving up is not tried")
    func givesUp() {
        #expect(schedule.nextAttempt(after: 3, seq: 1, now: 3_500, firstAttemptAt: 0) == nil)
    }

    @Test("Without waits there is one attempt")
    func single() {
        #expect(
            RetrySchedule(waits: [], giveUpAfter: 10).nextAttempt(after: 1, seq: 0, now: 0, firstAttemptAt: 0) == nil
        )
    }
}

@Suite("Failure policy")
struct FailurePolicyTests {
    private let policy = FailurePolicy(schedule: RetrySchedule(waits: [60], giveUpAfter: 1_000))
    private let id = AttemptID(seq: 3, attempt: 1)

    private func step(_ outcome: RecipientOutcome, now: Int = 0) -> NextStep {
        policy.nextStep(after: outcome, id: id, now: now, firstAttemptAt: 0)
    }

    @Test("A refusal for good is never tried again")
    func failed() { #expect(step(.failed(.unsupported("SMTPUTF8"))) == .fail) }

    @Test("What may have arrived is held, never retried by itself")
    func inDoubt() { #expect(step(.inDoubt(.connection("reset"))) == .holdInDoubt) }

    @Test("What was not processed goes back without counting")
    func released() { #expect(step(.released(.connection("421"))) == .release) }

    @Test("A deferral is retried, and given up when its time is over")
    func deferred() {
        guard case .retry(let due) = step(.deferred(.timeout(seconds: 5))) else {
            Issue.record("no retry")
            return
        }
        #expect((60...66).contains(due))
        #expect(step(.deferred(.timeout(seconds: 5)), now: 999) == .giveUp)
    }
}
