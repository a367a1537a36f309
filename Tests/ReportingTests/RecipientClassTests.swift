import Ledger
import Reporting
import Testing

@Suite("Classes of a report")
struct RecipientClassTests {
    @Test("A bounce or a complaint moves what was accepted or in doubt only", arguments: RecipientState.allCases)
    func verdicts(state: RecipientState) {
        let isMoved = state == .accepted || state == .inDoubt
        #expect((RecipientClass(state, effect: .bounced) == .bounced) == isMoved)
        #expect((RecipientClass(state, effect: .complained) == .complained) == isMoved)
        #expect(RecipientClass(state, effect: .none) != .bounced)
    }

    @Test("A claim that is open counts as planned")
    func claimed() {
        #expect(RecipientClass(.claimed, effect: .none) == .planned)
        #expect(RecipientClass(.planned, effect: .bounced) == .planned)
    }

    @Test("Every class has a count of its own, so that the sum is that of all")
    func counts() {
        var counts = ClassCounts()
        (counts.planned, counts.accepted, counts.deferred, counts.failed, counts.inDoubt) = (1, 2, 4, 8, 16)
        (counts.suppressed, counts.rejected, counts.cancelled) = (32, 64, 128)
        (counts.bounced, counts.complained) = (256, 512)
        #expect(RecipientClass.allCases.reduce(0) { $0 + $1.count(in: counts) } == 1_023)
        #expect(counts.sum == 1_023)
    }
}
