/// Messages as they lie in the mailbox of the reverse-path.
enum SampleMail {
    /// A delivery report (RFC 3464) in Chinese.
    ///
    /// - Parameters:
    ///   - to: where it came to.
    ///   - failed: the recipients, each with a status.
    ///   - action: what the reporting system did.
    ///   - messageID: the Message-ID of the returned message.
    /// - Returns: the message, with CRLF.
    static func report(
        to: String,
        failed: [(address: String, status: String)],
        action: String = "failed",
        messageID: String? = nil
    ) -> String {
        let groups = failed.map { address, status in
            """
            Final-Recipient: rfc822; \(address)
            Action: \(action)
            Status: \(status)
            Diagnostic-Code: smtp; 550 \(status) \(status == "5.1.1" ? "用户不存在 no such user" : "拒绝")

            """
        }.joined(separator: "\n")
        return lines(
            """
            Return-Path: <>
            Delivered-To: \(to)
            From: "邮件系统" <MAILER-DAEMON@mx.example.net>
            To: \(to)
            Subject: =?utf-8?B?6YCA5L+h6YCa55+l?=
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain; charset=utf-8

            抱歉，您的邮件无法投递。

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.net

            \(groups)
            --b1
            Content-Type: text/rfc822-headers

            \(messageID.map { "Message-ID: <\($0)>\n" } ?? "")From: no-reply@example.com
            Subject: hello

            --b1--
            """
        )
    }

    /// A feedback report (RFC 5965) that names nobody.
    static func complaint(messageID: String) -> String {
        lines(
            """
            From: <fbl@isp.example>
            To: <abuse@example.com>
            Subject: complaint
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=feedback-report; boundary="b2"

            --b2
            Content-Type: text/plain

            This is an abuse report.

            --b2
            Content-Type: message/feedback-report

            Feedback-Type: abuse
            User-Agent: isp/1.0
            Version: 1

            --b2
            Content-Type: message/rfc822

            Message-ID: <\(messageID)>
            From: no-reply@example.com
            Subject: hello

            Hello.

            --b2--
            """
        )
    }

    /// A note that a person or a machine wrote.
    static func note(to: String, subject: String = "你好", further: [String] = []) -> String {
        lines(
            (further + ["From: 王芳 <wang@example.cn>", "To: \(to)", "Subject: \(subject)", "", "再见"]).joined(
                separator: "\n"
            )
        )
    }

    static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") + "\r\n"
    }
}
