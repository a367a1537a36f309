import Testing

@testable import TemplateLanguage

@Suite("Values in calendars")
struct CalendarContextTests {
    @Test(
        "A value is escaped for the part of the line where it lands",
        arguments: [
            ("SUMMARY:{{v}}\n", "a, b; c\\d", "SUMMARY:a\\, b\\; c\\\\d\n"),
            ("DESCRIPTION:{{v}}\n", "one\r\ntwo\nthree\rfour", "DESCRIPTION:one\\ntwo\\nthree\\nfour\n"),
            ("summary;LANGUAGE=zh:{{v}}\n", "会议，三楼;", "summary;LANGUAGE=zh:会议，三楼\\;\n"),
            ("X-NOTE:{{v}}\n", "a,b", "X-NOTE:a\\,b\n"),
            ("SUMMARY:{{{v}}}\n", "a\\, b", "SUMMARY:a\\, b\n"),
            ("DTSTART:{{v}}\n", "20261201T090000Z", "DTSTART:20261201T090000Z\n"),
            ("RRULE:{{v}}\n", "FREQ=DAILY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=2\n"),
            ("ATTENDEE:mailto:{{v}}\n", "li lei@example.com", "ATTENDEE:mailto:li%20lei@example.com\n"),
            ("URL:{{v}}\n", "https://e.test/?a=1&b=ü", "URL:https://e.test/?a=1&b=%C3%BC\n"),
            (
                "ATTENDEE;CN=\"{{v}}\":mailto:x\n", "O\"Neil, A^B; C\nD",
                "ATTENDEE;CN=\"O^'Neil, A^^B; C^nD\":mailto:x\n"
            ),
            ("ATTENDEE;CN={{v}}:mailto:x\n", "Ann Lee", "ATTENDEE;CN=Ann Lee:mailto:x\n"),
            ("DESCRIPTION:first\n  {{v}}\n", "a;b", "DESCRIPTION:first\n  a\\;b\n"),
            ("SUMMARY:x\n{{#v}}\nLOCATION:{{v}}\n{{/v}}\nURL:a\n", "a,b", "SUMMARY:x\nLOCATION:a\\,b\nURL:a\n"),
            ("SUMMARY:{{#v}}!{{/v}}{{v}}\n", "a;", "SUMMARY:!a\\;\n"),
        ]
    )
    func escaped(_ template: String, _ value: String, _ expected: String) {
        expectSame(renderedRow(template, [("v", .text, value)], mode: .calendar), expected)
    }

    @Test(
        "A value where no escaping is right is a fault",
        arguments: [
            ("{{v}}:x\n", "SUMMARY", "name of a calendar's property"),
            ("SUMMARY;{{v}}=x:y\n", "A", "name of a calendar's property"),
            ("DTSTART:{{v}}\n", "2026\nATTENDEE:mailto:x", "control character"),
            ("SUMMARY:{{v}}\n", "a\u{0}", "control character"),
            ("ATTENDEE;CN={{v}}:mailto:x\n", "Lee, Ann", "end this part"),
            ("ATTENDEE;CN={{v}}:mailto:x\n", "a\"b", "end this part"),
            ("SUMMARY{{#v}}:{{/v}}x\n", "a", "different parts"),
        ]
    )
    func refused(_ template: String, _ value: String, _ words: String) {
        let text = renderedRow(template, [("v", .text, value)], mode: .calendar)
        #expect(text.contains(words) && text.hasPrefix("t.mustache:1:"), "\(text)")
    }
}
