internal import MIMECoding
internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// One SMTP connection: the session asks, the behaviour table answers.
struct SMTPDialogue: SandboxDialogue {
    private(set) var session: ServerSession
    var counts = SandboxCounters()
    let core: SandboxCore
    /// The number of the connection, from which messages get theirs.
    private let connection: UInt64
    private var messages: UInt64 = 0
    /// The answer that comes after a wait.
    private var delayed: RecipientDecision?

    init(_ core: SandboxCore) {
        self.core = core
        var limits = ServerLimits()
        limits.messageBytes = core.settings.messageBytes
        session = ServerSession(hostName: core.settings.hostName, limits: limits)
        connection = core.nextConnection()
        counts.connections = 1
    }

    var output: [UInt8] {
        get { session.output }
        // Emptied and filled in place, since the array is as long as a window of replies.
        _modify { yield &session.output }
    }

    mutating func begin() { session.greet() }

    mutating func go(_ input: Span<UInt8>) -> (consumed: Int, next: DialogueStep) {
        let step = session.receive(input)
        switch step.event {
        case .needsInput: return (step.consumed, .needsInput)
        case .close: return (step.consumed, .close)
        case .login:
            let isRight = session.login.password != SandboxCore.wrongPassword
            session.answerLogin(isRight: isRight)
        case .recipient:
            if let wait = answerRecipient() { return (step.consumed, .wait(wait)) }
        case .message: answerMessage()
        }
        return (step.consumed, .goOn)
    }

    mutating func resume() {
        if let delayed { session.answerRecipient(delayed) }
        delayed = nil
    }

    mutating func end(_ reason: ConnectionEnd) {
        switch reason {
        case .idle: session.end(.idle)
        case .stopping: session.end(.stopping)
        case .tooManyConnections: session.end(.tooManyConnections)
        }
    }

    mutating func connectionLost() {}

    // MARK: - Recipients

    /// Answers a recipient, or says how long that takes.
    private mutating func answerRecipient() -> TimeAmount? {
        let recipient = session.transaction.candidate
        let path = session.transaction.bytes(recipient.path)
        let tag = BehaviourTable.index(of: MailboxName.localPart(path))
        let behaviour = BehaviourTable.rows[Int(tag)]
        let acceptance = RecipientDecision.accept(keeping: keeping(recipient, behaviour), tag: tag)
        switch behaviour.atRecipient {
        case .accept: session.answerRecipient(acceptance)
        case .acceptSlowly:
            delayed = acceptance
            return TimeAmount(core.settings.slowAnswer)
        case .refuse(let reply): refuse(.refuse(reply), reply)
        case .refuseAndClose(let reply): refuse(.refuseAndClose(reply), reply)
        case .putOff(let tries, let reply):
            let (earlier, _) = core.tries.note(path, now: .now())
            if earlier < tries { refuse(.refuse(reply), reply) } else { session.answerRecipient(acceptance) }
        case .greylist(let reply):
            let (earlier, since) = core.tries.note(path, now: .now())
            let isOver = earlier > 0 && since >= TimeAmount(core.settings.greylisting)
            if isOver { session.answerRecipient(acceptance) } else { refuse(.refuse(reply), reply) }
        case .drop:
            counts.dropped += 1
            session.answerRecipient(.drop)
        }
        return nil
    }

    private mutating func refuse(_ decision: RecipientDecision, _ reply: ServerReply) {
        count(reply)
        session.answerRecipient(decision)
    }

    private mutating func count(_ reply: ServerReply) {
        if reply.reply.code.severity == .permanentNegative { counts.refused += 1 } else { counts.deferred += 1 }
    }

    private func keeping(_ recipient: ServerRecipient, _ behaviour: RecipientBehaviour) -> ContentKeeping {
        if core.settings.keep == .recent || core.folder != nil { return .whole }
        return answers(recipient, behaviour).isEmpty ? .nothing : .beginning(bytes: AnsweredMessage.headerCeiling)
    }

    // MARK: - Messages

    private mutating func answerMessage() {
        let behaviours = session.transaction.recipients.lazy.map { BehaviourTable.rows[Int($0.tag)] }
        for behaviour in behaviours {
            switch behaviour.atMessage {
            case .accept: continue
            case .refuse(let reply):
                count(reply)
                session.answerMessage(.refuse(reply))
            case .drop:
                counts.dropped += 1
                session.answerMessage(.drop)
            }
            return
        }
        messages += 1
        // A connection has room for a million messages before its numbers meet those of the next but some.
        let id = connection << 20 &+ messages
        let isPlain = session.transaction.recipients.allSatisfy { $0.tag == 0 && !$0.notify.contains(.success) }
        let isKept = core.settings.keep == .recent || core.folder != nil
        guard isPlain && !isKept || deliver(id) else {
            count(.noRoom)
            session.answerMessage(.refuse(.noRoom))
            return
        }
        counts.accepted += 1
        session.answerMessage(.accept(id: id))
    }

    /// Puts the message into mailboxes, and what it causes into that of its reverse-path.
    ///
    /// - Returns: false when the folder has no room for it; nothing was delivered then.
    private mutating func deliver(_ id: UInt64) -> Bool {
        let arrival = WallClock.now
        let recipients = session.transaction.recipients
        let arriving = recipients.indices.filter { !BehaviourTable.rows[Int(recipients[$0].tag)].failsLater }
        if core.settings.keep == .recent || core.folder != nil {
            let copies = arriving.map { delivered(recipients[$0], id: id, arrival) }
            if let folder = core.folder {
                let names = arriving.map { "\(core.origin.name)-\(String(id, radix: 36))-\($0)" }
                guard folder.write(copies, names: names) else { return false }
            }
            if core.settings.keep == .recent {
                for (index, copy) in zip(arriving, copies) {
                    let mailbox = MailboxName(session.transaction.bytes(recipients[index].path))
                    core.store.deliver(copy, to: mailbox, origin: .accepted, visibleAt: .now())
                }
            }
        }
        for index in recipients.indices { answer(index, id: id, arrival) }
        return true
    }

    /// Puts what a recipient causes into the mailbox of the reverse-path.
    private mutating func answer(_ index: Int, id: UInt64, _ arrival: MessageDate) {
        let recipient = session.transaction.recipients[index]
        for answer in answers(recipient, BehaviourTable.rows[Int(recipient.tag)]) {
            let facts = AnsweredMessage(session, recipient: index, id: id, arrival: arrival, core.origin)
            core.store.deliver(
                answer.write(facts),
                to: MailboxName(facts.reversePath[...]),
                origin: .answer,
                visibleAt: .now() + TimeAmount(core.settings.answerDelay)
            )
            if case .failure = answer { counts.bounces += 1 } else { counts.otherAnswers += 1 }
        }
    }

    /// What comes back for a recipient: nothing to the null reverse-path, and only what was not declined.
    private func answers(_ recipient: ServerRecipient, _ behaviour: RecipientBehaviour) -> [AutomaticAnswer] {
        guard !session.transaction.hasNullReversePath else { return [] }
        var answers: [AutomaticAnswer] = []
        if let answer = behaviour.answer, answer.isWanted(recipient.notify) { answers.append(answer) }
        if recipient.notify.contains(.success), !behaviour.failsLater { answers.append(.delivery) }
        return answers
    }

    /// The message with the trace fields of its delivery (RFC 5321 §4.4), as it lies in a mailbox.
    private func delivered(_ recipient: ServerRecipient, id: UInt64, _ arrival: MessageDate) -> [UInt8] {
        var text = AnswerText()
        text.line("Return-Path: <", session.transaction.bytes(session.transaction.reversePath), ">")
        text.line("Delivered-To: ", session.transaction.bytes(recipient.path))
        text.line(
            "Received: by \(core.settings.hostName) (Martlet sandbox) id \(String(id, radix: 16, uppercase: true));"
        )
        text.line("\t", arrival)
        text.raw(session.content)
        if !session.content.suffix(2).elementsEqual([0x0D, 0x0A]) { text.line("") }
        return text.bytes
    }
}

extension RecipientBehaviour {
    /// Whether the message is accepted and does not arrive all the same.
    fileprivate var failsLater: Bool { if case .failure = answer { true } else { false } }
}
