import Testing

@testable import Workspace

@Suite("YAML")
struct YAMLReaderTests {
    private func read(_ text: String) -> (node: YAMLNode?, faults: [ConfigFault]) {
        read(Array(text.utf8))
    }

    private func read(_ bytes: [UInt8]) -> (node: YAMLNode?, faults: [ConfigFault]) {
        let faults = FaultList(file: "a.yaml")
        let node = YAMLReader.read(bytes, faults: faults)
        return (node, faults.faults)
    }

    private func value(_ text: String) -> YAMLNode.Content? {
        guard case .mapping(let entries)? = read(text).node?.content else { return nil }
        return entries.first?.value.content
    }

    @Test(
        "Scalars stay as they are written",
        arguments: ["no", "yes", "007", "1.10", "0x1F", "1e3", "12:30", "2026-11-23", ".inf", "on", "~x"]
    )
    func rawScalars(_ text: String) {
        #expect(value("locale: \(text)") == .scalar(text, isPlain: true))
        #expect(value("locale: '\(text)'") == .scalar(text, isPlain: false))
    }

    @Test("Nothing after the colon is nothing; in quotes it is text", arguments: ["", "~", "null"])
    func null(_ text: String) {
        guard case .mapping(let entries)? = read("a: \(text)\nb: '\(text)'").node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries[0].value.isNull)
        #expect(!entries[1].value.isNull)
    }

    @Test("Places count lines and columns from one, by characters")
    func places() {
        guard case .mapping(let entries)? = read("# 注\n姓名: 李伟\nlist: [一, two]").node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries[0].place == SourcePlace(line: 2, column: 1))
        #expect(entries[0].value.place == SourcePlace(line: 2, column: 5))
        guard case .list(let elements) = entries[1].value.content else {
            Issue.record("no list")
            return
        }
        #expect(elements.map(\.place) == [SourcePlace(line: 3, column: 8), SourcePlace(line: 3, column: 11)])
    }

    @Test("An empty file and one of comments have no value", arguments: ["", "\n\n", "# nothing\n", "---\n"])
    func empty(_ text: String) {
        let (node, faults) = read(text)
        #expect(node?.isNull ?? true)
        #expect(faults.isEmpty)
    }

    @Test("A byte order mark and CRLF are no part of the text")
    func windows() {
        let (node, faults) = read([0xEF, 0xBB, 0xBF] + Array("a: b\r\nc: d\r\n".utf8))
        #expect(faults.isEmpty)
        guard case .mapping(let entries)? = node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key) == ["a", "c"])
        #expect(entries[1].value.content == .scalar("d", isPlain: true))
        #expect(entries[1].place == SourcePlace(line: 2, column: 1))
    }

    struct Mistake: CustomTestStringConvertible, Sendable {
        var text: String
        var fault: String
        var testDescription: String { text }
        init(_ text: String, _ fault: String) {
            self.text = text
            self.fault = fault
        }
    }

    static let mistakes = [
        Mistake(
            "a: 1\nfile: {{code}}.pdf\n",
            "a.yaml:2:7: `{{` begins a group of keys in YAML, not text; put the value in quotes: `\"{{code}}.pdf\"`"
        ),
        Mistake(
            "a: [{file: invoices/{{code}}.pdf, name: x}]\n",
            "a.yaml:1:21: `{{` begins a group of keys in YAML, not text; "
                + "put the value in quotes: `\"invoices/{{code}}.pdf\"`"
        ),
        Mistake(
            "file: {{code}}\n",
            "a.yaml:1:7: `{{` begins a group of keys in YAML, not text; put the value in quotes: `\"{{code}}\"`"
        ),
        Mistake(
            "password: {{x}}y\n",
            "a.yaml:1:11: `{{` begins a group of keys in YAML, not text; put the value in quotes"
        ),
        Mistake("a:\n\tb: 1\n", "a.yaml:2:1: a tab stands where YAML wants spaces; indent with spaces"),
        Mistake("a:\n  b: 1\n \tc: 2\n", "a.yaml:3:2: a tab stands where YAML wants spaces; indent with spaces"),
        Mistake(
            "from: \"管理员\" <no-reply@example.com>\n",
            "a.yaml:1:13: text goes on after the closing quote; "
                + "put the whole value in quotes: `'\"管理员\" <no-reply@example.com>'`"
        ),
        Mistake(
            "password: \"geheim\" x\n",
            "a.yaml:1:20: text goes on after the closing quote; put the whole value in quotes"
        ),
        Mistake("a: b: c\n", "a.yaml:1:5: a second colon stands here; put the value in quotes, or begin a new line"),
        Mistake("a: \"b\nc: d\n", "a.yaml:1:4: a quote is opened here and never closed; close it"),
        Mistake("a: @b\n", "a.yaml:1:4: `@` cannot begin a value; put the value in quotes"),
        Mistake("a: [b, c\nd: e\n", "a.yaml:2:2: `[` of line 1 is not closed, or a comma is missing; close it"),
        Mistake("a: 1\nbcd\ne: 2\n", "a.yaml:2:1: a colon is missing after the key; write `key: value`"),
        Mistake(
            "a:\n  b: 1\n c: 2\n",
            "a.yaml:3:2: this line fits neither the lines above nor below it; indent keys of one group alike"
        ),
        Mistake(
            "cron: * * * * *\n",
            "a.yaml:1:7: `*` begins an alias in YAML, not text; put the value in quotes"
        ),
        Mistake("a: *b\n", "a.yaml:1:4: `*` begins an alias in YAML, not text; put the value in quotes"),
        Mistake(
            "a: &b c\n",
            "a.yaml:1:4: anchors (`&name`) and aliases (`*name`) are not read here; "
                + "write the value out, or put it in quotes if it begins with `&` or `*`"
        ),
        Mistake(
            "a: !!int 1\n",
            "a.yaml:1:4: tags (`!name`) are not read here; "
                + "take the tag away, or put the value in quotes if it begins with `!`"
        ),
        Mistake("a: 1\n---\nb: 2\n", "a.yaml:2:1: a second document begins here; keep one: take the `---` line away"),
        Mistake("<<: {a: 1}\n", "a.yaml:1:1: <<: merge keys are not read here; write the values out"),
        Mistake("? [a, b]\n: c\n", "a.yaml:1:3: a key must be text; write `name: value`"),
        Mistake("a: \"x\\0y\"\n", "a.yaml:1:4: the text holds a control character; take it out"),
        Mistake("a: x\u{202E}y\n", "a.yaml:1:5: a character that no text has (U+202E) stands here; take it out"),
        Mistake("a: x\u{1}y\n", "a.yaml:1:5: a character that no text has (U+0001) stands here; take it out"),
        Mistake("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: a: `a` is there twice: line 1 has it too; keep one of them"),
    ]

    @Test("A mistake is named at its place, with what to write", arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        #expect(read(mistake.text).faults.map(\.description) == [mistake.fault])
    }

    @Test("Bytes that are no UTF-8 are found at their place")
    func badBytes() {
        let faults = read(Array("a: 1\nb: 管".utf8) + [0xFF, 0x0A]).faults
        #expect(faults.map(\.description) == ["a.yaml:2:5: these bytes are no UTF-8; save the file as UTF-8"])
        #expect(read([0xFF, 0xFE, 0x61, 0x00]).faults.map(\.remedy) == ["save it as UTF-8"])
    }

    @Test("Every key that is there twice is found, in groups of one line too, and the rest is read")
    func duplicates() {
        let (node, faults) = read("a: {x: 1, \"x\": 2, y: 3}\nb: 1\nb: 2\n'b': 3\nc: 4\n")
        #expect(
            faults.map { [$0.place?.line, $0.place?.column] }.sorted { ($0[0] ?? 0) < ($1[0] ?? 0) }
                == [[1, 11], [3, 1], [4, 1]]
        )
        #expect(Set(faults.map(\.setting)) == ["x", "b"])
        guard case .mapping(let entries)? = node?.content else {
            Issue.record("no mapping")
            return
        }
        #expect(entries.map(\.key) == ["a", "b", "c"])
    }

    static let bombs = [
        "brackets": String(repeating: "[", count: 200_000),
        "dashes": String(repeating: "- ", count: 200_000),
        "question marks": String(repeating: "? ", count: 200_000),
        "groups of one line": "a: " + String(repeating: "{a: ", count: 65),
        "indentation": String(repeating: " ", count: 1_000) + "a: 1",
        "stairs": (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        "size": "a: 1\n" + String(repeating: "#", count: 1 << 20),
        "aliases of aliases as keys": "a: &a [x]\n"
            + (0..<40).map { "? [*a, *a]\n: &a [*a, *a, *a, *a, *a, *a, *a, *a, *a] #\($0)\n" }.joined(),
    ]

    @Test("What would exhaust stack, time or memory is refused", arguments: bombs.keys.sorted())
    func bomb(_ name: String) throws {
        let (node, faults) = read(try #require(Self.bombs[name]))
        #expect(node == nil)
        #expect(faults.map(\.kind) == [.tooLarge])
    }

    @Test("Values nested too deep are found where they begin")
    func depth() {
        let text = String(repeating: "[", count: 30) + String(repeating: "]", count: 30)
        let faults = read(text).faults
        #expect(faults.map(\.kind) == [.tooLarge])
        #expect(faults.first?.place == SourcePlace(line: 1, column: 26))
    }

    @Test("Any text, cut anywhere, ends in a value or a fault")
    func everyPrefix() {
        let text = """
            a: {b: [1, "zw\\u00e9i", 'd''rei'], ? x : y}
            c: |
              text {{x}}
              more
            d: >-
              folded
            "e": !!str f
            g: &h *h
            """
        let bytes = Array(text.utf8)
        for end in bytes.indices {
            let (node, faults) = read(Array(bytes[..<end]))
            #expect(node != nil || !faults.isEmpty || end < 2)
            var changed = bytes
            changed[end] = UInt8(ascii: "{")
            _ = read(changed)
            changed[end] = UInt8(ascii: "\"")
            _ = read(changed)
            changed[end] = UInt8(ascii: "\n")
            _ = read(changed)
        }
    }
}
