import MailModel
import Testing

@testable import FlightRecorder

@Suite("What becomes of open claims")
struct RecoveryPlanTests {
    private let claim = AttemptID(seq: 4, attempt: 2)

    private func plan(marked: Bool, published: Bool, complete: Bool = true) -> RecoveryPlan {
        let flight = RecoveredFlight(
            events: published ? [Samples.accepted(4, attempt: 2)] : [],
            marked: marked ? [claim] : [],
            marksAreComplete: complete
        )
        return RecoveryPlan(claims: [claim], verdict: .intact(flight))
    }

    @Test("Published: the outcome decides, marked or not", arguments: [true, false])
    func published(marked: Bool) {
        let plan = plan(marked: marked, published: true)
        #expect(plan.events.count == 1)
        #expect(plan.inDoubt.isEmpty && plan.planned.isEmpty)
    }

    @Test("Marked and not published: in doubt")
    func marked() { #expect(plan(marked: true, published: false).inDoubt == [claim]) }

    @Test("Neither: planned")
    func neither() { #expect(plan(marked: false, published: false).planned == [claim]) }

    @Test("Neither, but marks are missing: in doubt")
    func incomplete() { #expect(plan(marked: false, published: false, complete: false).inDoubt == [claim]) }

    @Test("A mark or an outcome of an earlier attempt says nothing of this one")
    func otherAttempt() {
        let earlier = AttemptID(seq: 4, attempt: 1)
        let flight = RecoveredFlight(events: [Samples.accepted(4)], marked: [earlier], marksAreComplete: true)
        #expect(RecoveryPlan(claims: [claim], verdict: .intact(flight)).planned == [claim])
    }

    @Test("The words tell why, for a person to read beside each doubt")
    func words() {
        #expect(RecoveryPlan(claims: [], verdict: .untrusted(.missing)).words.contains("gone"))
        #expect(RecoveryPlan(claims: [], verdict: .untrusted(.otherBoot)).words.contains("restarted"))
    }
}
