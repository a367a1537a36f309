import MailModel
import SMTPProtocol

/// Drives a server session with what a client sends, cut in pieces, and answers its questions by simple rules.
///
/// Recipients: `no@` is refused, `later@` put off, `drop@` ends the connection, `busy@` gets a 421; everybody else is
/// taken. The password `wrong` is.
struct ServerDialogue {
    /// A message that was accepted.
    struct Message: Equatable {
        var reversePath: String
        var recipients: [String]
        var content: String
        var size: Int
        var envelopeID: String?
    }

    var session: ServerSession
    var keeping = ContentKeeping.whole
    /// What is answered to messages; accepted when nil.
    var messageRefusal: ServerReply?
    private(set) var said = ""
    private(set) var messages: [Message] = []
    private(set) var logins: [String] = []
    private(set) var isClosed = false
    private var pending: [UInt8] = []

    init(limits: ServerLimits = ServerLimits()) { session = ServerSession(hostName: "mx.example.cn", limits: limits) }

    mutating func hear(_ piece: [UInt8]) {
        guard !isClosed else { return }
        pending += piece
        while true {
            let input = pending
            let step = session.receive(input.span)
            pending.removeFirst(step.consumed)
            switch step.event {
            case .needsInput:
                collect()
                return
            case .login:
                let (user, password) = (session.login.user, session.login.password)
                logins.append(String(decoding: user + [0x2F] + password, as: UTF8.self))
                session.answerLogin(isRight: password != Array("wrong".utf8))
            case .recipient:
                let decision = decision
                session.answerRecipient(decision)
            case .message:
                guard let messageRefusal else {
                    keep()
                    session.answerMessage(.accept(id: 0x1F + UInt64(messages.count)))
                    continue
                }
                session.answerMessage(.refuse(messageRefusal))
            case .close:
                collect()
                isClosed = true
                return
            }
        }
    }

    private mutating func collect() {
        said += String(decoding: session.output, as: UTF8.self)
        session.output.removeAll()
    }

    private mutating func keep() {
        let transaction = session.transaction
        func text(_ place: Range<Int>) -> String { String(decoding: transaction.bytes(place), as: UTF8.self) }
        messages.append(
            Message(
                reversePath: text(transaction.reversePath),
                recipients: transaction.recipients.map { text($0.path) },
                content: String(decoding: session.content, as: UTF8.self),
                size: session.contentSize,
                envelopeID: transaction.envelopeID.map(text)
            )
        )
    }

    private var decision: RecipientDecision {
        let path = String(decoding: session.transaction.bytes(session.transaction.candidate.path), as: UTF8.self)
        switch path.split(separator: "@").first {
        case "no": return .refuse(reply(550, "no such user"))
        case "later": return .refuse(reply(451, "not now"))
        case "busy": return .refuseAndClose(reply(421, "busy"))
        case "drop": return .drop
        default: return .accept(keeping: keeping, tag: 7)
        }
    }

    private func reply(_ code: UInt16, _ text: String) -> ServerReply {
        guard let code = ReplyCode(rawValue: code) else { preconditionFailure("no reply code") }
        return ServerReply(code, EnhancedStatusCode(UInt8(code.rawValue / 100), 1, 1), text)
    }
}

extension ServerDialogue {
    /// The ways of cutting bytes that every parser is fed with: whole, byte by byte, and in two at every place.
    static func everyCut(_ text: String) -> [[[UInt8]]] {
        let bytes = Array(text.utf8)
        let halves = bytes.indices.map { [Array(bytes[..<$0]), Array(bytes[$0...])] }
        return [[bytes], bytes.map { [$0] }] + halves
    }
}
