import MailModel

@testable import SMTPProtocol

/// Plays the server and the engine: says lines, keeps what the session says and reports.
final class Dialogue {
    private var session: Session
    private var parser = ReplyParser()
    private var buffer: [UInt8] = []
    /// What the session has said since it was last asked for.
    private var said: [UInt8] = []
    /// Outcomes in order, as `seq word phase`.
    private(set) var reports: [String] = []
    /// The outcomes themselves.
    private(set) var outcomes: [UInt32: RecipientOutcome] = [:]
    /// Marks in order, by seq.
    private(set) var marks: [UInt32] = []
    /// The last thing that was asked of the engine besides going on.
    private(set) var result = Session.Result.goOn

    init(_ settings: SessionSettings) { session = Session(settings: settings) }

    /// A session that is open: what the server offers is given by keyword lines.
    static func open(
        _ keywords: [String] = ["PIPELINING"],
        messageLimit: Int = 500,
        window: Int = 1,
        adjust: (inout SessionSettings) -> Void = { _ in }
    ) -> Dialogue {
        var settings = SessionSettings(
            helloName: "client.example",
            tls: .none,
            messageLimit: messageLimit,
            window: window
        )
        adjust(&settings)
        let dialogue = Dialogue(settings)
        dialogue.server("220 mx ESMTP\r\n")
        let lines = ["mx"] + keywords
        for (index, line) in lines.enumerated() {
            dialogue.server("250\(index == lines.count - 1 ? " " : "-")\(line)\r\n")
        }
        _ = dialogue.client()
        return dialogue
    }

    /// The server says something; when the session is asked to switch to TLS, the rest stays unread.
    func server(_ text: String) { server(Array(text.utf8)) }

    func server(_ bytes: [UInt8]) {
        buffer += bytes
        do {
            while let frame = try parser.next(in: buffer.span) {
                if case .ended = result { return }
                let next = session.receive(frame, in: buffer.span)
                buffer.removeFirst(frame.length)
                drain()
                if next == .switchToTLS {
                    result = session.checkSwitch(unread: buffer.count)
                    return drain()
                }
                if next != .goOn { result = next }
            }
        } catch {
            result = .ended(session.receive(error))
        }
        drain()
    }

    /// What the session has said since the last call.
    func client() -> String {
        defer { said = [] }
        return String(decoding: said, as: UTF8.self)
    }

    func perform(_ body: (inout Session) -> Void) {
        body(&session)
        drain()
    }

    func ask<Value>(_ body: (borrowing Session) -> Value) -> Value { body(session) }

    func submit(_ messages: OutgoingMessage...) {
        for message in messages { perform { $0.submit(message) } }
    }

    func lose() { perform { result = .ended($0.connectionLost("reset by peer")) } }

    var end: SessionEnd? {
        if case .ended(let end) = result { end } else { nil }
    }

    private func drain() {
        said += session.output
        session.output = []
        marks += session.handOvers.map(\.seq)
        session.handOvers = []
        for report in session.reports {
            reports.append("\(report.id.seq) \(Self.word(report.outcome)) \(report.phase)")
            precondition(outcomes.updateValue(report.outcome, forKey: report.id.seq) == nil, "two outcomes for one")
        }
        session.reports = []
    }

    private static func word(_ outcome: RecipientOutcome) -> String {
        switch outcome {
        case .accepted: "accepted"
        case .deferred: "deferred"
        case .failed: "failed"
        case .inDoubt: "inDoubt"
        case .released: "released"
        }
    }
}

/// A message to one or more recipients of `example.cn`.
func message(
    _ seqs: UInt32...,
    content: String = "Subject: hi\r\n\r\nhi\r\n",
    is8Bit: Bool = false,
    path: String? = nil,
    needsSMTPUTF8: Bool = false
) -> OutgoingMessage {
    let recipients = seqs.map { seq in
        EnvelopeRecipient(
            id: AttemptID(seq: seq, attempt: 1),
            path: path ?? "user\(seq)@example.cn",
            domain: "example.cn"
        )
    }
    let bytes = Array(content.utf8)
    return OutgoingMessage(
        envelope: Envelope(
            reversePath: .mailbox("bounces@example.com"),
            recipient: recipients[0],
            furtherRecipients: Array(recipients.dropFirst()),
            needsSMTPUTF8: needsSMTPUTF8
        ),
        content: MessageContent(first: .init(storage: bytes, range: 0..<bytes.count), is8Bit: is8Bit)
    )
}

/// The three commands of an envelope.
func envelope(_ seq: Int, parameters: String = "") -> String {
    "MAIL FROM:<bounces@example.com>\(parameters)\r\nRCPT TO:<user\(seq)@example.cn>\r\nDATA\r\n"
}

let content = "Subject: hi\r\n\r\nhi\r\n.\r\n"
