import HTMLMail
import Testing

@Suite("What mail clients drop")
struct ClientLintTests {
    private static func findings(_ html: String) -> [LintFinding] { ClientLint.findings(in: Array(html.utf8)) }

    @Test(
        "Each is found where it stands",
        arguments: [
            ("<p>\n <img src=a width=1>", LintFinding.Rule.alt, 2, 2),
            ("<img src=a alt=''>", .imageWidth, 1, 1),
            ("<img src='data:image/png;x' alt='' width=1>", .imageSource, 1, 1),
            ("<img src=a.svg alt='' width=1>", .imageSource, 1, 1),
            ("您好<form></form>", .form, 1, 3),
            ("<p><script>x</script>", .script, 1, 4),
            ("<p onclick=x>", .script, 1, 4),
            ("<a href=' JavaScript:x'>", .script, 1, 4),
            ("<iframe></iframe>", .embedded, 1, 1),
            ("<video></video>", .media, 1, 1),
            ("<svg><path/></svg>", .media, 1, 1),
            ("<link rel='x StyleSheet' href=a>", .styleSheet, 1, 1),
            ("<head><style>\np { position: absolute }</style>", .css, 2, 5),
            ("<head><style>p{a:b}\n@import url(x);</style>", .atRule, 2, 1),
            ("<head><style>@media x{@media y{}}</style>", .atRule, 1, 14),
            ("<p>x</p><style>p{a:b}</style>", .styleElement, 1, 9),
            ("<p style='float:left'>", .css, 1, 4),
            ("<p style='background: red url(x)'>", .css, 1, 4),
            ("<p style='width: calc(1px)'>", .css, 1, 4),
            ("<p style='color: var(--c)'>", .css, 1, 4),
        ]
    )
    func found(_ html: String, _ rule: LintFinding.Rule, _ line: Int, _ column: Int) {
        let findings = Self.findings(html)
        #expect(findings.map(\.rule) == [rule])
        #expect(findings.first?.place == SourcePlace(line: line, column: column))
        #expect(findings.allSatisfy { !$0.clients.isEmpty && !$0.remedy.isEmpty && !$0.message.isEmpty })
    }

    @Test(
        "What clients show is not found",
        arguments: [
            "<p style='color:red;float:none;position:static'>a</p>", "<img src=a alt='' width=1>",
            "<img src=a {{#x}}alt='b'{{/x}} width='{{w}}'>", "<!--[if mso]><form><script></script></form><![endif]-->",
            "<head><style>@media screen{p{position:absolute}}</style>", "<a href='https://例子.cn'>好</a>", "",
        ]
    )
    func notFound(_ html: String) {
        #expect(Self.findings(html).isEmpty)
    }

    @Test("More than Gmail shows is found, as is more than it reads of <style>")
    func size() {
        let long = "<p>" + String(repeating: "长", count: 40_000)
        #expect(Self.findings(long).map(\.rule) == [.size])
        #expect(Self.findings(String(repeating: "a", count: ClientLint.gmailClipBytes)).isEmpty)
        let style = "<head><style>" + String(repeating: "p{a:b}", count: 3_000) + "</style>"
        #expect(Self.findings(style).map(\.rule) == [.styleElement])
    }

    @Test("HTML that is refused has one finding that says why")
    func refused() {
        let findings = Self.findings("\n" + String(repeating: "<div>", count: 1_000))
        #expect(findings.map(\.rule) == [.notRead])
        #expect(findings.first?.place.line == 2)
    }

    @Test("There is an end to findings")
    func cap() {
        #expect(Self.findings(String(repeating: "<img>", count: 3_000)).count == ClientLint.maximumFindings)
    }

    @Test("A finding reads as one line")
    func description() {
        #expect(
            Self.findings("<p style='float:left'>").map(\.description) == [
                "1:4: Outlook for Windows ignores float; use align=\"left\" or table cells side by side"
            ]
        )
    }
}
