import MailModel
import POP3Protocol
import Testing

@Suite("A session with a server that does not keep to the protocol")
struct HostileServerTests {
    @Test("An unasked line before a reply is found before anything is committed")
    func shiftedReplies() throws {
        // The line in front takes the place of the first reply, so that each message would get another's unique id.
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 2 6\r\n+OK\r\n1 3\r\n2 3\r\n.\r\n+OK\r\n1 a\r\n2 b\r\n.\r\n"),
                .client("RETR 1\r\nRETR 2\r\n"),
                .server("-ERR wait\r\n+OK 3 octets\r\na\r\n.\r\n+OK 3 octets\r\nb\r\n.\r\n"),
            ],
            settings: .sample(),
            steps: [.fetch, .fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.commits == [])
    }

    @Test("A reply too many among those to DELE is found before QUIT")
    func shiftedDeletions() throws {
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 1 3\r\n+OK\r\n1 3\r\n.\r\n+OK\r\n1 a\r\n.\r\n"), .client("RETR 1\r\n"),
                .server("+OK\r\na\r\n.\r\n"), .client("STAT\r\n"), .server("+OK 1 3\r\n"), .client("DELE 1\r\n"),
                .server("+OK\r\n"), .client("STAT\r\n"), .server("+OK message deleted\r\n"), .client(""),
            ],
            settings: .sample(),
            steps: [.fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.result.deleted == 0)
    }

    @Test("A message whose end was forged by a lone dot is not committed")
    func loneDot() throws {
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 2 6\r\n+OK\r\n1 3\r\n2 3\r\n.\r\n+OK\r\n1 a\r\n2 b\r\n.\r\n"),
                .client("RETR 1\r\nRETR 2\r\n"), .server("+OK\r\na\r\n.\r\n+OK\r\nb\r\n.\r\nthe rest of b\r\n.\r\n"),
            ],
            settings: .sample(),
            steps: [.fetch, .fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.messages == ["a\r\n", "b\r\n"])
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.confirmedAtEnd == 1)
    }

    @Test("A line without end is refused", arguments: ["+OK ", "+OK\r\nUSER ", ""])
    func longLines(opening: String) throws {
        let greeting: [Dialogue.Turn] = opening.hasPrefix("+OK\r\n") ? [.server("+OK\r\n")] : []
        let dialogue = Dialogue(
            turns: greeting + [.server(opening + String(repeating: "x", count: 5000))],
            settings: .sample()
        )
        let outcome = dialogue.run { _ in false }
        #expect(outcome == dialogue.run { _ in true })
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.failure?.message == "the server sent a line of more than 4096 bytes")
    }

    @Test("A list without end is refused, in CAPA and in LIST")
    func longLists() throws {
        var settings = SessionSettings.sample()
        settings.limits.listLines = 10
        let capabilities = Dialogue(
            turns: [.server("+OK\r\n+OK\r\n" + String(repeating: "X\r\n", count: 300))],
            settings: settings
        )
        #expect(capabilities.run { _ in false }.failure?.message == "the list has no end after 257 lines")
        let list = Dialogue(
            turns: .pipelinedLogin + [.server("+OK 1 1\r\n+OK\r\n" + String(repeating: "1 1\r\n", count: 11))],
            settings: settings
        )
        #expect(list.run { _ in false }.failure?.message == "the list has no end after 11 lines")
    }

    @Test("A message without end is given up")
    func endlessMessage() throws {
        var settings = SessionSettings.sample()
        settings.limits.messageBytes = 3000
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 1 3\r\n+OK\r\n1 3\r\n.\r\n-ERR\r\n"),
                .server("+OK\r\n" + String(repeating: "x", count: 4000)),
            ],
            settings: settings,
            steps: [.fetch]
        )
        let outcome = dialogue.run { _ in true }
        #expect(outcome.discarded == 1)
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.failure?.message == "the message has no end after 3001 bytes")
    }

    @Test("A header that is too long to be compared has its message fetched")
    func longHeader() throws {
        var settings = SessionSettings.sample()
        settings.limits.headerBytes = 10
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 1 3\r\n+OK\r\n1 3\r\n.\r\n-ERR\r\n"), .client("TOP 1 0\r\n"),
                .server("+OK\r\nA: aaaaaaaaaaaaaaaa\r\n\r\n.\r\n"), .client("RETR 1\r\n"),
            ],
            settings: settings,
            steps: [.compare]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.headers == [])
    }

    @Test(
        "Anything but a status line where one belongs ends the session",
        arguments: ["OK", "+OKAY", "+ OK", "* OK", "", "-ERRATIC", "+", "\0\0"]
    )
    func foreignReply(line: String) throws {
        let dialogue = Dialogue(turns: .plainLogin + [.server(line + "\r\n")], settings: .sample())
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.failure?.code == .protocolBreach)
        #expect(outcome.failure?.activity == "opening the mailbox (STAT)")
    }

    @Test("A connection lost within a message keeps those before it")
    func cutWithinMessage() throws {
        var session = Session(.sample())
        let server =
            "+OK\r\n|-ERR\r\n|+OK\r\n|+OK\r\n|+OK 2 6\r\n|+OK\r\n1 3\r\n2 3\r\n.\r\n|-ERR\r\n|+OK\r\na\r\n.\r\n|+OK\r\nhalf"
        for words in server.split(separator: "|") {
            let bytes = Array(words.utf8)
            var start = 0
            loop: while true {
                switch session.receive(bytes.span, from: &start) {
                case .more: break loop
                case .plan: session.planned([.fetch, .fetch])
                case .begin, .bytes, .end, .carriageReturn, .startTLS, .discard, .compare, .commit, .alive, .finished,
                    .failed:
                    break
                }
            }
        }
        #expect(session.confirmedMessages == 1)
        let event = session.interrupted(.closed)
        #expect(
            event
                == .failed(
                    SessionFailure(
                        code: .unreachable,
                        activity: "fetching message 2",
                        message: "the server closed the connection"
                    )
                )
        )
        #expect(session.confirmedMessages == 1)
    }

    @Test("Whatever bytes come, the session ends or waits, and commits nothing that was not granted")
    func mutations() throws {
        let words =
            "+OK\r\n|+OK\r\nUSER\r\nPIPELINING\r\n.\r\n|+OK\r\n|+OK\r\n"
            + "|+OK 2 6\r\n+OK\r\n1 3\r\n2 3\r\n.\r\n+OK\r\n1 a\r\n2 b\r\n.\r\n"
            + "|+OK\r\nA: a\r\n\r\n..\r\n.\r\n+OK\r\nB: 二\r\n\r\n.\r\n|+OK\r\n|+OK 1 3\r\n|+OK\r\n|+OK 0 0\r\n|+OK\r\n"
        var random = SplitMix(state: 1939)
        var finished = 0
        for _ in 0..<4000 {
            var bytes = Array(words.utf8)
            for _ in 0...Int(random.next() % 3) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: Array("\r\n.+-".utf8).shuffled(using: &random).prefix(2), at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(9), at: place)
                }
            }
            let turns = bytes.split(separator: UInt8(ascii: "|"))
                .map { Dialogue.Turn.server(String(decoding: $0, as: UTF8.self)) }
            let dialogue = Dialogue(turns: turns, settings: .sample(), steps: [.fetch, .compare])
            let outcome = dialogue.run { _ in false }
            let byByte = dialogue.run { _ in true }
            // Whether a reply too many has come by the time of the commit is a matter of chance.
            #expect(outcome == byByte || [outcome, byByte].contains { $0.failure?.code == .protocolBreach })
            #expect(outcome.commits.reduce(0, +) <= outcome.messages.count)
            #expect(outcome.result.deleted <= outcome.result.listed)
            if outcome.isFinished { finished += 1 }
        }
        #expect(finished > 100, "some changes do no harm")
    }

    @Test("A lost reply to QUIT is no failure, and no deletion is claimed")
    func lostQuit() throws {
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [.server("+OK 0 0\r\n+OK\r\n.\r\n-ERR\r\n"), .client("QUIT\r\n")],
            settings: .sample()
        )
        #expect(dialogue.outcomeAtEverySplit()?.surprises == [])
    }
}

/// Numbers that are the same in every run (SplitMix64).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
