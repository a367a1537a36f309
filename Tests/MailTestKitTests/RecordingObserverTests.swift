import MailModel
import MailTestKit
import Testing

struct RecordingObserverTests {
    private static let message = SampleMail.message(0, to: "ann")
    private static let id = AttemptID(seq: 0, attempt: 1)

    private enum Call: Sendable {
        case mark
        case report(RecipientOutcome)
        case stranger
    }

    private static let accepted = RecipientOutcome.accepted(reply)
    private static var reply: Reply { Reply(code: .serviceClosing, text: "") }

    @Test("One mark and then one outcome is what must be")
    func right() {
        #expect(complaints(.mark, .report(Self.accepted)).isEmpty)
        #expect(complaints(.report(.released(.connection("lost")))).isEmpty)
    }

    @Test("What no transport may do is found")
    func wrong() {
        let lost = RecipientOutcome.released(.connection("lost"))
        #expect(!complaints().isEmpty)
        #expect(!complaints(.report(Self.accepted)).isEmpty)
        #expect(!complaints(.report(lost), .report(lost)).isEmpty)
        #expect(!complaints(.report(lost), .mark).isEmpty)
        #expect(!complaints(.mark, .mark, .report(Self.accepted)).isEmpty)
        #expect(!complaints(.report(lost), .stranger).isEmpty)
    }

    @Test("More open marks than may be are found")
    func openMarks() {
        let messages = SampleMail.messages(3)
        let observer = RecordingObserver()
        for message in messages { observer.willHandOver(message.envelope.recipient.id) }
        for message in messages {
            observer.record(
                .init(id: message.envelope.recipient.id, outcome: Self.accepted, phase: .endOfData, session: nil)
            )
        }
        #expect(observer.breaches(given: messages, unanswered: 3).isEmpty)
        #expect(observer.breaches(given: messages, unanswered: 2).count == 1)
    }

    private func complaints(_ calls: Call...) -> [String] {
        let observer = RecordingObserver()
        for call in calls {
            switch call {
            case .mark: observer.willHandOver(Self.id)
            case .report(let outcome):
                observer.record(.init(id: Self.id, outcome: outcome, phase: .endOfData, session: nil))
            case .stranger:
                let id = AttemptID(seq: 9, attempt: 1)
                observer.record(.init(id: id, outcome: .released(.connection("x")), phase: .mail, session: nil))
            }
        }
        return observer.breaches(given: [Self.message], unanswered: 64)
    }
}
