import Foundation
import MailModel
import Testing

@testable import MailJobs

@Suite("The gallery of messages")
struct GalleryPageTests {
    private static func message(_ mail: String, language: String = "") -> PreviewedMessage {
        let id = AttemptID(seq: 0, attempt: 1)
        let envelope = Envelope(
            reversePath: .null,
            recipient: EnvelopeRecipient(id: id, path: "wang@example.org", domain: "example.org"),
            needsSMTPUTF8: false
        )
        let bytes = Array(mail.replacing("\n", with: "\r\n").utf8)
        return PreviewedMessage(
            SampleMaker.Made(row: 3, language: language, spoken: "zh-CN", envelope: envelope, bytes: bytes)
        )
    }

    private static func html(_ body: String, subject: String = "Hello") -> PreviewedMessage {
        message(
            "From: Shop <shop@example.com>\nTo: wang@example.org\nSubject: \(subject)\n"
                + "Content-Type: text/html; charset=utf-8\n\n\(body)"
        )
    }

    private static func page(_ messages: [PreviewedMessage]) -> String {
        let heading = GalleryPage.Heading(job: "<job>", list: "data/\"people\".csv", made: "now")
        return String(decoding: GalleryPage(heading, messages).make(), as: UTF8.self)
    }

    @Test("Nothing that a message holds becomes markup of the page, and each frame is without rights")
    func hostile() {
        let attack = "</style></textarea>\"><script>alert(1)</script><img src=x onerror=alert(2)>"
        let page = Self.page([Self.html("<p>\(attack)</p>\"></iframe>\(attack)", subject: attack)])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        let frames = page.components(separatedBy: "<iframe").dropFirst()
        #expect(frames.count == 4)
        #expect(frames.allSatisfy { $0.contains("sandbox=\"\"") })
        #expect(page.components(separatedBy: "</iframe>").count == 5)
        #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none'"))
        #expect(page.contains("<title>&lt;job&gt;: preview</title>"))
        #expect(!page.contains("http:") && !page.contains("https:"))
    }

    @Test("Subject, preheader, bodies, header, size and files are on the page")
    func whole() {
        let mail = """
            From: =?utf-8?B?6YeR55uP5Lmm5bGL?= <shop@example.com>
            To: wang@example.org
            Subject: =?utf-8?B?5qyi6L+O?=
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            plain & simple
            --b
            Content-Type: text/html; charset=utf-8

            <div style="display:none">先看这里</div><p>正文</p>
            --b--
            --a
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="bill.pdf"
            Content-Transfer-Encoding: base64

            QUJD
            --a--

            """
        let message = Self.message(mail, language: "zh-CN")
        #expect(message.teaser == "先看这里")
        #expect(message.attachments.map(\.name) == ["bill.pdf"])
        #expect(message.attachments.map(\.byteCount) == [3])
        let page = Self.page([message])
        for words in ["欢迎", "先看这里", "plain &amp; simple", "bill.pdf", "3 bytes", "金盏书屋", "Message", "MIME-Version"] {
            #expect(page.contains(words), "\(words)")
        }
    }

    @Test("Rules for dark mode hold in the dark frame only, whatever the reader's machine prefers")
    func schemes() {
        let rule = "<style>@media screen and ( Prefers-Color-Scheme : dark ) { p { color:white } }</style><p>x</p>"
        let message = Self.html("<!DOCTYPE html>\(rule)")
        let dark = String(decoding: PreviewFrame.document(message, .dark), as: UTF8.self)
        let light = String(decoding: PreviewFrame.document(message, .light), as: UTF8.self)
        #expect(dark.hasPrefix("<!DOCTYPE html><meta"))
        #expect(dark.contains("( min-width:0 )") && dark.contains("only dark"))
        #expect(light.contains("( max-width:0 )") && light.contains("only light"))
        #expect(!message.notices.contains { $0.contains("dark mode") })
        let plain = Self.html("<p>x</p>")
        #expect(plain.notices.contains { $0.contains("dark mode") })
        #expect(String(decoding: PreviewFrame.document(plain, .dark), as: UTF8.self).contains("only light"))
    }

    @Test("Pictures of the message are shown, others are counted and not loaded")
    func pictures() {
        let message = Self.message(
            """
            Subject: x
            Content-Type: multipart/related; boundary=a

            --a
            Content-Type: text/html

            <img src="cid:logo@x" alt=""><img src="https://example.com/pixel.png" alt="">
            --a
            Content-Type: image/png
            Content-ID: <logo@x>
            Content-Transfer-Encoding: base64

            iVBORw==
            --a--

            """
        )
        let document = String(decoding: PreviewFrame.document(message, .light), as: UTF8.self)
        #expect(document.contains("src=\"data:image/png;base64,iVBORw==\""))
        #expect(message.notices.contains { $0.hasPrefix("1 picture or font lies in the network") })
        #expect(message.attachments.map(\.isInline) == [true])
    }

    @Test("What Gmail clips is said", arguments: [(102 * 1_024 + 1, true), (90_000, false)])
    func clipped(count: Int, isSaid: Bool) {
        let message = Self.html("<p>" + String(repeating: "x", count: count - 3))
        #expect(message.notices.contains { $0.contains("Gmail") } == isSaid)
    }

    @Test("A message of plain text alone says so, and shows its beginning in the list")
    func plain() {
        let message = Self.message("Subject: x\n\nDear reader,\nhello\n")
        #expect(message.html == nil)
        #expect(message.teaser.hasPrefix("Dear reader"))
        let page = Self.page([message])
        #expect(!page.contains("<iframe"))
        #expect(page.contains("no HTML body"))
        #expect(page.components(separatedBy: "<pre>").count == 3)
    }

    @Test(
        "Sizes are words",
        arguments: [(1, "1 byte"), (1_023, "1023 bytes"), (1_024, "1.0 KB"), (104_448, "102 KB"), (3 << 20, "3.0 MB")]
    )
    func sizes(count: Int, words: String) {
        #expect(ByteText.size(count) == words)
    }
}
