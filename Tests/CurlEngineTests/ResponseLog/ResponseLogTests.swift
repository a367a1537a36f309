import MailModel
import MailTestKit
import Testing

@testable import CurlEngine

/// Dialogues as libcurl shows them: `>` goes to the server, `<` comes from it, `.` is the last byte of the content.
struct ResponseLogTests {
    private static func log(
        _ lines: String,
        tls: TLSRequirement = .none,
        login: Bool = false,
        message: OutgoingMessage = SampleMail.message(0, to: "ann", "bob")
    ) -> ResponseLog {
        var log = ResponseLog(demands: SessionDemands(tls: tls, needsLogin: login))
        log.begin(message)
        for line in lines.split(separator: "\n") {
            let bytes = Array((line.dropFirst(2) + "\r\n").utf8)
            switch line.first {
            case ">": log.sent(bytes.span)
            case "<": if !log.received(bytes.span) { return log }
            default: log.contentEnded()
            }
        }
        return log
    }

    private static let opening = """
        < 220-mx 你好
        < 220 ready
        > EHLO me
        < 250-mx
        < 250-8BITMIME
        < 250-SIZE 1000000
        < 250 AUTH PLAIN LOGIN

        """

    private static let envelope = """
        > MAIL FROM:<a@b.test>
        < 250 ok
        > RCPT TO:<ann@example.test>
        < 250 ok
        > RCPT TO:<bob@example.test>
        < 550-5.1.1 no
        < 550 5.1.1 such user
        > DATA
        < 354 go on

        """

    @Test("A session up to the reply to the message")
    func whole() {
        let log = Self.log(Self.opening + Self.envelope + ".\n< 250 2.0.0 queued\n> QUIT\n< 500 whatever")
        #expect(log.halt == nil)
        #expect(log.end?.text == "2.0.0 queued")
        #expect(log.recipients.map { $0?.text } == [nil, "5.1.1 no\n5.1.1 such user"])
        #expect(log.isAccepted(0) && !log.isAccepted(1) && !log.isAccepted(2))
        #expect(log.offer.maximumSize == 1_000_000 && log.offer.has8BitMIME && !log.offer.hasSMTPUTF8)
        #expect(log.phase == .endOfData && log.isInTransaction)
    }

    @Test("The next message over the same connection begins with MAIL, and the offer stays")
    func nextMessage() {
        var log = Self.log(Self.opening + Self.envelope + ".\n< 250 2.0.0 queued")
        log.begin(SampleMail.message(5, to: "eve"))
        #expect(!log.isInTransaction && log.end == nil && log.recipients.isEmpty && log.hasOffer)
        let mail = Array("MAIL FROM:<>\r\n".utf8)
        log.sent(mail.span)
        let refusal = Array("421 4.3.2 closing\r\n".utf8)
        let goesOn = log.received(refusal.span)
        #expect(goesOn)
        #expect(log.mail?.code == .serviceClosing)
    }

    @Test(
        "A reply that cannot belong to its command stops libcurl",
        arguments: [
            "< 354 go", "< 220 a\n< 220 b", opening + "> MAIL FROM:<>\n< 354 go",
            opening + "> MAIL FROM:<>\n< 250 ok\n> RCPT TO:<a@b>\n< 354 go",
            opening + "> MAIL FROM:<>\n< 250 ok\n> RCPT TO:<a@b>\n< 250 ok\n> DATA\n< 250 ok",
            opening + "> MAIL FROM:<>\n< 250 ok\n> RCPT TO:<a@b>\n< 250 ok\n> DATA\n< 334 go",
            opening + envelope + ".\n< 354 go", opening + envelope + "< 250 early",
            opening + envelope + ".\n< nonsense",
        ]
    )
    func breaches(lines: String) {
        guard case .breach = Self.log(lines).halt else {
            Issue.record("\(Self.log(lines))")
            return
        }
    }

    @Test("A login is seen, and what it says is not kept")
    func login() {
        let lines =
            Self.opening + "> AUTH LOGIN\n< 334 VXNlcm5hbWU6\n> MAIL\n< 334 UGFzc3dvcmQ6\n> DATA\n< 235 welcome\n"
        let log = Self.log(lines + "> MAIL FROM:<>\n< 250 ok", login: true)
        #expect(log.halt == nil)
        #expect(log.mechanism == "LOGIN")
        #expect(log.phase == .mail)
        let refused = Self.log(Self.opening + "> AUTH PLAIN AHUAcA==\n< 535 5.7.8 密码错误\n> QUIT", login: true)
        #expect(refused.refusal?.phase == .auth && refused.refusal?.reply.text == "5.7.8 密码错误")
        #expect(!"\(refused)".contains("AHUAcA"))
    }

    @Test("A login that is demanded and not offered stops the session, and so does a password in the clear")
    func missingLogin() {
        let plain = "< 220 x\n> EHLO me\n< 250 mx"
        #expect(Self.log(plain, login: true).halt == .configuration("the server offers no AUTH, but a login is set"))
        #expect(Self.log(plain).halt == nil)
        let noTLS = Self.log(Self.opening, tls: .opportunistic, login: true)
        guard case .configuration(let text) = noTLS.halt else {
            Issue.record("\(noTLS)")
            return
        }
        #expect(text.contains("in the clear"))
        #expect(Self.log(Self.opening, login: true).halt == nil)
    }

    @Test("Behind STARTTLS only the second EHLO counts")
    func startTLS() {
        let lines = "< 220 x\n> EHLO me\n< 250-mx\n< 250-8BITMIME\n< 250 STARTTLS\n> STARTTLS\n< 220 go\n"
        let log = Self.log(lines + "> EHLO me\n< 250-mx\n< 250 AUTH PLAIN", tls: .starttls, login: true)
        #expect(log.halt == nil && log.isSecured && log.offer.mechanisms == ["PLAIN"] && !log.offer.has8BitMIME)
        let refused = "< 220 x\n> EHLO me\n< 250-mx\n< 250-AUTH PLAIN\n< 250 STARTTLS\n> STARTTLS\n< 454 not now"
        let fallen = Self.log(refused, tls: .opportunistic, login: true)
        guard case .configuration = fallen.halt else {
            Issue.record("\(fallen)")
            return
        }
        #expect(Self.log(refused, tls: .opportunistic).halt == nil)
    }

    @Test("HELO offers nothing")
    func helo() {
        let log = Self.log("< 220 x\n> EHLO me\n< 502 no\n> HELO me\n< 250-mx\n< 250 8BITMIME")
        #expect(log.halt == nil && log.hasOffer && !log.offer.has8BitMIME)
    }

    @Test("A message that the server cannot take stops the session before MAIL")
    func unsupported() {
        let eightBit = SampleMail.message(0, to: "ann", body: "您好\r\n")
        let unicode = SampleMail.message(0, to: "王芳@example.test")
        for message in [eightBit, unicode] {
            let log = Self.log("< 220 x\n> EHLO me\n< 250-mx\n< 250 8bitmime", message: message)
            guard case .unsupported = log.halt else {
                Issue.record("\(log)")
                return
            }
        }
    }
}
