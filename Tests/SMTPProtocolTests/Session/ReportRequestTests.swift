import MailModel
import Testing

@testable import SMTPProtocol

@Suite("Delivery reports that are asked for")
struct ReportRequestTests {
    private static func ask(
        _ occasions: ReportRequest.Occasions,
        path: String = "li+1=a@example.cn",
        isUTF8: Bool = false,
        isWhole: Bool = false,
        keywords: [String]
    ) -> String {
        let dialogue = Dialogue.open(keywords)
        var mail = message(1, path: path, needsSMTPUTF8: isUTF8)
        mail.envelope.reportRequest = ReportRequest(
            occasions: occasions,
            returnsContent: isWhole,
            envelopeID: "run 7+a=b"
        )
        dialogue.submit(mail)
        return dialogue.client()
    }

    @Test("MAIL has RET and ENVID, RCPT has NOTIFY and ORCPT, all of them as xtext")
    func parameters() {
        #expect(
            Self.ask([.failure, .delay], keywords: ["PIPELINING", "DSN"]) == """
                MAIL FROM:<bounces@example.com> RET=HDRS ENVID=run+207+2Ba+3Db\r
                RCPT TO:<li+1=a@example.cn> NOTIFY=FAILURE,DELAY ORCPT=rfc822;li+2B1+3Da@example.cn\r
                DATA\r

                """
        )
    }

    @Test("No report at all is NOTIFY=NEVER, and the whole message is RET=FULL")
    func never() {
        let said = Self.ask([], isWhole: true, keywords: ["PIPELINING", "DSN"])
        #expect(said.contains("RET=FULL "))
        #expect(said.contains("NOTIFY=NEVER "))
    }

    @Test("An address with letters beyond ASCII is of type utf-8")
    func international() {
        let said = Self.ask(
            [.success],
            path: "用户+一@例子.cn",
            isUTF8: true,
            keywords: ["PIPELINING", "DSN", "SMTPUTF8", "8BITMIME"]
        )
        #expect(said.contains(#"NOTIFY=SUCCESS ORCPT=utf-8;用户\x{2B}一@例子.cn"#))
    }

    @Test("A server without DSN is asked for nothing")
    func withoutExtension() {
        let said = Self.ask([.failure], keywords: ["PIPELINING"])
        #expect(!said.contains("NOTIFY") && !said.contains("ENVID"))
    }
}
