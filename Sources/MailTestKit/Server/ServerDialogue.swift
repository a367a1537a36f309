/// A mail server's side of a session, with the exceptions of a ``ServerBehaviour``.
struct ServerDialogue {
    /// What goes on after a command.
    enum Next {
        case goOn
        case close
        case cut
        case fallMute
    }

    var session: ServerSession
    let behaviour: ServerBehaviour
    var transaction: ServerTransaction?
    /// Whether the client said EHLO and may use the extensions.
    var isExtended = false
    /// Messages that came over this connection.
    var messages = 0

    init(session: ServerSession, behaviour: ServerBehaviour) {
        self.session = session
        self.behaviour = behaviour
    }

    mutating func run(greets: Bool) {
        if greets { reply(behaviour.greeting) }
        while true {
            if !session.input.hasUnread { flush() }
            guard let line = session.command() else { return }
            switch answer(line) {
            case .goOn: continue
            case .close:
                flush()
                return
            case .cut:
                flush()
                if behaviour.cutsByReset { session.socket.reset() }
                return
            case .fallMute:
                flush()
                session.input.drain()
                return
            }
        }
    }

    mutating func reply(_ reply: ServerReply) {
        if behaviour.delay > .zero { ServerThread.sleep(behaviour.delay) }
        switch behaviour.writing {
        case .atOnce:
            session.socket.write(reply.bytes)
        case .coalesced:
            session.held.append(contentsOf: reply.bytes)
        case .byteByByte:
            for byte in reply.bytes where !session.socket.write([byte]) { return }
        }
    }

    private mutating func flush() {
        guard !session.held.isEmpty else { return }
        session.socket.write(session.held)
        session.held = []
    }

    private mutating func answer(_ line: String) -> Next {
        let verb = line.prefix(while: { $0 != " " && $0 != ":" }).uppercased()
        let group = ["MAIL", "RCPT", "RSET", "BDAT"]
        if session.input.hasUnread, !(isExtended && behaviour.pipelines && group.contains(verb)), verb != "BDAT" {
            session.breach("the client went on before the reply to \(verb)")
        }
        switch verb {
        case "EHLO": return hello(extended: true)
        case "HELO": return hello(extended: false)
        case "AUTH": return authenticate(line)
        case "MAIL": return mail(line)
        case "RCPT": return recipient(line)
        case "DATA": return data()
        case "BDAT": return chunk(line)
        case "RSET":
            transaction = nil
            return say("250 2.0.0 ok")
        case "NOOP": return say("250 2.0.0 ok")
        case "QUIT":
            reply("221 2.0.0 bye")
            return .close
        default: return say("500 5.5.2 unknown command")
        }
    }

    /// Replies, and closes behind a 421.
    mutating func say(_ text: ServerReply) -> Next {
        reply(text)
        return text.closes ? .close : .goOn
    }

    private mutating func hello(extended: Bool) -> Next {
        guard extended else { return say("250 mx.example.test") }
        guard behaviour.knowsEHLO else { return say("502 5.5.1 no such command") }
        isExtended = true
        if let whole = behaviour.helloReply { return say(whole) }
        var lines = ["mx.example.test greets you"] + behaviour.keywords
        if let login = behaviour.login { lines.append("AUTH " + login.mechanisms.joined(separator: " ")) }
        let text = lines.enumerated()
            .map { "250\($0.offset == lines.count - 1 ? " " : "-")\($0.element)" }
            .joined(separator: "\n")
        return say(ServerReply(stringLiteral: text))
    }
}
