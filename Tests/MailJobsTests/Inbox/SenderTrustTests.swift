import MIMECoding
import Testing

@testable import MailJobs

@Suite("How far a sender is believed")
struct SenderTrustTests {
    @Test(
        "Only the named server's word counts, and only about the domain in From",
        arguments: [
            ("mx.example.com; dmarc=pass header.from=qq.com", "authenticated"),
            ("mx.example.com 1; dkim=pass (2048-bit key) header.d=mail.qq.com header.s=s1", "authenticated"),
            ("MX.example.com; spf=pass smtp.mailfrom=bounce@qq.com", "authenticated"),
            ("mx.example.com; dkim=pass header.d=evil.example", "unknown"),
            ("mx.example.com; spf=fail smtp.mailfrom=qq.com; dkim=pass header.d=qq.com", "authenticated"),
            ("mx.example.com; dmarc=fail header.from=qq.com", "failed"), ("mx.example.com; none", "unknown"),
            ("evil.example; dmarc=pass header.from=qq.com", "unknown"),
            ("mx.example.com.evil.example; dmarc=pass header.from=qq.com", "unknown"),
            ("mx.example.com; dkim=pass (header.d=qq.com) header.d=evil.example", "unknown"),
            ("mx.example.com; dkim=pass header.d=notqq.com", "unknown"), ("", "unknown"),
        ]
    )
    func trust(field: String, expected: String) {
        let trust = SenderTrust([Array(field.utf8)], by: "mx.example.com", domain: "qq.com")
        #expect(trust.rawValue == expected)
    }

    @Test("Without a server to believe nobody is believed")
    func noServer() {
        let field = Array("mx.example.com; dmarc=pass header.from=qq.com".utf8)
        #expect(SenderTrust([field], by: nil, domain: "qq.com") == .unknown)
    }

    @Test(
        "What machines write is told from what people write",
        arguments: [
            ("Auto-Submitted: auto-replied", true), ("Auto-Submitted: no", false), ("Precedence: bulk", true),
            ("List-Id: <a.b>", true), ("Return-Path: <>", true), ("Return-Path: <li@qq.com>", false),
            ("X-Loop: x", true),
        ]
    )
    func machines(field: String, isMachine: Bool) {
        let from = "From: =?utf-8?b?546L6Iqz?= <Wang.Fang@QQ.com>"
        let text = "\(from)\r\n\(field)\r\nSubject: =?utf-8?q?=E6=B3=A8=E5=86=8C?=\r\n\r\n"
        let mail = InboundMail(MIMEMessage(Array(text.utf8)))
        #expect((mail.machineSign != nil) == isMachine)
        #expect(mail.name == "王芳" && mail.subject == "注册" && mail.domain == "qq.com")
    }

    @Test("A header without a sender, or full of rubbish, has none")
    func rubbish() {
        for text in ["", "From: \r\n\r\n", "From: <<<>>>\u{0}\r\n\r\n", "Subject: x\r\n\r\nFrom: a@b.cn\r\n"] {
            #expect(InboundMail(MIMEMessage(Array(text.utf8))).sender.isEmpty)
        }
    }

    @Test("Codes are words of four letters and more, whatever stands around them")
    func codes() {
        #expect(CodeSearch.words(of: "Re: code=7kq2-M4xd, yes!") == ["CODE", "7KQ2-M4XD"])
    }
}
