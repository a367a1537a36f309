import MailModel
import POP3Protocol
import Testing

@Suite("A session that collects")
struct CollectingTests {
    @Test("A mailbox is fetched, committed, deleted and left, one command at a time")
    func oneByOne() throws {
        let dialogue = Dialogue(
            turns: .plainLogin + [
                .client("STAT\r\n"), .server("+OK 2 60\r\n"), .client("LIST\r\n"),
                .server("+OK\r\n1 30\r\n2 30\r\n.\r\n"),
                .client("UIDL\r\n"), .server("+OK\r\n1 aa\r\n2 bb\r\n.\r\n"), .client("RETR 1\r\n"),
                .server("+OK\r\nSubject: 账单\r\n\r\n..\r\n\0bare\nLF\r\n.\r\n"), .client("RETR 2\r\n"),
                .server("+OK\r\n\r\n.\r\n"), .client("STAT\r\n"), .server("+OK 2 60\r\n"), .client("DELE 1\r\n"),
                .server("+OK gone\r\n"), .client("DELE 2\r\n"), .server("+OK\r\n"), .client("STAT\r\n"),
                .server("+OK 0 0\r\n"), .client("QUIT\r\n"), .server("+OK bye\r\n"),
            ],
            settings: .sample(),
            steps: [.fetch, .fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.messages == ["Subject: 账单\r\n\r\n.\r\n\0bare\nLF\r\n", "\r\n"])
        #expect(outcome.listed.map(\.uid) == ["aa", "bb"])
        #expect(outcome.commits == [2])
        #expect(outcome.isFinished)
        #expect(outcome.result == summary(listed: 2, fetched: 2, deleted: 2))
    }

    @Test("Where PIPELINING is offered, commands run ahead and replies are told apart")
    func pipelined() throws {
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 3 9\r\n+OK\r\n1 3\r\n2 3\r\n3 3\r\n.\r\n+OK\r\n1 a\r\n2 b\r\n3 c\r\n.\r\n"),
                .client("RETR 1\r\nRETR 2\r\nRETR 3\r\n"), .server("+OK\r\na\r\n.\r\n-ERR gone\r\n+OK\r\nc\r\n.\r\n"),
                .client("STAT\r\n"), .server("+OK 3 9\r\n"), .client("DELE 1\r\nDELE 3\r\n"),
                .server("+OK\r\n-ERR no\r\n"), .client("STAT\r\n"), .server("+OK 2 6\r\n"), .client("QUIT\r\n"),
                .server("+OK\r\n"),
            ],
            settings: .sample(),
            steps: [.fetch, .fetch, .fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.messages == ["a\r\n", "c\r\n"])
        #expect(outcome.result == summary(listed: 3, fetched: 2, deleted: 1, left: 1))
    }

    @Test("Messages stay on the server when that is wanted")
    func keepOnServer() throws {
        var settings = SessionSettings.sample()
        settings.keepOnServer = true
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 2 6\r\n+OK\r\n1 3\r\n2 3\r\n.\r\n-ERR\r\n"), .client("RETR 1\r\nTOP 2 0\r\n"),
                .server("+OK\r\na\r\n.\r\n+OK\r\nB: b\r\n\r\n.\r\n"), .client("STAT\r\n"), .server("+OK 2 6\r\n"),
                .client("QUIT\r\n"), .server("+OK\r\n"),
            ],
            settings: settings,
            steps: [.fetch, .compare]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.listed.map(\.uid) == [nil, nil])
        #expect(outcome.headers == ["B: b\r\n\r\n"])
        #expect(outcome.result == summary(listed: 2, fetched: 1))
    }

    @Test(
        "A known message is deleted when its header is the stored one, and fetched otherwise",
        arguments: [true, false]
    )
    func compare(isStored: Bool) throws {
        let after: [Dialogue.Turn] =
            isStored
            ? [.client("DELE 2\r\n"), .server("+OK\r\n"), .client("STAT\r\n"), .server("+OK 1 3\r\n")]
            : [
                .client("RETR 2\r\n"), .server("+OK\r\nB: b\r\n\r\nnew\r\n.\r\n"), .client("STAT\r\n"),
                .server("+OK 2 6\r\n"), .client("DELE 2\r\n"), .server("+OK\r\n"), .client("STAT\r\n"),
                .server("+OK 1 3\r\n"),
            ]
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 2 6\r\n+OK\r\n1 3\r\n2 3\r\n.\r\n+OK\r\n1 a\r\n2 b\r\n.\r\n"), .client("TOP 2 0\r\n"),
                .server("+OK\r\nB: b\r\n\r\n.\r\n"),
            ] + after + [.client("QUIT\r\n"), .server("+OK\r\n")],
            settings: .sample(),
            steps: [.leave, .compare],
            isStored: isStored
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.commits == (isStored ? [] : [1]))
        #expect(outcome.result == summary(listed: 2, fetched: isStored ? 0 : 1, deleted: 1))
    }

    @Test("Of a message that is too large only the header is fetched, and it is not deleted")
    func tooLarge() throws {
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 3 9\r\n+OK\r\n1 200000000\r\n2 99999999999999999999\r\n3 2000\r\n.\r\n+OK\r\n.\r\n"),
                .client("TOP 1 0\r\nTOP 2 0\r\n"), .server("+OK\r\nA: 大\r\n\r\n.\r\n-ERR no TOP\r\n"),
                .client("STAT\r\n"), .server("+OK 3 9\r\n"), .client("QUIT\r\n"), .server("+OK\r\n"),
            ],
            settings: .sample(),
            steps: [.fetch, .fetch, .compare]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.messages == ["#A: 大\r\n\r\n"])
        #expect(outcome.result == summary(listed: 3, fetched: 1, left: 3))
    }

    @Test("A message that is larger than its server says is read to its end, and only its header is kept")
    func largerThanListed() throws {
        let body = String(repeating: String(repeating: "x", count: 98) + "\r\n", count: 12)
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 2 9\r\n+OK\r\n1 5\r\n2 4\r\n.\r\n+OK\r\n.\r\n"), .client("RETR 1\r\nRETR 2\r\n"),
                .server("+OK\r\nA: a\r\n\r\n\(body).\r\n+OK\r\nb\r\n.\r\n"), .client("TOP 1 0\r\n"),
                .server("+OK\r\nA: a\r\n\r\n.\r\n"), .client("STAT\r\n"), .server("+OK 2 9\r\n"), .client("DELE 2\r\n"),
                .server("+OK\r\n"), .client("STAT\r\n"), .server("+OK 1 5\r\n"), .client("QUIT\r\n"),
                .server("+OK\r\n"),
            ],
            settings: .sample(),
            steps: [.fetch, .fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.messages == ["b\r\n", "#A: a\r\n\r\n"])
        #expect(outcome.discarded == 1)
        #expect(outcome.result == summary(listed: 2, fetched: 2, deleted: 1, left: 1))
    }

    @Test("Batches end at their number of messages, and what they held is deleted before the next")
    func batches() throws {
        var settings = SessionSettings.sample()
        settings.limits.batchMessages = 2
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 3 9\r\n+OK\r\n1 3\r\n2 3\r\n3 3\r\n.\r\n+OK\r\n1 a\r\n2 b\r\n3 c\r\n.\r\n"),
                .client("RETR 1\r\nRETR 2\r\n"), .server("+OK\r\na\r\n.\r\n+OK\r\nb\r\n.\r\n"), .client("STAT\r\n"),
                .server("+OK 3 9\r\n"), .client("DELE 1\r\nDELE 2\r\nRETR 3\r\n"),
                .server("+OK\r\n+OK\r\n+OK\r\nc\r\n.\r\n"), .client("STAT\r\n"), .server("+OK 1 3\r\n"),
                .client("DELE 3\r\n"), .server("+OK\r\n"), .client("STAT\r\n"), .server("+OK 0 0\r\n"),
                .client("QUIT\r\n"), .server("+OK\r\n"),
            ],
            settings: settings,
            steps: [.fetch, .fetch, .fetch]
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.commits == [2, 1])
        #expect(outcome.result == summary(listed: 3, fetched: 3, deleted: 3))
    }

    @Test(
        "An empty mailbox is left at once, however the server says that it is empty",
        arguments: ["+OK\r\n.\r\n", "-ERR no messages\r\n"]
    )
    func empty(list: String) throws {
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 0 0\r\n" + list + "+OK\r\n.\r\n"), .client("QUIT\r\n"), .server("+OK\r\n"),
            ],
            settings: .sample()
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.surprises == [])
        #expect(outcome.isFinished)
        #expect(outcome.result == PollSummary())
    }

    private func summary(listed: Int, fetched: Int = 0, deleted: Int = 0, left: Int = 0) -> PollSummary {
        var summary = PollSummary()
        summary.listed = listed
        summary.fetched = fetched
        summary.deleted = deleted
        summary.left = left
        return summary
    }
}
