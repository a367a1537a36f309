import Testing

@testable import Workspace

@Suite("Faults of job files")
struct JobFaultTests {
    /// A line behind three good ones, or in place of one, and the fault it makes.
    static let faults: [(line: String, fault: String)] = [
        ("replyto: a@example.com", "4:1: replyto: there is no setting `replyto` here; did you mean `reply_to`?"),
        (
            "reply_to: a b@example.com",
            "4:11: reply_to: `a b@example.com` is no name with an address in `<` and `>`; "
                + "write something like `reply_to: support@example.com`"
        ),
        (
            "reply_to: 'a@example.com, b@example.com'",
            "4:11: reply_to: there is more than one address; write something like `reply_to: support@example.com`"
        ),
        (
            "reply_to: '{{boss}}@example.com'",
            "4:11: reply_to: variables (`{{…}}`) are not read here: it is the same for all recipients; "
                + "write something like `reply_to: support@example.com`"
        ),
        (
            "via: ../relay",
            "4:6: via: `../relay` is no name; take letters, digits, `-`, `_` and dots inside, 100 at most"
        ),
        (
            "in_doubt: drop",
            "4:11: in_doubt: `drop` is none of its words; write one of `hold`, `resend`, `assume-sent`"
        ),
        (
            "retry: {after: 1m}",
            "4:16: retry.after: text stands where a list should be; write `after: [1m, 5m, 30m, 2h, 6h]`"
        ),
        (
            "retry: {after: []}",
            "4:16: retry.after: the list is empty; write something like `after: [1m, 5m, 30m, 2h, 6h]`"
        ),
        (
            "retry: {after: [1m, 5]}",
            "4:21: retry.after: `5` has no unit; write `5s` for seconds; m, h, d are the others"
        ),
        (
            "retry: {after: [1m, , 5m]}",
            "4:21: a comma stands here and no value behind it; write one value between two commas"
        ),
        ("retry: {give_up: 0s}", "4:18: retry.give_up: the duration is zero; write something like `give_up: 2d`"),
        (
            "attachments: [{file: ../../etc/passwd}]",
            "4:22: attachments[0].file: `../../etc/passwd` lies outside of the workspace; "
                + "copy the file into /srv/mail, and name it from there"
        ),
        (
            "attachments: [data/terms.pdf]",
            "4:15: attachments[0]: text stands where a group of keys should be; "
                + "write keys below it, such as `file: \"invoices/{{code}}.pdf\"`"
        ),
        (
            "attachments: [{name: x}]",
            "4:15: attachments[0].file: `file` is missing; add `file: \"invoices/{{code}}.pdf\"`"
        ),
        (
            "attachments: [{file: a.pdf, type: pdf}]",
            "4:35: attachments[0].type: `pdf` is no media type; write something like `type: application/pdf`"
        ),
        (
            "attachments: [{file: a/{{code}}.pdf}]",
            "4:24: `{{` begins a group of keys in YAML, not text; put the value in quotes: `\"a/{{code}}.pdf\"`"
        ),
        (
            "attachments: [{file: '{{file}}'}]",
            "4:22: attachments[0].file: `{{file}}` begins with a variable, so that a row could name any file of the "
                + "workspace; begin with a folder, as in `file: \"invoices/{{code}}.pdf\"`"
        ),
        (
            "inline: [{file: a.png, cid: 'a b'}]",
            "4:29: inline[0].cid: `a b` is no name: letters, digits, `-`, `_` and `.`; "
                + "write something like `cid: photo`"
        ),
        (
            "inline: [{file: a.png, cid: x}, {file: b.png, cid: x}]",
            "4:52: inline[1].cid: `x` is there twice; write something like `cid: photo`"
        ),
        (
            "inline: [{file: a.png}]",
            "4:10: inline[0].cid: `cid` is missing; add `cid: photo`"
        ),
        (
            "cc: '{{name}} <{{boss}}>'",
            "4:5: cc: a variable has to be all of it: its column holds the address, or several; "
                + "write something like `cc: \"{{manager_email}}\"`"
        ),
        (
            "headers: {Bcc: a@example.com}",
            "4:11: headers: `Bcc` has a setting of its own; use `bcc`"
        ),
        (
            "unsubscribe: {}",
            "4:14: unsubscribe: neither `mailto` nor `url` is there; add `mailto: \"unsubscribe+{token}@example.com\"`, "
                + "or `url: \"https://example.com/u/{token}\"`"
        ),
        (
            "unsubscribe: {url: 'http://example.com'}",
            "4:20: unsubscribe.url: `http://example.com` is no https address in ASCII; "
                + "write something like `url: \"https://example.com/u/{token}\"`"
        ),
        (
            "schedule: {cron: '0 9 * *'}",
            "4:18: schedule.cron: the schedule has 4 fields; there are five: minute, hour, day of month, month, day of week; "
                + "write something like `cron: \"0 9 * * MON-FRI\"`"
        ),
        (
            "schedule: {cron: '0 25 * * *'}",
            "4:18: schedule.cron: `25` is no hour; write something like `cron: \"0 9 * * MON-FRI\"`"
        ),
        (
            "schedule: {cron: '0 9 * * *', zone: ../../etc}",
            "4:37: schedule.zone: `../../etc` is no name of a time zone; write something like `zone: Asia/Shanghai`"
        ),
        (
            "window: {days: MON-FUN, from: '09:00', to: '20:00'}",
            "4:16: window.days: `MON-FUN` names no days of the week; write something like `days: MON-FRI`"
        ),
        (
            "window: {from: '9', to: '20:00'}",
            "4:16: window.from: `9` is no time of the day; write something like `from: \"09:00\"`"
        ),
        (
            "canary: {share: 101%}",
            "4:17: canary.share: `101%` is no percentage from 0% to 100%; write something like `share: 1%`"
        ),
        (
            "headers: {Subject: x}",
            "4:11: headers: `Subject` is made for every message; take it away"
        ),
        ("headers: {Reply-To: x}", "4:11: headers: `Reply-To` has a setting of its own; use `reply_to`"),
        (
            "headers: {'X Y': x}",
            "4:11: headers: `X Y` is no name of a header field; take letters, digits and hyphens"
        ),
        (
            "headers: {X-A: \"a\\r\\nBcc: b\"}",
            "4:16: the text holds a control character; take it out"
        ),
        (
            "headers: {X-A: \"a\\nBcc: b\"}",
            "4:16: headers: the text has more than one line; write something like `headers: {X-Campaign: spring}`"
        ),
        ("headers: {X-A: a, x-a: b}", "4:19: headers: `x-a` is there twice; keep one of them"),
        (
            "list_id: news",
            "4:10: list_id: `news` is no list id: it reads like a domain name; "
                + "write something like `list_id: news.example.com`"
        ),
    ]

    @Test("A fault says where, what, why and what to do", arguments: faults.indices)
    func fault(_ index: Int) {
        let (line, fault) = Self.faults[index]
        let found = jobFaults("from: a@example.com\nrecipients: {file: p.csv}\ntemplate: t\n\(line)\n")
        #expect(found.map(\.description) == ["jobs/a.yaml:" + fault])
    }

    static let recipientFaults: [(value: String, fault: String)] = [
        ("{email: e}", "2:13: recipients: one of `file`, `command` is missing; add `file: data/people.csv`"),
        (
            "{file: a, command: b}",
            "2:23: recipients.command: `file` and `command` stand together, and only one can hold; keep one of them"
        ),
        (
            "{file: a, types: {vip: boolean}}",
            "2:36: recipients.types: `boolean` is none of its words; did you mean `bool`?"
        ),
        (
            "{file: a, encoding: klingon}",
            "2:33: recipients.encoding: `klingon` is no charset that is known here; "
                + "write something like `encoding: gb18030`"
        ),
        (
            "{file: a, delimiter: abcde}",
            "2:34: recipients.delimiter: `abcde` cannot part columns; write something like `delimiter: \";\"`"
        ),
        (
            "{file: a, duplicates: drop}",
            "2:35: recipients.duplicates: `drop` is none of its words; write one of `fault`, `first`, `all`"
        ),
        ("{file: a, where: 'vip = 1'}", "2:35: recipients.where: write `==` for `=`\n  vip = 1\n      ^"),
        (
            "{file: a, where: vip or}",
            "2:36: recipients.where: the end stands where a column or a value should be\n  vip or\n        ^"
        ),
        (
            "p.csv",
            "2:13: recipients: text stands where a group of keys should be; "
                + "write keys below it, such as `file: data/people.csv`"
        ),
        ("", "2:1: recipients: there is no value; write `recipients: {file: data/people.csv, email: email}`"),
    ]

    @Test("Faults of the list's settings are found likewise", arguments: recipientFaults.indices)
    func recipientFault(_ index: Int) {
        let (value, fault) = Self.recipientFaults[index]
        let found = jobFaults("from: a@example.com\nrecipients: \(value)\ntemplate: t\n")
        #expect(found.map(\.description) == ["jobs/a.yaml:" + fault])
    }

    @Test("An empty job says so, and one without its three keys names all of them")
    func nothing() {
        #expect(jobFaults("").map(\.kind) == [.missingKey])
        #expect(jobFaults("via: relay\n").map(\.setting) == ["from", "recipients", "template"])
    }

    @Test("All faults come at once, also beside those of the three keys")
    func allAtOnce() {
        let faults = jobFaults("from: x\nrecipients: {fil: p}\ntemplate: /etc\nretry: {give_up: 1}\nvia: a b\nx: y\n")
        #expect(faults.map(\.place?.line) == [1, 2, 3, 4, 5, 6])
    }
}
