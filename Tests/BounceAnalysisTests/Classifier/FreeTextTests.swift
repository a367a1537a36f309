import BounceAnalysis
import Testing

@Suite("Reports in free text")
struct FreeTextTests {
    private func classify(_ text: String, header: String = "") -> Verdict {
        let mail =
            "From: MAILER-DAEMON@mx.example.cn\nSubject: failure notice\nTo: us@example.com\n\(header)\n\(text)\n"
        return BounceClassifier().classify(Array(mail.utf8))
    }

    @Test("Blocks of mailbox and reason are taken apart, and the returned message is not searched")
    func blocks() {
        let verdict = classify(
            """
            Hi. This is the qmail-send program at mx.example.cn.
            I'm afraid I wasn't able to deliver your message to the following addresses.

            <a@example.com>:
            192.0.2.1 does not like recipient.
            Remote host said: 550 5.1.1 No such user
            Giving up on 192.0.2.1.

            <王芳@例子.example>:
            Sorry, the mailbox is full. (#5.2.2)

            --- Below this line is a copy of the message.

            Return-Path: <us@example.com>
            Message-ID: <1@martlet.example>
            To: other@example.com

            <third@example.com>:
            550 5.7.1 spam
            """
        )
        #expect(verdict.kind == .bounce)
        #expect(verdict.recipients.map(\.address) == ["a@example.com", "王芳@例子.example"])
        #expect(verdict.recipients.map(\.reason) == [.userUnknown, .mailboxFull])
        #expect(verdict.recipients.map(\.status) == ["5.1.1", "5.2.2"])
        #expect(verdict.recipients.map(\.phase) == [.recipient, nil])
        #expect(verdict.references.returnedMessageID == "1@martlet.example")
    }

    @Test("An address offered for help is not a recipient")
    func help() {
        let verdict = classify(
            """
            Your message could not be delivered to the following recipients.
            For further assistance, please contact
            <support@example.net>

            a@example.com: host mx.example.com said: 550 User unknown (in reply to RCPT TO command)
            """
        )
        #expect(verdict.recipients.map(\.address) == ["a@example.com"])
        #expect(verdict.recipients.map(\.reason) == [.userUnknown])
    }

    @Test("User unknown is a filter's word when it answers the message instead of the recipient")
    func phase() {
        let verdict = classify(
            """
            Your message could not be delivered.

            <a@example.com>: host mx.example.com said: 550 User unknown (in reply to end of DATA command)
            """
        )
        #expect(verdict.recipients.map(\.reason) == [.filtered])
        #expect(verdict.recipients.map(\.deliveryClass) == [.soft])
    }

    @Test("A warning that retries go on is a delay")
    func warning() {
        let mail = """
            From: Mail Delivery System <Mailer-Daemon@mx.example.cn>
            Subject: Warning: message 1abc delayed 24 hours

            This message was created automatically by mail delivery software.
            A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours.

            The address to which the message has not yet been delivered is:

              a@example.com

            No action is required on your part. Delivery attempts will continue for some time.
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind == .delayed)
        #expect(verdict.recipients.map(\.address) == ["a@example.com"])
    }

    @Test("A Chinese report is read by its shape and its words")
    func chinese() {
        let mail = """
            From: Postmaster@mx.example.cn
            Subject: 系统退信/Systems bounce
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            抱歉，您的邮件被退回来了。
            无法发送到以下地址：

            wang@example.cn
            退信原因：收件人邮箱已满
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind == .bounce)
        #expect(verdict.recipients.map(\.address) == ["wang@example.cn"])
        #expect(verdict.recipients.map(\.reason) == [.mailboxFull])
    }
}
