import Testing

@testable import MessageSigning

@Suite("Tag lists")
struct TagListTests {
    private func pairs(_ text: String) throws -> [String] {
        try TagList([UInt8](text.utf8)).tags.map { "\($0.name)=\(String(decoding: $0.value, as: UTF8.self))" }
    }

    @Test(
        "White space around names and values does not count",
        arguments: [
            ("a=b", ["a=b"]), ("a=b;", ["a=b"]), ("a=b; \r\n ", ["a=b"]), (" a \r\n\t= \t b c ;d=", ["a=b c", "d="]),
            ("a_1=x=y==;b=", ["a_1=x=y==", "b="]), ("a=;b= ;c=1", ["a=", "b=", "c=1"]), ("d=例子.中国", ["d=例子.中国"]),
            ("A=1;a=2", ["A=1", "a=2"]),
        ]
    )
    func readable(text: String, expected: [String]) throws { #expect(try pairs(text) == expected) }

    @Test(
        "What the grammar does not allow is refused",
        arguments: [
            ("", TagList.Fault.noName(offset: 0)), (" ", .noName(offset: 1)), (";", .noName(offset: 0)),
            ("a=b;;c=d", .noName(offset: 4)), ("=b", .noName(offset: 0)), ("a", .noValue(name: "a")),
            ("a;b=c", .noValue(name: "a")), ("a=1; a=2", .repeated(name: "a")), ("1a=b", .unexpected(offset: 0)),
            ("a-b=c", .unexpected(offset: 1)), ("a b=c", .unexpected(offset: 2)), ("a=b\nc", .unexpected(offset: 3)),
            ("a=b\r\nc", .unexpected(offset: 3)), ("a=b\r\n", .unexpected(offset: 3)),
            ("a=\u{0}", .unexpected(offset: 2)),
        ]
    )
    func unreadable(text: String, fault: TagList.Fault) {
        #expect(throws: fault) { try TagList([UInt8](text.utf8)) }
    }

    @Test("A list of very many tags is refused")
    func tooMany() {
        let text = (0..<65).map { "a\($0)=1" }.joined(separator: ";")
        #expect(throws: TagList.Fault.tooMany) { try TagList([UInt8](text.utf8)) }
    }

    @Test("The place of a value covers the white space around it")
    func places() throws {
        let tag = try #require(try TagList([UInt8]("a=1; b=\r\n x y \t; c=2".utf8))["b"])
        #expect(tag.place == 7..<15)
        #expect(tag.compact == [UInt8]("xy".utf8))
    }

    @Test("Domains are checked and made plain ASCII")
    func domains() {
        #expect(TagGrammar.domain("Example.COM".utf8) == "example.com")
        #expect(TagGrammar.domain("例子.中国".utf8) == "xn--fsqu00a.xn--fiqs8s")
        let bad = [
            "", "com", ".example.com", "example.com.", "a..b", "-a.b", "a-.b", "a b.c",
            String(repeating: "a", count: 64) + ".b",
        ]
        for text in bad { #expect(TagGrammar.domain(text.utf8) == nil) }
    }

    @Test("Quoted text comes back as it was", arguments: ["user", "a;b=c d", "小明", "=3D", ""])
    func quoting(text: String) {
        #expect(TagGrammar.unquoted(TagGrammar.quoted(text.utf8)) == [UInt8](text.utf8))
        #expect(TagGrammar.unquoted([UInt8]("=4".utf8)) == nil)
        #expect(TagGrammar.unquoted([UInt8]("=GG".utf8)) == nil)
    }
}
