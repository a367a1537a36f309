import MIMECoding
import MailJobs
import MailModel
import Testing

@Suite("Invitations, AMP, copies and lines of the text")
struct InvitationTests {
    private static let list = "email,name,note,boss\na@example.com,\"王伟, 李\",\"x; y\",Bo <bo@example.com>\n"
    private static let invitation = """
        BEGIN:VCALENDAR
        METHOD:REQUEST
        BEGIN:VEVENT
        SUMMARY:{{name}} {{note}}
        END:VEVENT
        END:VCALENDAR

        """
    private static let amp = "<!doctype html><html ⚡4email><body>{{name}}</body></html>"

    @Test("An invitation stands last of the versions, with its method; AMP stands between text and HTML")
    func structure() throws {
        let workspace = try FilesWorkspace(
            job: "attachments: [{file: list.csv}]",
            list: Self.list,
            files: [
                "templates/notice/html.mustache": "<p>{{name}}</p><img src=\"logo.png\">",
                "templates/notice/assets/logo.png": "logo", "templates/notice/amp.mustache": Self.amp,
                "templates/notice/invite.ics.mustache": Self.invitation,
            ]
        )
        let mail = try workspace.message().mail
        #expect(mail.outline == "mixed(alternative(plain x-amp-html related(html png) calendar) csv)")
        let part = try #require(mail.parts("text/calendar").first)
        #expect(part.contentType.parameters.text("method") == "REQUEST")
        #expect(mail.text(of: part).contains("\r\nSUMMARY:王伟\\, 李 x\\; y\r\n"))
    }

    @Test(
        "What calendars and AMP readers would throw away is a fault",
        arguments: [
            ("invite.ics.mustache", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no METHOD line"),
            ("invite.ics.mustache", "METHOD:REQUEST\n", "BEGIN:VCALENDAR"),
            (
                "invite.ics.mustache", "BEGIN:VCALENDAR\nMETHOD:{{note}}\nEND:VCALENDAR\n",
                "list.csv:2: templates/notice/invite.ics.mustache: METHOD:X\\; Y is no method"
            ),
            ("amp.mustache", "<!doctype html><html><body></body></html>", "no AMP for mail"),
            ("amp.mustache", amp, "AMP needs html.mustache"),
        ]
    )
    func faults(_ file: String, _ text: String, _ words: String) throws {
        var files = ["templates/notice/\(file)": text]
        if !words.contains("html.mustache") { files["templates/notice/html.mustache"] = "<p>{{name}}</p>" }
        let faults = try FilesWorkspace(list: Self.list, files: files).faults()
        #expect(faults.count == 1 && faults.first?.contains(words) == true, "\(faults)")
    }

    @Test("Copies are in the envelope once each, Cc is shown and Bcc is not, and the row's own address is no copy")
    func copies() throws {
        let job = "cc: [\"{{boss}}\", a@example.com]\nbcc: [archive@example.com, bo@example.com]"
        let made = try FilesWorkspace(job: job, list: Self.list).message()
        #expect(made.made.envelope.recipient.path == "a@example.com")
        let further = made.made.envelope.furtherRecipients
        #expect(further.map(\.path) == ["bo@example.com", "archive@example.com"])
        // Attempt 0 is nobody's: copies are no recipients of the run.
        #expect(further.allSatisfy { $0.id.attempt == 0 })
        #expect(made.mail.text("Cc") == "Bo <bo@example.com>")
        #expect(made.mail.text("Bcc") == nil)
        #expect(!String(decoding: made.made.bytes, as: UTF8.self).contains("archive@"))
    }

    @Test(
        "A copy's address that is none is a fault of the row",
        arguments: ["bo@@example.com", "Bo <bo@example.com", "bo"]
    )
    func badCopy(_ boss: String) throws {
        let workspace = try FilesWorkspace(job: "cc: \"{{boss}}\"", list: "email,name,boss\na@example.com,A,\(boss)\n")
        let faults = try workspace.faults()
        #expect(faults.count == 1 && faults.first?.hasSuffix("(jobs/notice.yaml:4:5: cc)") == true, "\(faults)")
    }

    @Test("Lines of the text are broken where the job says; the HTML's are not")
    func wordWrap() throws {
        let workspace = try FilesWorkspace(
            job: "word_wrap: 20",
            list: Self.list,
            files: [
                "templates/notice/text.mustache": "one two three four five six seven {{name}}\n",
                "templates/notice/html.mustache": "<p>one two three four five six seven</p>\n",
            ]
        )
        let mail = try workspace.message().mail
        let text = try #require(mail.parts("text/plain").first.map { mail.text(of: $0) })
        #expect(text == "one two three four\r\nfive six seven 王伟,\r\n李\r\n")
        let html = try #require(mail.parts("text/html").first.map { mail.text(of: $0) })
        #expect(html.contains("four five six"))
    }
}
