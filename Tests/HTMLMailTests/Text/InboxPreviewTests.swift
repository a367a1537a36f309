import HTMLMail
import Testing

@Suite("What inboxes show beside the subject")
struct InboxPreviewTests {
    private static func preview(_ html: String) throws -> InboxPreview { try InboxPreview(html: Array(html.utf8)) }

    @Test("A hidden text at the beginning is the preheader; what follows is what is seen")
    func preheader() throws {
        let html = """
            <html><head><title>Not this</title><style>p { color:red }</style></head><body>
            <div style="display:none;max-height:0">书架备好了。&#847;&#160;&#847;&#160;\u{FEFF}</div>
            <h1>欢迎，\n  王芳</h1><p>Open <b>it</b>.</p></body></html>
            """
        let preview = try Self.preview(html)
        #expect(preview.preheader == "书架备好了。")
        #expect(preview.beginning == "欢迎， 王芳 Open it.")
    }

    @Test("Without one there are only the first words, and hidden text further down does not count")
    func noPreheader() throws {
        let preview = try Self.preview("<p>Hello</p><div hidden>secret</div><script>code()</script><td>there")
        #expect(preview.preheader.isEmpty)
        #expect(preview.beginning == "Hello there")
    }

    @Test("A long text is cut, an empty body is empty")
    func ends() throws {
        #expect(try Self.preview("").beginning.isEmpty)
        #expect(try Self.preview("<p>" + String(repeating: "word ", count: 100_000)).beginning.count <= 200)
    }
}
