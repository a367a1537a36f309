import POP3Protocol
import Testing

@Suite("The POP3 server's session")
struct ServerSessionTests {
    /// Drives a session with a maildrop of two messages.
    private struct Dialogue {
        static let messages = ["Subject: 退信\r\n\r\n.one\r\ntwo\r\nthree\r\n", "A: b\r\n\r\nno end"].map {
            Array($0.utf8)
        }
        var session = ServerSession()
        var said = ""
        var deleted: [Int] = []
        var isClosed = false
        private var pending: [UInt8] = []

        mutating func hear(_ piece: [UInt8]) {
            pending += piece
            while !isClosed {
                let input = pending
                let step = session.receive(input.span)
                pending.removeFirst(step.consumed)
                switch step.event {
                case .needsInput:
                    collect()
                    return
                case .answered: continue
                case .login: logIn()
                case .message(let index): session.answerMessage(Self.messages[index])
                case .delete:
                    deleted = session.deletions
                    session.answerDeletion(isDone: true)
                case .close: isClosed = true
                }
            }
            collect()
        }

        private mutating func logIn() {
            let password = String(decoding: session.login.password, as: UTF8.self)
            switch password {
            case "wrong": session.answerLogin(.refuse)
            case "other": session.answerLogin(.inUse)
            default:
                let listings = Self.messages.enumerated().map { ServerListing(size: $1.count, uid: "u\($0)") }
                session.answerLogin(.open(listings))
            }
        }

        private mutating func collect() {
            said += String(decoding: session.output, as: UTF8.self)
            session.output.removeAll()
        }
    }

    private func run(_ words: String) -> Dialogue {
        let bytes = Array(words.utf8)
        var first: Dialogue?
        for pieces in [[bytes], bytes.map { [$0] }] + bytes.indices.map({ [Array(bytes[..<$0]), Array(bytes[$0...])] })
        {
            var dialogue = Dialogue()
            for piece in pieces { dialogue.hear(piece) }
            if let first {
                #expect(dialogue.said == first.said)
                #expect(dialogue.deleted == first.deleted)
            } else {
                first = dialogue
            }
        }
        return first ?? Dialogue()
    }

    private let login = "USER bounces\r\nPASS s e\r\n"
    private let welcome = "+OK Send the password\r\n+OK 2 messages\r\n"

    @Test("A pipelined session lists, fetches and deletes")
    func wholeSession() {
        let dialogue = run(login + "STAT\r\nLIST\r\nUIDL\r\nRETR 1\r\nDELE 1\r\nSTAT\r\nLIST\r\nQUIT\r\n")
        #expect(
            dialogue.said == welcome + """
                +OK 2 51\r
                +OK 2 messages\r
                1 37\r
                2 14\r
                .\r
                +OK 2 messages\r
                1 u0\r
                2 u1\r
                .\r
                +OK 37 octets\r
                Subject: 退信\r
                \r
                ..one\r
                two\r
                three\r
                .\r
                +OK Marked\r
                +OK 1 14\r
                +OK 1 messages\r
                2 14\r
                .\r
                +OK Bye\r

                """
        )
        #expect(dialogue.deleted == [0])
        #expect(dialogue.isClosed)
    }

    @Test(
        "TOP sends the header and so many lines",
        arguments: [
            (0, "Subject: 退信\r\n\r\n"), (1, "Subject: 退信\r\n\r\n..one\r\n"),
            (9, "Subject: 退信\r\n\r\n..one\r\ntwo\r\nthree\r\n"),
        ]
    )
    func top(lines: Int, text: String) {
        #expect(run(login + "TOP 1 \(lines)\r\n").said == welcome + "+OK 37 octets\r\n\(text).\r\n")
    }

    @Test("A message without a last line end gets one")
    func missingLineEnd() {
        #expect(run(login + "RETR 2\r\n").said == welcome + "+OK 14 octets\r\nA: b\r\n\r\nno end\r\n.\r\n")
    }

    @Test("RSET takes the marks back, and a lost connection deletes nothing")
    func reset() {
        let dialogue = run(login + "DELE 2\r\nRSET\r\nSTAT\r\n")
        #expect(dialogue.said.hasSuffix("+OK Nothing is marked\r\n+OK 2 51\r\n"))
        #expect(dialogue.deleted.isEmpty)
    }

    @Test(
        "What cannot be done is refused, and the session goes on",
        arguments: [
            ("STAT\r\n", "-ERR Log in first"), ("PASS x\r\n", "-ERR Send USER first"),
            ("USER\r\n", "-ERR Syntax: USER name"),
            ("USER a\r\nPASS wrong\r\n", "-ERR [AUTH] Wrong user or password"),
            ("USER a\r\nPASS other\r\n", "-ERR [IN-USE] Another session has this mailbox open"),
            ("HELLO\r\n", "-ERR Command not recognised"), ("AUTH PLAIN\r\n", "-ERR Command not recognised"),
        ]
    )
    func refusedLogins(words: String, answer: String) {
        let dialogue = run(words + "CAPA\r\nQUIT\r\n")
        #expect(dialogue.said.contains(answer + "\r\n+OK Capability list follows\r\nUSER\r\n"))
        #expect(dialogue.said.hasSuffix(".\r\n+OK Bye\r\n"))
    }

    @Test(
        "Numbers must be those of messages that are there",
        arguments: [
            "RETR 0", "RETR 3", "RETR 999999999", "DELE 1\r\nDELE 1", "DELE 1\r\nRETR 1", "LIST 7", "UIDL 7", "TOP 3 1",
            "RETR", "RETR x", "RETR 1 2", "TOP 1", "TOP 1 2 3", "RETR -1", "RETR 99999999999999999999", "LIST 1 2",
            "STAT 1", "USER b", "XTND",
        ]
    )
    func badNumbers(command: String) {
        let dialogue = run(login + command + "\r\nNOOP\r\n")
        let lines = dialogue.said.split(separator: "\r\n")
        #expect(lines.dropLast().last?.hasPrefix("-ERR") == true)
        #expect(lines.last == "+OK")
    }

    @Test("Single listings name the message")
    func singleListings() {
        #expect(run(login + "LIST 2\r\nUIDL 2\r\n").said == welcome + "+OK 2 14\r\n+OK 2 u1\r\n")
    }

    @Test("A line that never ends is refused once, and too many errors end the session")
    func ceilings() {
        let long = String(repeating: "x", count: 300)
        #expect(run(long + "\r\nNOOP\n").said == "-ERR Line too long\r\n-ERR Log in first\r\n")
        var dialogue = Dialogue()
        dialogue.hear(Array(String(repeating: "X\r\n", count: 200).utf8))
        #expect(dialogue.isClosed)
        #expect(dialogue.said.hasSuffix("-ERR Too many errors, closing\r\n"))
    }
}
