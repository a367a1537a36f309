internal import GRDB
internal import MailModel

/// The columns that words take in the tables `recipient` and `history`.
struct WordColumns {
    /// 0 a reply, 1 a connection, 2 a timeout, 3 a breach of the protocol, 4 something unsupported, 5 our own words,
    /// 6 the recipient's domain, 7 a domain that gets no more for now.
    var cause: Int64
    /// The reply code, or the seconds of a timeout or a wait.
    var code: Int64?
    /// The words.
    var text: String?
    /// The enhanced status as one number, `class × 1,000,000 + subject × 1,000 + detail`.
    var status: Int64?

    init(_ cause: FailureCause) {
        switch cause {
        case .reply(let reply):
            self.init(cause: 0, code: Int64(reply.code.rawValue), text: reply.text)
            status = reply.status.map { Int64($0.number) }
        case .connection(let text): self.init(cause: 1, text: text)
        case .timeout(let seconds): self.init(cause: 2, code: Int64(seconds))
        case .protocolBreach(let text): self.init(cause: 3, text: text)
        case .unsupported(let text): self.init(cause: 4, text: text)
        case .routing(let code, let text):
            self.init(cause: 6, text: text)
            status = Int64(code.number)
        case .busy(let seconds, let text): self.init(cause: 7, code: Int64(seconds), text: text)
        }
    }

    /// A server's acceptance: its status is in the text, and nobody sorts by it.
    init(accepted reply: Reply) { self.init(cause: 0, code: Int64(reply.code.rawValue), text: reply.text) }

    init(note: String) { self.init(cause: 5, text: note) }

    private init(cause: Int64, code: Int64? = nil, text: String? = nil) {
        self.cause = cause
        self.code = code
        self.text = text
    }
}

extension RecordedWords {
    /// The words that a row's columns `cause`, `code` and `text` stand for; nil when it has none.
    init?(row: Row) {
        guard let cause = row.optional("cause") as Int64? else { return nil }
        let text = row.optional("text") as String? ?? ""
        let code = row.optional("code") as Int64? ?? 0
        switch cause {
        case 0:
            guard let number = UInt16(exactly: code), let replyCode = ReplyCode(rawValue: number) else { return nil }
            self = .cause(.reply(Reply(code: replyCode, text: text)))
        case 1: self = .cause(.connection(text))
        case 2: self = .cause(.timeout(seconds: UInt32(clamping: code)))
        case 3: self = .cause(.protocolBreach(text))
        case 4: self = .cause(.unsupported(text))
        case 6:
            let status = (row.optional("status") as Int?).flatMap(EnhancedStatusCode.init(number:))
            self = status.map { .cause(.routing($0, text)) } ?? .note(text)
        case 7: self = .cause(.busy(seconds: UInt32(clamping: code), text))
        default: self = .note(text)
        }
    }
}
