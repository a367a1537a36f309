import MailModel
import POP3Protocol
import Testing

@Suite("A session while the store works")
struct KeepingTests {
    @Test("NOOP keeps a session alive, and the session goes on behind its reply")
    func keepAlive() {
        var session = planning()
        let isSent = session.keepAlive()
        #expect(isSent)
        #expect(said(&session) == "NOOP\r\n")
        let isSentTwice = session.keepAlive()
        #expect(!isSentTwice, "a reply is awaited already")
        #expect(events("+OK\r\n", &session) == [.alive, .more])
        session.planned([.fetch])
        #expect(events("", &session) == [.more])
        #expect(said(&session) == "RETR 1\r\n")
    }

    @Test("When the store fails, deletions are taken back before the session ends")
    func abandon() {
        var session = planning()
        let goesOn = session.abandon()
        #expect(goesOn)
        #expect(said(&session) == "RSET\r\n")
        #expect(events("+OK\r\n", &session) == [.more])
        #expect(said(&session) == "QUIT\r\n")
        #expect(events("+OK\r\n", &session).first == .finished)
    }

    @Test("While a message comes in nothing can be said, and the connection is to be closed")
    func abandonWithinMessage() {
        var session = planning()
        session.planned([.fetch])
        _ = events("", &session)
        let goesOnBefore = session.abandon()
        #expect(!goesOnBefore)
        _ = events("+OK\r\nhalf", &session)
        let goesOnWithin = session.abandon()
        #expect(!goesOnWithin)
    }

    @Test("A session that is told to stop fetches no more and leaves")
    func stop() {
        var session = planning()
        session.stop()
        session.planned([.fetch])
        #expect(events("", &session) == [.more])
        #expect(said(&session) == "QUIT\r\n")
    }

    @Test("A plan that is too short leaves the rest alone")
    func shortPlan() {
        var session = planning()
        session.planned([])
        _ = events("", &session)
        #expect(said(&session) == "QUIT\r\n")
    }

    @Test("Progress is made by replies and by four kilobytes of one, not by a byte")
    func progress() {
        var session = planning()
        session.planned([.fetch])
        _ = events("+OK\r\n", &session)
        let before = session.progress
        _ = events("x", &session)
        #expect(session.progress == before)
        _ = events(String(repeating: "x", count: 4096), &session)
        #expect(session.progress == before + 1)
    }

    /// A session with one message, that waits for the plan.
    private func planning() -> Session {
        var session = Session(.sample())
        for words in ["+OK\r\n", "-ERR\r\n", "+OK\r\n", "+OK\r\n", "+OK 1 9\r\n", "+OK\r\n1 9\r\n.\r\n", "-ERR\r\n"] {
            _ = events(words, &session)
        }
        _ = session.takeOutput()
        return session
    }

    private func said(_ session: inout Session) -> String { String(decoding: session.takeOutput(), as: UTF8.self) }

    /// What the session wants, until it wants more bytes or an answer.
    private func events(_ words: String, _ session: inout Session) -> [Session.Event] {
        let bytes = Array(words.utf8)
        var start = 0
        var events: [Session.Event] = []
        while events.last != .more, events.last != .plan, events.last != .finished {
            events.append(session.receive(bytes.span, from: &start))
        }
        return events
    }
}
