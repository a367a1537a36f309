internal import NIOCore
internal import POP3Protocol

/// One POP3 connection: the session asks, the mailboxes answer.
struct POP3Dialogue: SandboxDialogue {
    private var session = ServerSession()
    var counts = SandboxCounters()
    private let core: SandboxCore
    /// The mailbox that this connection has to itself.
    private var mailbox: MailboxName?
    private var messages: [StoredMessage] = []

    init(_ core: SandboxCore) {
        self.core = core
        counts.popConnections = 1
    }

    var output: [UInt8] {
        get { session.output }
        // Emptied and filled in place, since the array may hold a large message.
        _modify { yield &session.output }
    }

    mutating func begin() { session.greet() }

    mutating func go(_ input: Span<UInt8>) -> (consumed: Int, next: DialogueStep) {
        let step = session.receive(input)
        switch step.event {
        case .needsInput: return (step.consumed, .needsInput)
        case .close: return (step.consumed, .close)
        case .answered: break
        case .login: logIn()
        case .message(let index):
            counts.fetched += 1
            session.answerMessage(messages[index].bytes)
        case .delete:
            let deletions = session.deletions
            counts.deleted += deletions.count
            release(deleting: deletions.map { messages[$0] })
            session.answerDeletion(isDone: true)
        }
        return (step.consumed, .goOn)
    }

    mutating func resume() {}

    mutating func end(_ reason: ConnectionEnd) {
        switch reason {
        case .idle: session.end("-ERR Nothing was said for too long, closing")
        case .stopping: session.end("-ERR [SYS/TEMP] The server is being stopped")
        case .tooManyConnections: session.end("-ERR [SYS/TEMP] Too many connections")
        }
    }

    mutating func connectionLost() { release(deleting: []) }

    private mutating func logIn() {
        guard session.login.password != SandboxCore.wrongPassword else {
            session.answerLogin(.refuse)
            return
        }
        let name = MailboxName(session.login.user[...])
        guard let found = core.store.open(name, now: .now()) else {
            session.answerLogin(.inUse)
            return
        }
        mailbox = name
        messages = found
        let seed = core.origin.name
        session.answerLogin(
            .open(found.map { ServerListing(size: $0.bytes.count, uid: "\(seed).\(String($0.id, radix: 36))") })
        )
    }

    private mutating func release(deleting deletions: [StoredMessage]) {
        guard let mailbox else { return }
        core.store.close(mailbox, deleting: deletions)
        self.mailbox = nil
        messages = []
    }
}
