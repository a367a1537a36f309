import BounceAnalysis
import Testing

@Suite("What verdicts rest on")
struct GroundsTests {
    private let report = """
        From: MAILER-DAEMON@mail.example.org
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b

        Your message could not be delivered.

        <李@例子.example>: host mx.example.cn said: 550 5.1.1 <li@example.cn>: User unknown (in reply to RCPT TO command)
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.org

        Final-Recipient: rfc822; li@example.cn
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: smtp; 550 5.1.1 <li@example.cn>: User unknown
        --b--

        """

    @Test("Each part names its rule and its line, when asked for")
    func parts() throws {
        let verdict = BounceClassifier(explains: true).classify(Array(report.utf8))
        let grounds = try #require(verdict.recipients.first?.grounds)
        #expect(grounds.address == Evidence(rule: "dsn.final-recipient", line: "final-recipient: li@example.cn"))
        #expect(grounds.action == Evidence(rule: "dsn.action", line: "Action: failed"))
        #expect(grounds.status?.rule == "dsn.diagnostic-code")
        #expect(grounds.reply?.line == "550 5.1.1 <li@example.cn>: User unknown")
        #expect(grounds.reason.rule.hasPrefix("userunknown."))
        #expect(grounds.deliveryClass.rule == "class.hard")
        #expect(BounceClassifier().classify(Array(report.utf8)).recipients.first?.grounds == nil)
    }

    @Test("They stand in the JSON, too")
    func json() {
        let line = BounceClassifier(explains: true).classify(Array(report.utf8)).jsonLine(id: "a", explains: true)
        let text = String(decoding: line, as: UTF8.self)
        #expect(text.contains(#""line":"Action: failed""#))
        #expect(text.contains(#""why":{"address":{"rule":"dsn.final-recipient","line":"#))
    }

    @Test(
        "A status code that is missing is derived from the reply code and the reason, and says so",
        arguments: [
            ("550 No such user here (in reply to RCPT TO command)", "5.1.1"),
            ("452 mailbox is full", "4.2.2"),
            ("554 the message is spam", "5.7.1"),
        ]
    )
    func derived(words: String, status: String) throws {
        let mail = """
            From: MAILER-DAEMON@mail.example.org
            Subject: Undelivered Mail

            Your message could not be delivered.

            <wang@example.cn>: \(words)
            """
        let verdict = BounceClassifier(explains: true).classify(Array(mail.utf8))
        let recipient = try #require(verdict.recipients.first)
        #expect(recipient.status == status)
        #expect(!recipient.statusIsQuoted)
        #expect(recipient.grounds?.status?.rule == "derived")
    }

    @Test("A host that takes no mail for now is not hard, one that never does is")
    func notAccept() {
        func reason(_ words: String) -> RecipientVerdict.DeliveryClass? {
            let mail = report.replacing("550 5.1.1 <li@example.cn>: User unknown", with: words)
            return BounceClassifier().classify(Array(mail.utf8)).recipients.first?.deliveryClass
        }
        #expect(reason("556 5.1.10 Domain does not accept mail (nullMX)") == .hard)
        #expect(reason("421 4.3.2 Service not available") != .hard)
    }

    @Test("What the remote server said in a transcript outweighs the summary below it")
    func transcript() throws {
        let mail = """
            From: Mail Delivery Subsystem <MAILER-DAEMON@example.net>
            Subject: Returned mail: User unknown

               ----- Transcript of session follows -----
            While talking to mx.example.cn:
            >>> MAIL From:<us@example.net>
            <<< 550 Insecure Mail Relay
            554 <wang@example.cn>... Remote protocol error

               ----- Unsent message follows -----
            From: us@example.net
            """
        let recipient = try #require(BounceClassifier().classify(Array(mail.utf8)).recipients.first)
        #expect(recipient.address == "wang@example.cn")
        #expect(recipient.reply == 550)
        #expect(recipient.reason == .noRelaying)
    }

    @Test("That a host does not exist is not said of a mailbox")
    func host() throws {
        func reason(_ words: String) -> BounceReason? {
            let mail = report.replacing("550 5.1.1 <li@example.cn>: User unknown", with: words)
                .replacing("RCPT TO", with: "end of DATA")
            return BounceClassifier().classify(Array(mail.utf8)).recipients.first?.reason
        }
        #expect(reason("553 mail.example.cn does not exist") == .hostUnknown)
        #expect(reason("553 li@example.cn does not exist") != .hostUnknown)
    }
}
