import Testing

@testable import TemplateLanguage

@Suite("JSON data")
struct JSONReaderTests {
    @Test(
        "What is read is written back the same",
        arguments: [
            "null", "true", "false", "0", "-0.0", "1.50e+10", "\"\"", "\"李\\\"\\\\\"", "[]", "{}",
            "[1,[2,{\"a\":null}]]", "{\"b\":1,\"a\":2}",
        ]
    )
    func roundTrip(_ text: String) throws {
        var output: [UInt8] = []
        JSONWriter.append(try JSONReader.value(of: Array(" \n\(text)\t ".utf8)), to: &output)
        expectSame(String(decoding: output, as: UTF8.self), text)
    }

    @Test(
        "Escapes give the characters they stand for",
        arguments: [
            ("\\u0041\\u00e9", "Aé"), ("\\ud83d\\ude00", "😀"), ("\\b\\f\\n\\r\\t\\/", "\u{8}\u{C}\n\r\t/"),
            ("\\u4f60", "你"),
        ]
    )
    func escapes(_ text: String, _ expected: String) throws {
        guard case .string(let bytes) = try JSONReader.value(of: Array("\"\(text)\"".utf8)) else {
            Issue.record("no string")
            return
        }
        expectSame(String(decoding: bytes, as: UTF8.self), expected)
    }

    @Test(
        "What is no JSON is a fault with line and column",
        arguments: [
            ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\":1,}", 1, 8), ("{a:1}", 1, 2), ("[1 2]", 1, 4),
            ("01", 1, 2), ("1.", 1, 3),
            (".5", 1, 1), ("+1", 1, 1), ("1e", 1, 3), ("nul", 1, 1), ("\"a", 1, 1), ("\"\t\"", 1, 2), ("\"\\x\"", 1, 2),
            ("\"\\ud800\"", 1, 2),
            ("\"\\udc00\"", 1, 2), ("\"\\u12g4\"", 1, 6), ("{\n\"a\": 1,\n\"a\": 2}", 3, 1), ("1 1", 1, 3),
            ("// x\n1", 1, 1), ("'a'", 1, 1), ("NaN", 1, 1),
            ("{\"a\" 1}", 1, 6), ("[", 1, 2), ("{\"a\":", 1, 6), ("\"\\ud83d\\u0041\"", 1, 2),
        ]
    )
    func faults(_ text: String, _ line: Int, _ column: Int) throws {
        let fault = try #require(throws: TemplateFault.self) {
            try JSONReader.value(of: Array(text.utf8), name: "d.json")
        }
        #expect(fault.line == line && fault.column == column && fault.file == "d.json", "\(fault)")
    }

    @Test("Every beginning of a text is a fault, never a crash")
    func truncated() {
        let text = Array("{\"a\": [1.5e3, \"x\\u00e9\\n\", true, null, {\"b\": -0}], \"\": []}".utf8)
        for count in 0..<text.count {
            #expect(throws: TemplateFault.self) { try JSONReader.value(of: Array(text.prefix(count))) }
        }
    }

    @Test("Deep nesting is refused")
    func deep() throws {
        let fault = try #require(throws: TemplateFault.self) {
            try JSONReader.value(of: [UInt8](repeating: 0x5B, count: 1_000_000))
        }
        #expect(fault.kind == .limit && fault.column == 129)
    }

    @Test("Large objects are found by name, the last value set counts")
    func largeObject() {
        var object = TemplateObject()
        for number in 0..<10_000 { object.set(Array("k\(number)".utf8), .integer(number)) }
        object.set(Array("k7".utf8), .integer(-7))
        guard case .number(let text)? = object.value(of: Array("k7".utf8)) else {
            Issue.record("not found")
            return
        }
        #expect(text == Array("-7".utf8) && object.count == 10_000)
        #expect(object.value(of: Array("k10000".utf8)) == nil)
    }
}
