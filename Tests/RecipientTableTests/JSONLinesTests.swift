import RecipientTable
import Testing

@Suite("Reading JSON Lines")
struct JSONLinesTests {
    private func read(
        _ bytes: [UInt8],
        chunk: Int = 1 << 20,
        options: JSONLinesReader.Options = .init()
    ) -> (rows: [JSONLinesReader.Row], faults: [TableFault]) {
        var reader = JSONLinesReader(options: options)
        var rows: [JSONLinesReader.Row] = []
        var faults: [TableFault] = []
        var offset = 0
        while offset < bytes.count {
            let end = min(bytes.count, offset + chunk)
            reader.append(bytes[offset..<end])
            offset = end
            if reader.read(rows: &rows, faults: &faults) == .ended { break }
        }
        reader.finish()
        reader.read(rows: &rows, faults: &faults)
        return (rows, faults)
    }

    @Test("Nested values come out as they are, at every split")
    func nested() {
        let text = """
            {"email":"a@x.example","姓名":"王\\u82b3 \\ud83d\\ude00","tags":["x",1.50,null,true],"order":{"id":-1e3}}

            {"email":"b@x.example"}\r
            """
        let bytes = Array(text.utf8)
        let found = read(bytes)
        #expect(found.faults.isEmpty)
        #expect(found.rows.map(\.line) == [1, 3])
        #expect(found.rows.map(\.number) == [1, 2])
        #expect(found.rows.first?.value["姓名"] == .string("王芳 😀"))
        #expect(found.rows.first?.value["tags"] == .list([.string("x"), .number("1.50"), .null, .bool(true)]))
        #expect(found.rows.first?.value["order"]?["id"] == .number("-1e3"))
        for size in 1...bytes.count {
            let parts = read(bytes, chunk: size)
            #expect(parts.rows == found.rows)
            #expect(parts.faults.isEmpty)
        }
    }

    @Test(
        "A line that is no object is a fault with its place, and the next line is read",
        arguments: [
            ("{\"a\":1,}", 8), ("{\"a\" 1}", 6), ("[1]", 1), ("\"x\"", 1), ("{\"a\":01}", 7), ("{\"a\":'x'}", 6),
            ("{\"王\":tru}", 6), ("{\"a\":\"x}", 6), ("{\"a\":\"\\x\"}", 7), ("{\"a\":\"\\ud800\"}", 7),
            ("{\"a\":1} x", 9),
            ("{\"a\":1.}", 8), ("{\"a\":\"\t\"}", 7), ("{a:1}", 2), ("{", 2), ("{\"a\":NaN}", 6),
            ("{\"a\":\"\\u00g0\"}", 11),
        ]
    )
    func faults(_ line: String, _ column: Int) throws {
        let found = read(Array("\n\(line)\n{\"a\":1}\n".utf8))
        let fault = try #require(found.faults.first)
        #expect(fault.kind == .badJSON)
        #expect(fault.line == 2)
        #expect(fault.column == column)
        #expect(found.faults.count == 1)
        #expect(found.rows.map(\.line) == [3])
    }

    @Test("Of two values of one name the last counts, or the line is a fault")
    func duplicates() {
        let bytes = Array("{\"a\":1,\"b\":2,\"a\":3}\n".utf8)
        #expect(
            read(bytes).rows.first?.value
                == .object([
                    .init(name: "a", value: .number("3")), .init(name: "b", value: .number("2")),
                ])
        )
        var options = JSONLinesReader.Options()
        options.duplicateKeys = .report
        let strict = read(bytes, options: options)
        #expect(strict.faults.map(\.kind) == [.duplicateKey])
        #expect(strict.faults.first?.column == 14)
        let many = "{" + (0..<2_000).map { "\"k\($0 % 1_000)\":\($0)" }.joined(separator: ",") + "}"
        #expect(read(Array(many.utf8)).rows.first?.value["k7"] == .number("1007"))
    }

    @Test("Deep nesting, NUL, bad bytes and endless lines are faults")
    func hostile() throws {
        let deep = "{\"a\":" + String(repeating: "[", count: 100_000)
        #expect(read(Array(deep.utf8)).faults.map(\.kind) == [.nestedTooDeep])
        let exact = "{\"a\":" + String(repeating: "[", count: 63) + String(repeating: "]", count: 63) + "}"
        #expect(read(Array(exact.utf8)).faults.isEmpty)
        #expect(read(Array("{\"a\":\"\\u0000\"}".utf8)).faults.map(\.kind) == [.nul])
        let bad = read(Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}\n{\"a\":1}".utf8))
        #expect(bad.faults.map(\.kind) == [.badEncoding])
        #expect(bad.faults.first?.column == 7)
        #expect(bad.rows.count == 1)
        var options = JSONLinesReader.Options()
        options.maximumRecordBytes = 1_000
        let endless = read([UInt8](repeating: 0x20, count: 100_000), chunk: 100, options: options)
        #expect(endless.faults.map(\.kind) == [.recordTooLong])
        #expect(endless.faults.first?.isFatal == true)
    }

    @Test("Mutated lines harm nothing, and read the same however they are cut")
    func mutations() {
        let seed = Array("{\"a\":[1,{\"b\":\"\\u738b\\n\"}],\"c\":null}\n{\"d\":-1.5e2}\n".utf8)
        let alphabet = Array("{}[]\",:\\u0 \n1e.-".utf8) + [0xFF, 0xE7]
        var random = TestRandom(seed: 3)
        for _ in 0..<3_000 {
            var bytes = seed
            for _ in 0..<1 + random.next(4) { bytes[random.next(bytes.count)] = alphabet[random.next(alphabet.count)] }
            let whole = read(bytes)
            let parts = read(bytes, chunk: 1 + random.next(5))
            #expect(whole.rows == parts.rows)
            #expect(whole.faults == parts.faults)
        }
    }

    @Test("What is written as JSON is read back")
    func writing() {
        let value = RowValue.object([
            .init(name: "a\"\\\u{1}", value: .list([.null, .bool(false), .number("1.0"), .string("王\n\r\t\u{7F}")]))
        ])
        var output: [UInt8] = []
        JSONText.append(value, to: &output)
        #expect(read(output).rows.first?.value == value)
    }
}
