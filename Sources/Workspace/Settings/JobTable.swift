/// The keys of a job file.
package enum JobTable {
    static let from = Setting(
        "from",
        .text,
        isRequired: true,
        example: "\"管理员 <no-reply@example.com>\"",
        "Who sends: a name and an address."
    )
    static let replyTo = Setting(
        "reply_to",
        .oneOrMore(.text),
        default: "`from`",
        example: "support@example.com",
        "Where answers go."
    )
    static let sender = Setting(
        "sender",
        .text,
        example: "\"发信组 <mailer@example.com>\"",
        "Who hands the mail in for `from` (Sender)."
    )
    static let cc = Setting(
        "cc",
        .oneOrMore(.text),
        example: "\"{{manager_email}}\"",
        "Who gets a copy of every message, and is shown; may hold variables."
    )
    static let bcc = Setting(
        "bcc",
        .oneOrMore(.text),
        example: "archive@example.com",
        "Who gets a copy of every message, and is not shown; may hold variables."
    )
    static let recipients = Setting(
        "recipients",
        .group(RecipientsTable.group),
        isRequired: true,
        example: "{file: data/people.csv, email: email}",
        "Who gets it: where the list is and how it is read."
    )
    static let template = Setting(
        "template",
        .text,
        isRequired: true,
        example: "welcome",
        "The folder in `templates/` with subject and bodies."
    )
    static let language = Setting(
        "language",
        .text,
        default: "`lang` of the HTML",
        example: "zh-CN",
        "The language of the texts outside of language folders: dates and numbers are written in it."
    )
    static let attachments = Setting(
        "attachments",
        .list(.group(attachmentGroup)),
        example: "[{file: data/terms.pdf}]",
        "Files that go with every message; paths and names may hold variables."
    )
    static let inline = Setting(
        "inline",
        .list(.group(inlineGroup)),
        example: "[{file: \"photos/{{code}}.png\", cid: photo}]",
        "Pictures that differ from row to row, shown by `<img src=\"cid:photo\">`."
    )
    static let wordWrap = Setting(
        "word_wrap",
        .integer(20...900),
        default: "lines stay as the template has them",
        example: "76",
        "Columns at which the lines of the plain text are broken."
    )
    static let via = Setting(
        "via",
        .text,
        default: "the only transport there is",
        example: "relay",
        "The transport, by its name in martlet.yaml."
    )
    static let retry = Setting(
        "retry",
        .group(retryGroup),
        example: "{after: [1m, 5m, 30m], give_up: 2d}",
        "When deferred messages are tried again."
    )
    static let inDoubt = Setting(
        "in_doubt",
        .choice(JobDefinition.InDoubtPolicy.allCases.map(\.rawValue)),
        default: "hold",
        example: "hold",
        "What is done about messages whose last byte left and whose reply never came."
    )
    static let approveBy = Setting(
        "approve_by",
        .text,
        default: "nobody",
        example: "王芳",
        "Who has to approve each run (`martlet approve`) before anything of it is sent."
    )
    static let unsubscribe = Setting(
        "unsubscribe",
        .group(unsubscribeGroup),
        example: "{mailto: \"unsubscribe+{token}@example.com\"}",
        "How recipients leave (List-Unsubscribe)."
    )
    static let collect = Setting(
        "collect",
        .oneOrMore(.text),
        example: "[bounces]",
        "The mailboxes that are polled when sending is done."
    )
    static let schedule = Setting(
        "schedule",
        .group(ScheduleTable.scheduleGroup),
        example: "{cron: \"0 9 * * MON-FRI\", zone: Asia/Shanghai}",
        "When the job runs by itself."
    )
    static let window = Setting(
        "window",
        .group(ScheduleTable.windowGroup),
        example: "{days: MON-FRI, from: \"09:00\", to: \"20:00\"}",
        "At which hours mail may leave."
    )
    static let canary = Setting(
        "canary",
        .group(ScheduleTable.canaryGroup),
        example: "{share: 1%, wait: 30m, max_hard_bounces: 2%}",
        "The share that goes first, and what must not happen to it."
    )
    static let dsn = Setting(
        "dsn",
        .group(ReportTable.group),
        example: "{notify: [failure, delay], return: headers}",
        "Which delivery reports servers are asked for (RFC 3461), where they can."
    )
    static let headers = Setting(
        "headers",
        .map(.text),
        example: "{X-Campaign: spring}",
        "Header fields that are added; values may hold variables."
    )
    static let listID = Setting(
        "list_id",
        .text,
        example: "news.example.com",
        "List-Id: which mailing this is (RFC 2919)."
    )
    static let feedbackID = Setting(
        "feedback_id",
        .text,
        example: "activation:example.com",
        "Feedback-ID: how providers group complaints."
    )
    static let autoSubmitted = Setting(
        "auto_submitted",
        .choice(["auto-generated", "auto-replied", "no"]),
        example: "auto-generated",
        "Auto-Submitted: keeps vacation notices from answering (RFC 3834)."
    )
    static let precedence = Setting(
        "precedence",
        .choice(["bulk", "list", "junk"]),
        example: "bulk",
        "Precedence, for old servers."
    )

    static let priority = Setting(
        "priority",
        .choice(["high", "normal", "low"]),
        example: "high",
        "X-Priority and Importance: how urgent it is."
    )
    static let confirmReadingTo = Setting(
        "confirm_reading_to",
        .text,
        example: "receipts@example.com",
        "Disposition-Notification-To: who asks to be told that it was read."
    )

    /// All of them.
    package static let group = SettingGroup(
        "job",
        [
            from, sender, replyTo, cc, bcc, recipients, template, language, attachments, inline, wordWrap, via, retry,
            inDoubt, approveBy, unsubscribe, collect, schedule, window, canary, headers, listID, feedbackID,
            autoSubmitted, precedence, priority, confirmReadingTo, dsn,
            InboxTable.expect, InboxTable.onMessage,
        ]
    )

    static let file = Setting(
        "file",
        .text,
        isRequired: true,
        example: "\"invoices/{{code}}.pdf\"",
        "The file, inside the workspace; may hold variables."
    )
    static let name = Setting(
        "name",
        .text,
        default: "the file's own name",
        example: "\"账单-{{code}}.pdf\"",
        "What the recipient sees."
    )
    static let type = Setting(
        "type",
        .text,
        default: "by the file's ending",
        example: "application/pdf",
        "The media type."
    )
    static let attachmentGroup = SettingGroup("attachment", [file, name, type])

    static let cid = Setting(
        "cid",
        .text,
        isRequired: true,
        example: "photo",
        "The name by which the HTML refers to it: `cid:photo`."
    )
    static let inlineGroup = SettingGroup("picture", [file, cid, name, type])

    static let after = Setting(
        "after",
        .list(.duration),
        default: "[1m, 5m, 30m, 2h, 6h]",
        example: "[1m, 5m, 30m, 2h, 6h]",
        "How long after each attempt; the last one repeats."
    )
    static let giveUp = Setting(
        "give_up",
        .duration,
        default: "2d",
        example: "2d",
        "How long after the first attempt it has failed."
    )
    static let retryGroup = SettingGroup("retry", [after, giveUp])

    static let mailto = Setting(
        "mailto",
        .text,
        example: "\"unsubscribe+{token}@example.com\"",
        "An address; `{token}` tells who it is."
    )
    static let url = Setting(
        "url",
        .text,
        example: "\"https://example.com/u/{token}\"",
        "An https address; `{token}` tells who it is."
    )
    static let unsubscribeGroup = SettingGroup("unsubscribe", [mailto, url])
}
