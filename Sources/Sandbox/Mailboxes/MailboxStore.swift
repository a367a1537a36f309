internal import NIOCore
internal import Synchronization

/// All mailboxes, in memory; what exceeds a ceiling pushes out the oldest of its kind.
///
/// A mailbox is there once mail has come for it, and looks empty before. A client has a snapshot of a mailbox to itself
/// from login to the end of its session; what it deletes goes all at once.
final class MailboxStore: Sendable {
    /// How much may be kept of one kind of mail.
    struct Ceiling: Sendable {
        var messages: Int
        var bytes: Int
    }

    private struct State {
        var mailboxes: [MailboxName: [UInt64: StoredMessage]] = [:]
        var locked: Set<MailboxName> = []
        var accepted = MailQueue()
        var answers = MailQueue()
        var nextID: UInt64 = 1
    }

    private let state = Mutex(State())
    private let acceptedCeiling: Ceiling
    private let answerCeiling: Ceiling

    init(accepted: Ceiling, answers: Ceiling) {
        acceptedCeiling = accepted
        answerCeiling = answers
    }

    /// Puts a message into a mailbox.
    func deliver(
        _ bytes: [UInt8],
        to mailbox: MailboxName,
        origin: StoredMessage.Origin,
        visibleAt: NIODeadline
    ) {
        state.withLock { state in
            let message = StoredMessage(id: state.nextID, origin: origin, bytes: bytes, visibleAt: visibleAt)
            state.nextID += 1
            state.mailboxes[mailbox, default: [:]][message.id] = message
            switch origin {
            case .accepted:
                state.accepted.append(message, mailbox)
                Self.trim(&state.accepted, acceptedCeiling, &state.mailboxes)
            case .answer:
                state.answers.append(message, mailbox)
                Self.trim(&state.answers, answerCeiling, &state.mailboxes)
            }
        }
    }

    /// Opens a mailbox for one session.
    ///
    /// - Parameters:
    ///   - mailbox: its name.
    ///   - now: messages that become visible later are left out.
    /// - Returns: the messages, oldest first; nil when another session has the mailbox.
    func open(_ mailbox: MailboxName, now: NIODeadline) -> [StoredMessage]? {
        let found: [StoredMessage]? = state.withLock { state in
            guard state.locked.insert(mailbox).inserted else { return nil }
            return state.mailboxes[mailbox].map { Array($0.values) } ?? []
        }
        return found.map { messages in messages.filter { $0.visibleAt <= now }.sorted { $0.id < $1.id } }
    }

    /// Ends a session.
    ///
    /// - Parameters:
    ///   - mailbox: its name.
    ///   - deletions: messages that go; those that were pushed out meanwhile are passed over.
    func close(_ mailbox: MailboxName, deleting deletions: [StoredMessage]) {
        state.withLock { state in
            state.locked.remove(mailbox)
            for message in deletions where state.mailboxes[mailbox]?.removeValue(forKey: message.id) != nil {
                switch message.origin {
                case .accepted: state.accepted.remove(message, &state.mailboxes)
                case .answer: state.answers.remove(message, &state.mailboxes)
                }
            }
            if state.mailboxes[mailbox]?.isEmpty == true { state.mailboxes[mailbox] = nil }
        }
    }

    /// How many messages there are, those that nobody may see yet included.
    var count: Int { state.withLock { $0.accepted.count + $0.answers.count } }

    private static func trim(
        _ queue: inout MailQueue,
        _ ceiling: Ceiling,
        _ mailboxes: inout [MailboxName: [UInt64: StoredMessage]]
    ) {
        while queue.count > ceiling.messages || queue.bytes > ceiling.bytes {
            guard queue.removeOldest(&mailboxes) else { break }
        }
    }
}
