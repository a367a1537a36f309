import MailModel
import RecipientTable
import Testing
import TextEncodings

@testable import Workspace

@Suite("Job files")
struct JobDefinitionTests {
    static let documented = """
        # jobs/activation.yaml
        from: "管理员 <no-reply@example.com>"
        reply_to: support@example.com
        recipients: {file: data/new-users.csv, email: email, name: name, locale: locale, types: {vip: bool, tags: list}}
        # or {command: "psql --csv -f new-users.sql", …} or {file: "-", …} (standard input); also `where:`, `exclude: unsubscribed.csv`
        template: activation                       # templates/activation/{subject,text,html}.mustache
        attachments: [{file: "data/terms.pdf"}, {file: "invoices/{{code}}.pdf", name: "账单-{{code}}.pdf"}]
        via: relay
        retry: {after: [1m, 5m, 30m, 2h, 6h], give_up: 2d}
        in_doubt: hold                             # hold | resend | assume-sent
        unsubscribe: {mailto: "unsubscribe+{token}@example.com", url: "https://example.com/u/{token}"}
        collect: [bounces]                         # mailboxes polled by `run` when sending is done, and by `collect`
        schedule: {cron: "0 9 * * MON-FRI", zone: Asia/Shanghai}
        window: {days: MON-FRI, from: "09:00", to: "20:00", zone: recipient}      # zone: a name, or a column
        canary: {share: 1%, wait: 30m, max_hard_bounces: 2%, max_complaints: 0.1%}
        """

    static func read(_ text: String) throws(ConfigFaults) -> JobDefinition {
        try JobDefinition.read(
            Array(text.utf8),
            name: "a",
            file: "jobs/a.yaml",
            workspace: WorkspaceFolder(path: "/srv/mail", statePath: "/srv/mail/.martlet")
        )
    }

    /// A job of three lines and whatever comes behind them.
    static func job(_ rest: String) throws(ConfigFaults) -> JobDefinition {
        try read("from: a@example.com\nrecipients: {file: p.csv}\ntemplate: t\n\(rest)\n")
    }

    @Test("Copies, pictures of rows and how the message looks are read")
    func content() throws {
        let job = try Self.job(
            """
            sender: "发信组 <mailer@example.com>"
            cc: ["{{boss}}", "Lee <lee@example.com>"]
            bcc: archive@example.com
            inline: [{file: "photos/{{code}}.png", cid: photo}]
            word_wrap: 76
            priority: high
            confirm_reading_to: receipts@example.com
            """
        )
        #expect(job.sender?.address.text == "mailer@example.com")
        #expect(job.copies.map(\.isShown) == [true, true, false])
        #expect(job.copies.first?.recipient == .template("{{boss}}"))
        #expect(job.pictures.map(\.contentID) == ["photo"])
        #expect(job.pictures.first?.fixedFolder == "photos")
        #expect(job.wordWrap == 76)
        #expect(job.priority == "high")
        #expect(job.confirmReadingTo?.address.text == "receipts@example.com")
    }

    @Test("The documented example is read whole")
    func documentedExample() throws {
        let job = try Self.read(Self.documented)
        #expect(job.name == "a")
        #expect(job.bytes == Array(Self.documented.utf8))
        #expect(job.from.name == "管理员")
        #expect(job.from.address.text == "no-reply@example.com")
        #expect(job.replyTo.map(\.address.text) == ["support@example.com"])
        #expect(job.recipients.source == .file("/srv/mail/data/new-users.csv"))
        #expect(job.recipients.shown == "data/new-users.csv")
        #expect(job.recipients.email == "email")
        #expect(job.recipients.name == "name")
        #expect(job.recipients.locale == "locale")
        #expect(job.recipients.types == ["vip": .bool, "tags": .list])
        #expect(job.recipients.duplicates == .fault)
        #expect(job.template == "activation")
        #expect(job.attachments.map(\.file) == ["data/terms.pdf", "invoices/{{code}}.pdf"])
        #expect(job.attachments.map(\.name) == [nil, "账单-{{code}}.pdf"])
        #expect(job.attachments.map(\.isPerRecipient) == [false, true])
        #expect(job.via == "relay")
        #expect(job.retry.after == [.seconds(60), .seconds(300), .seconds(1_800), .seconds(7_200), .seconds(21_600)])
        #expect(job.retry.giveUp == .seconds(172_800))
        #expect(job.inDoubt == .hold)
        #expect(job.unsubscribe?.mailto == "unsubscribe+{token}@example.com")
        #expect(job.unsubscribe?.url == "https://example.com/u/{token}")
        #expect(job.collect == ["bounces"])
        #expect(job.schedule == ScheduleDefinition(cron: "0 9 * * MON-FRI", zone: "Asia/Shanghai"))
        #expect(job.window == WindowDefinition(days: [1, 2, 3, 4, 5], from: 540, to: 1_200, zone: "recipient"))
        #expect(job.canary?.share.fraction == 0.01)
        #expect(job.canary?.wait == .seconds(1_800))
        #expect(job.canary?.maximumHardBounces?.fraction == 0.02)
        #expect(abs((job.canary?.maximumComplaints?.fraction ?? 0) - 0.001) < 1e-12)
        #expect(job.unavailable.map(\.setting) == ["window", "canary"])
        #expect(job.places["via"] == SourcePlace(line: 8, column: 6))
        #expect(job.places["recipients.file"] == SourcePlace(line: 4, column: 20))
        #expect(job.places["collect[0]"] == SourcePlace(line: 12, column: 11))
    }

    @Test("Three lines are a job")
    func smallest() throws {
        let job = try Self.job("")
        #expect(job.retry == RetryDefinition())
        #expect(job.recipients.email == "email")
        #expect(job.via == nil)
        #expect(job.unavailable.isEmpty)
    }

    @Test("Lists come from files, commands and standard input")
    func sources() throws {
        func source(_ text: String) throws -> RecipientListDefinition {
            try Self.read("from: a@example.com\ntemplate: t\nrecipients: \(text)\n").recipients
        }
        #expect(try source("{file: '-'}").source == .standardInput)
        #expect(try source("{file: \"-\"}").source == .standardInput)
        #expect(try source("{file: /data/p.csv}").source == .file("/data/p.csv"))
        #expect(try source("{file: ../p.csv}").source == .file("/srv/p.csv"))
        #expect(try source("{file: 名单.csv}").shown == "名单.csv")
        #expect(try source("{command: \"psql --csv -f a.sql\"}").source == .command("psql --csv -f a.sql"))
        let list = try source(
            "{file: p.csv, where: \"vip == true\", exclude: [a.csv, /b.csv], encoding: GB18030, delimiter: ';', duplicates: first}"
        )
        #expect(list.rule?.condition.text == "vip == true")
        #expect(list.exclude == ["/srv/mail/a.csv", "/b.csv"])
        #expect(list.charset == .gb18030)
        #expect(list.delimiter == ";")
        #expect(list.duplicates == .first)
        #expect(try source("{file: p.csv, delimiter: tab}").delimiter == "\t")
        #expect(try source("{file: p.csv, delimiter: \"\\t\"}").delimiter == "\t")
        #expect(try source("{file: p.csv, delimiter: ' '}").delimiter == " ")
    }

    @Test("Header fields and the shorthands for them are read")
    func headers() throws {
        let job = try Self.job(
            """
            headers: {X-Campaign: "{{code}}", X-Priority: 3}
            list_id: <news.example.com>
            feedback_id: activation:example
            auto_submitted: auto-generated
            precedence: bulk
            """
        )
        #expect(job.headers == [.init(name: "X-Campaign", value: "{{code}}"), .init(name: "X-Priority", value: "3")])
        #expect(job.listID == "news.example.com")
        #expect(job.feedbackID == "activation:example")
        #expect(job.autoSubmitted == "auto-generated")
        #expect(job.precedence == "bulk")
    }

    @Test(
        "Names before addresses may be quoted, bare, or not there",
        arguments: [
            ("ann@example.com", ""), ("'Ann Lee <ann@example.com>'", "Ann Lee"),
            ("'\"Lee, Ann\" <ann@example.com>'", "Lee, Ann"), ("李伟 <ann@example.com>", "李伟"),
            ("<ann@example.com>", ""),
        ]
    )
    func mailboxes(_ text: String, _ name: String) throws {
        let job = try Self.read("from: \(text)\nrecipients: {file: p.csv}\ntemplate: t\n")
        #expect(job.from.name == name)
        #expect(job.from.address.text == "ann@example.com")
    }

    @Test("Everything that a job refers to and that is not there is named at its place")
    func missing() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "transports: {relay: {host: h}}\n")
        try folder.write("templates/welcome/subject.mustache", "s")
        try folder.write("templates/welcome/text.mustache", "t")
        try folder.write("data/people.csv", "email\n")
        try folder.write("data/terms.pdf", "%PDF")
        try folder.write(
            "jobs/good.yaml",
            """
            from: a@example.com
            recipients: {file: data/people.csv}
            template: welcome
            attachments: [{file: data/terms.pdf}, {file: "invoices/{{code}}.pdf"}]
            """
        )
        try folder.write(
            "jobs/bad.yaml",
            """
            from: a@example.com
            recipients: {file: data/peple.csv, exclude: [gone.csv]}
            template: welcom
            attachments: [{file: gone.pdf}]
            via: realy
            collect: [bounces]
            """
        )
        let workspace = folder.workspace
        let settings = try workspace.settings()
        #expect(workspace.missing(of: try workspace.job(named: "good"), settings: settings).isEmpty)
        let faults = workspace.missing(of: try workspace.job(named: "bad"), settings: settings)
        #expect(
            faults.map(\.description) == [
                "jobs/bad.yaml:5:6: via: there is no transport `realy`; did you mean `relay`?",
                "jobs/bad.yaml:6:11: collect: there is no mailbox `bounces`; add it below `mailboxes:` in martlet.yaml",
                "jobs/bad.yaml:3:11: template: there is no template `welcom`; did you mean `welcome`?",
                "jobs/bad.yaml:2:20: recipients.file: data/peple.csv: No such file or directory; "
                    + "put the file there, or correct the path",
                "jobs/bad.yaml:2:46: recipients.exclude[0]: gone.csv: No such file or directory; "
                    + "put the file there, or correct the path",
                "jobs/bad.yaml:4:22: attachments.file: there is no file `gone.pdf` in \(workspace.path); "
                    + "put the file there, or correct the path",
            ]
        )
    }
}
