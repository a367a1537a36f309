import MailModel
import Testing

@testable import SMTPProtocol

struct EndingTests {
    private func twoUnderWay() -> Dialogue {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n")
        dialogue.submit(message(2))
        return dialogue
    }

    @Test(
        "421 answers everything behind it",
        arguments: [
            ("421 x\r\n", ["1 deferred endOfData", "2 released endOfData"]),
            ("250 ok\r\n421 x\r\n", ["1 accepted endOfData", "2 released mail"]),
            ("250 ok\r\n250 ok\r\n421 x\r\n", ["1 accepted endOfData", "2 deferred recipient"]),
            ("250 ok\r\n250 ok\r\n250 ok\r\n421 x\r\n", ["1 accepted endOfData", "2 deferred data"]),
        ]
    )
    func closing(text: String, reports: [String]) {
        let dialogue = twoUnderWay()
        dialogue.server(text)
        #expect(dialogue.reports == reports)
        #expect(dialogue.end?.kind == .closing)
    }

    @Test("421 to an idle session ends it without a fault")
    func idle() {
        let dialogue = Dialogue.open()
        dialogue.server("421 4.4.2 timeout\r\n")
        #expect(dialogue.end?.kind == .closing)
        #expect(dialogue.reports == [])
    }

    @Test(
        "A lost connection leaves in doubt what was handed over, and releases what had not begun",
        arguments: [
            ("", ["1 inDoubt endOfData", "2 released endOfData"]),
            ("250 ok\r\n", ["1 accepted endOfData", "2 released mail"]),
            ("250 ok\r\n250 ok\r\n", ["1 accepted endOfData", "2 deferred recipient"]),
            ("250 ok\r\n250 ok\r\n250 ok\r\n", ["1 accepted endOfData", "2 deferred data"]),
            ("250 ok\r\n250 ok\r\n250 ok\r\n354 go\r\n", ["1 accepted endOfData", "2 inDoubt endOfData"]),
        ]
    )
    func lost(text: String, reports: [String]) {
        let dialogue = twoUnderWay()
        dialogue.server(text)
        dialogue.lose()
        #expect(dialogue.reports == reports)
        #expect(dialogue.end?.kind == .lost)
        #expect(dialogue.outcomes[2].map { "\($0)" }?.contains("reset by peer") == true)
    }

    @Test("Time that runs out means the same as a lost connection")
    func timeout() {
        let dialogue = twoUnderWay()
        #expect(dialogue.ask { $0.awaited } == AwaitedStep(phase: .endOfData, limit: .seconds(600)))
        dialogue.perform { _ = $0.timedOut(after: .seconds(600)) }
        #expect(dialogue.reports == ["1 inDoubt endOfData", "2 released endOfData"])
        #expect(dialogue.outcomes[1] == .inDoubt(.timeout(seconds: 600)))
    }

    @Test(
        "A reply that cannot belong to its command ends the session",
        arguments: [
            ("354 go\r\n", "1 deferred mail"), ("250 ok\r\n354 go\r\n", "1 deferred recipient"),
            ("250 ok\r\n250 ok\r\n250 ok\r\n", "1 deferred data"),
            ("250 ok\r\n250 ok\r\n354 go\r\n354 go\r\n", "1 inDoubt endOfData"),
            ("garbage\r\n", "1 deferred mail"), ("250 ok\r\n250 ok\r\n354 go\r\ngarbage\r\n", "1 inDoubt endOfData"),
            ("250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n250 once more\r\n", "1 accepted endOfData"),
        ]
    )
    func breach(text: String, report: String) {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server(text)
        #expect(dialogue.reports == [report])
        #expect(dialogue.end?.kind == .breach)
    }

    @Test("A line that nothing asked for never fails the recipient whose reply it seems to be")
    func unaskedRefusal() {
        let dialogue = twoUnderWay()
        dialogue.server("250 queued\r\n550 unasked\r\n250 ok\r\n250 ok\r\n354 go\r\n")
        #expect(dialogue.reports == ["1 accepted endOfData", "2 deferred mail"])
        #expect(dialogue.end?.kind == .breach)
        let later = twoUnderWay()
        later.server("250 queued\r\n250 ok\r\n550 unasked\r\n250 ok\r\n")
        #expect(later.reports == ["1 accepted endOfData", "2 deferred recipient"])
    }

    @Test("A refusal stands when the connection is lost behind it")
    func refusalThenLoss() {
        let dialogue = twoUnderWay()
        dialogue.server("250 queued\r\n250 ok\r\n550 unknown\r\n")
        dialogue.lose()
        #expect(dialogue.reports == ["1 accepted endOfData", "2 failed recipient"])
    }

    @Test(
        "What a server says in the middle of large content decides, and ends the session",
        arguments: [
            ("552 too large\r\n", "1 failed content", SessionEnd.Kind.breach),
            ("451 no\r\n", "1 deferred content", .breach),
            ("421 bye\r\n", "1 deferred content", .closing), ("250 ok\r\n", "1 deferred content", .breach),
        ]
    )
    func premature(text: String, report: String, kind: SessionEnd.Kind) {
        let dialogue = Dialogue.open { $0.largeContent = 10 }
        dialogue.submit(message(1, content: String(repeating: "x", count: 100)))
        dialogue.server("250 ok\r\n250 ok\r\n354 go\r\n")
        dialogue.perform { $0.continueContent(upTo: 50) }
        dialogue.server(text)
        #expect(dialogue.reports == [report])
        #expect(dialogue.end?.kind == kind)
    }

    @Test("A connection lost in the middle of content defers the message")
    func lostInContent() {
        let dialogue = Dialogue.open { $0.largeContent = 10 }
        dialogue.submit(message(1, 2, content: String(repeating: "x", count: 100)))
        dialogue.server("250 ok\r\n250 ok\r\n550 no\r\n354 go\r\n")
        dialogue.perform { $0.continueContent(upTo: 50) }
        dialogue.lose()
        #expect(dialogue.reports == ["2 failed recipient", "1 deferred content"])
        #expect(dialogue.marks == [])
    }

    @Test("530 at MAIL is about us: the session ends, and the message is released")
    func loginMissing() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server("530 5.7.0 authentication required\r\n")
        #expect(dialogue.reports == ["1 released mail"])
        #expect(dialogue.end?.kind == .refused(.configuration))
    }

    @Test("A RSET that is refused ends the session before it can spoil the next message")
    func resetRefused() {
        let dialogue = Dialogue.open()
        dialogue.submit(message(1))
        dialogue.server("250 ok\r\n550 no\r\n503 no\r\n")
        dialogue.submit(message(2))
        dialogue.server("500 what?\r\n")
        #expect(dialogue.reports == ["1 failed recipient", "2 released reset"])
        #expect(dialogue.end?.kind == .closing)
    }

    @Test("Whatever a server answers, each recipient has one outcome at most, and exactly one at the end")
    func noise() {
        let lines = [
            "250 ok\r\n", "354 go\r\n", "450 no\r\n", "550 no\r\n", "421 bye\r\n", "250-a\r\n250 b\r\n", "x\r\n",
        ]
        var state: UInt64 = 0x2545_F491_4F6C_DD1D
        func random(_ count: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33) % count
        }
        for round in 0..<3_000 {
            let keywords = [[], ["PIPELINING"], ["PIPELINING", "CHUNKING"]][round % 3]
            let dialogue = Dialogue.open(keywords, window: 4) { $0.largeContent = 40 }
            var next: UInt32 = 0
            for _ in 0..<40 where dialogue.end == nil {
                while next < 12, dialogue.ask({ $0.wantsMessage }) {
                    let text = random(6) == 0 ? String(repeating: "x", count: 90) : "hi\r\n"
                    dialogue.submit(
                        random(4) == 0 ? message(next, next + 1, content: text) : message(next, content: text)
                    )
                    next += 2
                }
                if dialogue.ask({ $0.hasContent }) { dialogue.perform { $0.continueContent(upTo: 50) } }
                if random(3) > 0, dialogue.ask({ $0.isDraining }) { dialogue.perform { $0.contentDrained() } }
                // Mostly what fits, so that the dialogue gets somewhere.
                let isData = dialogue.ask { $0.awaited?.phase } == .data
                dialogue.server(random(4) > 0 ? (isData ? lines[1] : lines[0]) : lines[random(lines.count)])
            }
            if dialogue.end == nil { dialogue.lose() }
            let seqs = Set(dialogue.outcomes.keys.map { $0 & ~1 })
            #expect(seqs == Set(stride(from: 0, to: next, by: 2)))
            for (seq, outcome) in dialogue.outcomes {
                let isMarked = dialogue.marks.contains(seq)
                switch outcome {
                case .accepted, .inDoubt: #expect(isMarked)
                case .deferred, .failed, .released: continue
                }
            }
        }
    }
}
