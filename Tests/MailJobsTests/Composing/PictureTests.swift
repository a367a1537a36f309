import MIMECoding
import MailJobs
import Testing

@Suite("Pictures of the HTML")
struct PictureTests {
    private static let list = "email,name,code\na@example.com,王伟,A1\nb@example.com,李雷,A2\n"

    @Test("Only what the HTML and its partials refer to goes along, each once, under content ids that stay the same")
    func referenced() throws {
        let workspace = try FilesWorkspace(
            list: Self.list,
            files: [
                "templates/notice/html.mustache": """
                {{> head}}<td background="assets/logo.png"><p style="background: url(bg%20image.png)">{{name}}</p>
                <img src="https://example.com/logo.png">
                """,
                "templates/notice/partials/head.mustache": "<img src=\"logo.png\">\n",
                "templates/notice/partials/unused.mustache": "<img src=\"gone.png\">\n",
                "templates/notice/assets/logo.png": "logo",
                "templates/notice/assets/bg image.png": "background",
                "templates/notice/assets/unused.png": "unused",
            ]
        )
        let mail = try workspace.message().mail
        #expect(mail.outline == "alternative(plain related(html png png))")
        let images = mail.parts("image/png")
        #expect(images.map { mail.text(of: $0) }.sorted() == ["background", "logo"])
        let html = try #require(mail.parts("text/html").first.map { mail.text(of: $0) })
        for image in images {
            let id = try #require(mail.text("Content-ID", in: image))
            #expect(html.contains("cid:\(id.dropFirst().dropLast())"))
        }
        #expect(!html.contains("\"logo.png\"") && html.contains("https://example.com/logo.png"))
        let again = try workspace.message(2).mail
        #expect(
            again.parts("image/png").map { again.text("Content-ID", in: $0) }
                == images.map {
                    mail.text("Content-ID", in: $0)
                }
        )
    }

    @Test("A language's own picture is taken where it has one")
    func languages() throws {
        let workspace = try FilesWorkspace(
            job: "",
            list: "email,name,locale\na@example.com,A,en\nb@example.com,B,zh-CN\n",
            files: [
                "jobs/notice.yaml": """
                from: no-reply@example.com
                recipients: {file: list.csv, locale: locale}
                template: notice
                """,
                "templates/notice/html.mustache": "<img src=\"logo.png\">",
                "templates/notice/assets/logo.png": "english",
                "templates/notice/zh-CN/assets/logo.png": "中文",
            ]
        )
        for (row, text) in [(1, "english"), (2, "中文")] {
            let mail = try workspace.message(row).mail
            #expect(mail.parts("image/png").map { mail.text(of: $0) } == [text])
        }
    }

    @Test("A picture of the row stands where the HTML names it, and the preview shows it")
    func rows() throws {
        let workspace = try FilesWorkspace(
            job: "inline: [{file: \"photos/{{code}}.png\", cid: photo}]",
            list: Self.list,
            files: [
                "templates/notice/html.mustache": "<img src=\"cid:photo\"><img src=\"logo.png\">",
                "templates/notice/assets/logo.png": "logo", "photos/A1.png": "one", "photos/A2.png": "two",
            ]
        )
        for (row, content, encoded) in [(1, "one", "b25l"), (2, "two", "dHdv")] {
            let mail = try workspace.message(row).mail
            #expect(mail.parts("image/png").map { mail.text(of: $0) } == ["logo", content])
            let html = try #require(mail.parts("text/html").first.map { mail.text(of: $0) })
            #expect(html.contains("src=\"cid:photo.inline@example.com\""))
            let preview = String(decoding: try #require(PreviewDocument.html(of: mail)), as: UTF8.self)
            let expected = "<img src=\"data:image/png;base64,\(encoded)\"><img src=\"data:image/png;base64,bG9nbw==\">"
            #expect(preview == expected + (preview.hasSuffix("\r\n") ? "\r\n" : ""))
        }
    }

    @Test(
        "What is referred to and not there is a fault with its place",
        arguments: [
            (
                "<p>\n<img src=\"lgo.png\">",
                "templates/notice/html.mustache:2:11: there is no file `lgo.png` in templates/notice/assets; "
                    + "did you mean `logo.png`?"
            ),
            (
                "<img src=\"../../../jobs/notice.yaml\">",
                "templates/notice/html.mustache:1:11: there is no file `../../../jobs/notice.yaml` in "
                    + "templates/notice/assets; it has `logo.png`"
            ),
            (
                "<img src=\"cid:photo\">",
                "templates/notice/html.mustache:1:11: the job has no picture `photo` under `inline`; add it: "
                    + "`inline: [{file: \"photos/{{code}}.png\", cid: photo}]`"
            ),
            (
                "<img src=\"{{code}}.png\"><img src=\"photos/{{code}}.png\">",
                "templates/notice/html.mustache:1:35: `photos/{{code}}.png` differs from row to row; list it in the job, "
                    + "as `inline: [{file: \"photos/{{code}}.png\", cid: photo}]`, and write `cid:photo` here"
            ),
        ]
    )
    func missing(_ html: String, _ fault: String) throws {
        let workspace = try FilesWorkspace(
            list: Self.list,
            files: ["templates/notice/html.mustache": html, "templates/notice/assets/logo.png": "logo"]
        )
        #expect(try workspace.faults() == [fault])
    }

    @Test("A picture of rows that no HTML shows is a fault of the job")
    func idle() throws {
        let job = "inline: [{file: \"photos/{{code}}.png\", cid: photo}]"
        let faults = try FilesWorkspace(job: job, list: Self.list).faults()
        #expect(faults.count == 1)
        #expect(
            faults.first?.hasPrefix("jobs/notice.yaml:4:17: inline: no HTML of the template shows `cid:photo`") == true
        )
    }
}
