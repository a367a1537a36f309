import MailModel
import POP3Protocol
import Testing

@Suite("What LIST and UIDL say together")
struct ListingTests {
    private static let longestID = String(repeating: "u", count: 70)

    @Test(
        "LIST decides which messages there are, and only sound unique ids count",
        arguments: [
            (["1 10", "2 20"], ["1 a", "2 b"], ["1 10 a", "2 20 b"]),
            // Missing, unlisted and doubled lines.
            (["1 10", "2 20"], ["2 b", "3 c"], ["1 10 -", "2 20 b"]),
            (["1 10"], ["1 a", "1 a"], ["1 10 a"]),
            (["1 10"], ["1 a", "1 b"], ["1 10 -"]),
            (["1 10"], ["1 a", "1 b", "1 a"], ["1 10 -"]),
            // One id for several messages says nothing of any.
            (["1 10", "2 20", "3 30"], ["1 a", "2 b", "3 a"], ["1 10 -", "2 20 b", "3 30 -"]),
            // Out of order, doubled, with gaps.
            (["7 70", "3 30", "7 71"], ["7 x", "3 y"], ["3 30 y", "7 70 x"]),
            // Not a list entry at all.
            (["0 5", "-1 5", "x 5", "1", "", "99999999999999999999 1", "2147483648 1", "2 20"], [], ["2 20 -"]),
            // Sizes that are none, or too large to be true; more words behind them.
            (
                ["1 x", "2 -5", "3 99999999999999999999", "4 40 extra"], [],
                ["1 0 -", "2 0 -", "3 \(Int.max) -", "4 40 -"]
            ),
            // Unique ids that are too long, empty or not printable.
            (
                ["1 1", "2 2", "3 3", "4 4"], ["1 \(longestID)", "2 \(longestID)u", "3 ", "4 编号"],
                ["1 1 \(longestID)", "2 2 -", "3 3 -", "4 4 -"]
            ),
            (["1    10"], ["1\ta"], ["1 10 a"]),
        ]
    )
    func lists(sizes: [String], ids: [String], messages: [String]) throws {
        let listLines = sizes.map { $0 + "\r\n" }.joined()
        let idLines = ids.map { $0 + "\r\n" }.joined()
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [.server("+OK 9 99\r\n+OK\r\n\(listLines).\r\n+OK\r\n\(idLines).\r\n")],
            settings: .sample()
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.listed.map { "\($0.number) \($0.size) \($0.uid ?? "-")" } == messages)
        #expect(outcome.failure == nil)
    }

    @Test("Messages beyond the ceiling wait for another session")
    func ceiling() throws {
        var settings = SessionSettings.sample()
        settings.limits.listedMessages = 2
        let dialogue = Dialogue(
            turns: .pipelinedLogin + [
                .server("+OK 3 6\r\n+OK\r\n1 1\r\n2 2\r\n3 3\r\n.\r\n+OK\r\n3 c\r\n2 b\r\n.\r\n")
            ],
            settings: settings
        )
        let outcome = try #require(dialogue.outcomeAtEverySplit())
        #expect(outcome.listed.map(\.uid) == [nil, "b"])
    }
}
