import MailModel
import Synchronization

/// Gives out a number of messages of one size, each to another recipient.
final class BenchSource: MessageSource {
    private let total: Int
    private let content: MessageContent
    private let given = Mutex(0)

    private let recipient: String?

    init(total: Int, bytes: Int, recipient: String?) {
        self.total = total
        self.recipient = recipient
        let head = "From: 管理员 <no-reply@example.com>\r\nSubject: bench\r\n\r\n"
        var text = Array(head.utf8)
        while text.count < bytes {
            text += Array("A line of the body, as long as lines of a body are, more or less.\r\n".utf8)
        }
        content = MessageContent(first: .init(storage: text, range: 0..<text.count), is8Bit: false)
    }

    func next(upTo count: Int) async -> [OutgoingMessage]? {
        let range = given.withLock { given in
            let start = given
            given = min(total, given + count)
            return start..<given
        }
        guard !range.isEmpty else { return nil }
        return range.map { number in
            OutgoingMessage(
                envelope: Envelope(
                    reversePath: .mailbox("bounces+\(number)@example.com"),
                    recipient: EnvelopeRecipient(
                        id: AttemptID(seq: UInt32(number), attempt: 1),
                        path: recipient ?? "user\(number)@example.cn",
                        domain: "example.cn"
                    )
                ),
                content: content
            )
        }
    }
}

/// Counts outcomes.
final class BenchObserver: DeliveryObserver {
    struct Counts {
        var sessions = 0
        var facts: SessionFacts?
        var marks = 0
        var accepted = 0
        var others = 0
        var firstOther = ""
    }

    private let state = Mutex(Counts())
    var counts: Counts { state.withLock { $0 } }

    func sessionOpened(_ facts: SessionFacts) -> SessionID {
        state.withLock { state in
            state.sessions += 1
            state.facts = facts
            return SessionID(rawValue: UInt32(state.sessions))
        }
    }

    func willHandOver(_ id: AttemptID) { state.withLock { $0.marks += 1 } }

    func record(_ report: DeliveryReport) {
        state.withLock { state in
            if case .accepted = report.outcome {
                state.accepted += 1
            } else {
                state.others += 1
                if state.firstOther.isEmpty { state.firstOther = "\(report.outcome) at \(report.phase)" }
            }
        }
    }
}
