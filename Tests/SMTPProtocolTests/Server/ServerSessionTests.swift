import SMTPProtocol
import Testing

@Suite("The server's session")
struct ServerSessionTests {
    /// Runs a client's words in every cut; what is said and kept must be the same in all of them.
    private func run(
        _ words: String,
        limits: ServerLimits = ServerLimits(),
        keeping: ContentKeeping = .whole
    ) -> ServerDialogue {
        var first: ServerDialogue?
        for pieces in ServerDialogue.everyCut(words) {
            var dialogue = ServerDialogue(limits: limits)
            dialogue.keeping = keeping
            for piece in pieces { dialogue.hear(piece) }
            if let first {
                #expect(dialogue.said == first.said)
                #expect(dialogue.messages == first.messages)
                #expect(dialogue.isClosed == first.isClosed)
            } else {
                first = dialogue
            }
        }
        return first ?? ServerDialogue()
    }

    private func codes(_ dialogue: ServerDialogue) -> [String] {
        dialogue.said.split(separator: "\r\n").map { String($0.prefix(4)) }
            .filter { !$0.hasSuffix("-") }
            .map { String($0.prefix(3)) }
    }

    private let hello = "EHLO client.example\r\n"
    private let open = "EHLO c.example\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.org>\r\n"

    @Test("A pipelined message is taken, and its words come back without the stuffed dots")
    func wholeMessage() {
        let dialogue = run(
            hello + "MAIL FROM:<bounces+t1@example.com> SIZE=100 BODY=8BITMIME RET=HDRS ENVID=run-7\r\n"
                + "RCPT TO:<wang@example.cn> NOTIFY=FAILURE,DELAY ORCPT=rfc822;wang@example.cn\r\nDATA\r\n"
                + "Subject: 账户激活\r\n\r\n..dot\r\n.x\r\nend\r\n.\r\nQUIT\r\n"
        )
        #expect(codes(dialogue) == ["250", "250", "250", "354", "250", "221"])
        #expect(dialogue.said.contains("250 2.0.0 Ok: queued as 20\r\n"))
        #expect(dialogue.isClosed)
        let content = "Subject: 账户激活\r\n\r\n.dot\r\nx\r\nend\r\n"
        #expect(
            dialogue.messages == [
                .init(
                    reversePath: "bounces+t1@example.com",
                    recipients: ["wang@example.cn"],
                    content: content,
                    size: content.utf8.count,
                    envelopeID: "run-7"
                )
            ]
        )
    }

    @Test("EHLO offers what is there, HELO nothing")
    func extensions() {
        let dialogue = run("EHLO [127.0.0.1]\r\n")
        #expect(
            dialogue.said == """
                250-mx.example.cn\r
                250-PIPELINING\r
                250-SIZE 67108864\r
                250-8BITMIME\r
                250-SMTPUTF8\r
                250-CHUNKING\r
                250-ENHANCEDSTATUSCODES\r
                250-DSN\r
                250-AUTH PLAIN LOGIN\r
                250 HELP\r

                """
        )
        #expect(run("HELO c\r\n").said == "250 mx.example.cn\r\n")
    }

    @Test(
        "Only CR LF, dot, CR LF ends a message; only a dot behind CR LF is taken out",
        arguments: [
            ("\n.\n", "\n.\n"), ("\n.\r\n", "\n.\r\n"), ("\r.\r", "\r.\r"), ("\r.\r\n", "\r.\r\n"), ("\n.\r", "\n.\r"),
            ("\r\n.\n", "\r\n\n"), ("\r\n.\r", "\r\n\r"), ("\r\n..\r\n", "\r\n.\r\n"), ("\r\r\n.x\r\n", "\r\r\nx\r\n"),
            ("\r\n.\r\r\n", "\r\n\r\r\n"), ("\r\n.\r.\r\n", "\r\n\r.\r\n"), ("\r\n\n.\r\n", "\r\n\n.\r\n"),
        ]
    )
    func endOfMessage(smuggled: String, content: String) {
        let dialogue = run(open + "DATA\r\na" + smuggled + "MAIL FROM:<evil@example.com>\r\n.\r\nNOOP\r\n")
        #expect(codes(dialogue) == ["250", "250", "250", "354", "250", "250"])
        #expect(dialogue.messages.map(\.content) == ["a" + content + "MAIL FROM:<evil@example.com>\r\n"])
    }

    @Test("A message may be empty, and another follows in the same packet")
    func emptyMessages() {
        let transaction = "MAIL FROM:<>\r\nRCPT TO:<Postmaster>\r\nDATA\r\n.\r\n"
        let dialogue = run(hello + transaction + transaction)
        #expect(codes(dialogue) == ["250", "250", "250", "354", "250", "250", "250", "354", "250"])
        #expect(dialogue.messages.map(\.size) == [0, 0])
        #expect(dialogue.messages.first?.reversePath.isEmpty == true)
    }

    @Test("BDAT takes its octets whatever they are, and pipelined messages follow each other")
    func chunks() {
        let first = "Subject: x\r\n\r\n.\r\nQUIT\r\n"
        let dialogue = run(
            open + "BDAT \(first.utf8.count)\r\n" + first + "BDAT 3 LAST\r\n你"
                + "MAIL FROM:<a@example.com>\r\nRCPT TO:<c@example.org>\r\nBDAT 0\r\nbdat 2 last\r\nhiNOOP\r\n"
        )
        #expect(codes(dialogue) == ["250", "250", "250", "250", "250", "250", "250", "250", "250", "250"])
        #expect(dialogue.said.contains("250 2.0.0 \(first.utf8.count) octets received\r\n"))
        #expect(dialogue.messages.map(\.content) == [first + "你", "hi"])
    }

    @Test("The octets of a refused BDAT are passed over, not taken for commands")
    func refusedChunks() {
        let dialogue = run(
            hello + "BDAT 6\r\nQUIT\r\nMAIL FROM:<>\r\nRCPT TO:<no@example.com>\r\nBDAT 6 LAST\r\nQUIT\r\nNOOP\r\n"
        )
        #expect(codes(dialogue) == ["250", "503", "250", "550", "554", "250"])
        #expect(!dialogue.isClosed)
    }

    @Test("BDAT and DATA are not mixed, and no recipient comes behind the first chunk")
    func mixing() {
        let dialogue = run(open + "BDAT 1\r\nxDATA\r\nRCPT TO:<c@example.com>\r\nRSET\r\nDATA\r\n")
        #expect(codes(dialogue) == ["250", "250", "250", "250", "503", "503", "250", "503"])
    }

    @Test(
        "Refused recipients leave the others alone",
        arguments: [ContentKeeping.nothing, .beginning(bytes: 4), .whole]
    )
    func partialRefusal(keeping: ContentKeeping) {
        let dialogue = run(
            hello + "MAIL FROM:<a@example.com>\r\nRCPT TO:<no@example.com>\r\nRCPT TO:<b@example.com>\r\n"
                + "RCPT TO:<later@example.com>\r\nRCPT TO:<c@example.com>\r\nDATA\r\n0\r\n..1\r\n.\r\n",
            keeping: keeping
        )
        #expect(codes(dialogue) == ["250", "250", "550", "250", "451", "250", "354", "250"])
        #expect(dialogue.messages.first?.recipients == ["b@example.com", "c@example.com"])
        #expect(dialogue.messages.first?.size == 7)
        let whole = "0\r\n.1\r\n"
        let kept =
            keeping == .whole ? whole : keeping == .nothing ? "" : String(decoding: whole.utf8.prefix(4), as: UTF8.self)
        #expect(dialogue.messages.first?.content == kept)
    }

    @Test(
        "A connection can be dropped, or closed with a 421, at a recipient",
        arguments: [("drop", ""), ("busy", "421")]
    )
    func closing(name: String, code: String) {
        let dialogue = run(hello + "MAIL FROM:<>\r\nRCPT TO:<\(name)@example.com>\r\nNOOP\r\n")
        #expect(dialogue.isClosed)
        #expect(codes(dialogue) == ["250", "250"] + (code.isEmpty ? [] : [code]))
    }

    @Test(
        "What breaks the order or the grammar is refused",
        arguments: [
            ("MAIL FROM:<a@example.com>\r\n", "503"),
            ("EHLO\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:a@example.com\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<a@example.com\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<a@example.com>x\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<a b@example.com>\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<a@>\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<a@example.com> COLOUR=red\r\n", "555"),
            ("EHLO c\r\nMAIL FROM:<a@example.com> SIZE=x\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<a@example.com> SIZE=99999999999999999999\r\n", "552"),
            ("EHLO c\r\nMAIL FROM:<a@example.com> BODY=BINARYMIME\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<王@example.cn>\r\n", "553"),
            ("EHLO c\r\nMAIL FROM:<\u{7}@example.cn>\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<>\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<王@example.cn>\r\n", "553"),
            ("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.cn> NOTIFY=NEVER,DELAY\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<b@example.cn> ORCPT=b\r\n", "501"),
            ("EHLO c\r\nMAIL FROM:<>\r\nMAIL FROM:<>\r\n", "503"),
            ("EHLO c\r\nRCPT TO:<b@example.cn>\r\n", "503"),
            ("EHLO c\r\nMAIL FROM:<>\r\nDATA\r\n", "554"),
            ("EHLO c\r\nDATA\r\n", "503"),
            ("EHLO c\r\nSTARTTLS\r\n", "502"),
            ("EHLO c\r\nVRFY wang\r\n", "252"),
            ("EHLO c\r\nNOOP\n", "500"),
            ("\r\n", "500"),
            ("EHLOS c\r\n", "500"),
            ("MAIL\0 FROM:<>\r\n", "500"),
            ("RSET now\r\n", "501"),
            ("EHLO c\r\nAUTH CRAM-MD5\r\n", "504"),
            ("EHLO c\r\nAUTH PLAIN !!!!\r\n", "501"),
            ("EHLO c\r\nAUTH PLAIN YQ==\r\n", "501"),
            ("EHLO c\r\nAUTH LOGIN\r\n*\r\n", "501"),
        ]
    )
    func refusals(words: String, code: String) {
        let dialogue = run(words)
        #expect(codes(dialogue).last == code)
        #expect(!dialogue.isClosed)
    }

    @Test("Addresses with other letters are taken once SMTPUTF8 was asked for")
    func internationalised() {
        let dialogue = run(
            hello + "MAIL FROM:<王@例子.测试> SMTPUTF8\r\nRCPT TO:<用户+a@例子.测试>\r\nDATA\r\nx\r\n.\r\n"
        )
        #expect(dialogue.messages.first?.reversePath == "王@例子.测试")
        #expect(dialogue.messages.first?.recipients == ["用户+a@例子.测试"])
    }

    @Test("Source routes and quoted local parts are understood")
    func oddPaths() {
        let dialogue = run(
            hello
                + "MAIL FROM: <@a.example,@b.example:c@example.com>\r\nRCPT TO:<\"a>b\\\"\"@example.com>\r\nDATA\r\n.\r\n"
        )
        #expect(dialogue.messages.first?.reversePath == "c@example.com")
        #expect(dialogue.messages.first?.recipients == ["\"a>b\\\"\"@example.com"])
    }

    @Test(
        "Logins come by PLAIN and LOGIN, with an initial response or without",
        arguments: [
            "AUTH PLAIN AG1laQBz\r\n", "AUTH PLAIN\r\nAG1laQBz\r\n", "auth login\r\nbWVp\r\ncw==\r\n",
            "AUTH LOGIN bWVp\r\ncw==\r\n",
        ]
    )
    func login(words: String) {
        let dialogue = run(hello + words + words)
        #expect(dialogue.logins == ["mei/s"])
        #expect(codes(dialogue).contains("235"))
        #expect(dialogue.said.contains("503 5.5.1 Authenticated already"))
    }

    @Test("A wrong password is refused, and another try is allowed")
    func wrongPassword() {
        let dialogue = run(hello + "AUTH PLAIN AG1laQB3cm9uZw==\r\nAUTH PLAIN AG1laQBz\r\n")
        #expect(codes(dialogue) == ["250", "535", "235"])
    }

    @Test("Ceilings hold: lines, recipients, messages, errors")
    func ceilings() {
        var limits = ServerLimits()
        limits.commandBytes = 64
        limits.saslBytes = 80
        limits.recipients = 1
        limits.messageBytes = 10
        limits.errors = 3
        let long = String(repeating: "x", count: 70)
        let dialogue = run(
            "EHLO c\r\nNOOP \(long)\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.com>\r\nRCPT TO:<b@example.com>\r\n"
                + "DATA\r\n0123456789\r\n.\r\nMAIL FROM:<> SIZE=11\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.com>\r\n"
                + "BDAT 11 LAST\r\n0123456789\nMAIL FROM:<>\r\nWHAT\r\nWHAT\r\nNOOP\r\n",
            limits: limits
        )
        #expect(
            codes(dialogue) == [
                "250", "500", "250", "250", "452", "354", "552", "552", "250", "250", "552", "250", "500", "500", "421",
            ]
        )
        #expect(dialogue.isClosed)
    }
}
