import RecipientTable
import Testing
import TextEncodings

@Suite("Reading CSV")
struct CSVReaderTests {
    private func table(_ text: String, _ change: (inout CSVOptions) -> Void = { _ in }) -> CSVTable {
        var options = CSVOptions()
        change(&options)
        return CSVTable(Array(text.utf8), options: options)
    }

    @Test(
        "A fault names record, line and column",
        arguments: [
            ("a,b\n\"x,y\n", TableFault.Kind.unbalancedQuote, 2, 2, 1), ("a,b\nx,\"y", .unbalancedQuote, 2, 2, 3),
            ("a,b\n\"x\"y,z\n", .strayQuote, 2, 2, 4), ("a,b\n\"1\n2\",\"x\"y\n", .strayQuote, 2, 3, 7),
            ("a,b\r\n姓名,x\0y\r\n", .nul, 2, 2, 5), ("a,b\r\n\"1\r\n\0\",x\r\n", .nul, 2, 3, 1),
        ]
    )
    func faults(_ text: String, _ kind: TableFault.Kind, _ record: Int, _ line: Int, _ column: Int) throws {
        let fault = try #require(table(text).faults.first)
        #expect(fault.kind == kind)
        #expect(fault.record == record)
        #expect(fault.line == line)
        #expect(fault.column == column)
        #expect(fault.isFatal == (kind == .unbalancedQuote))
        #expect(!fault.message.isEmpty)
    }

    @Test("Columns are counted in characters, byte columns in bytes")
    func columns() throws {
        let fault = try #require(table("a,b\n管理员,\"x\"y\n").faults.first)
        #expect(fault.column == 8)
        #expect(fault.byteColumn == 14)
        #expect(fault.description.hasPrefix("line 2, column 8: "))
    }

    @Test("A bad byte is a fault of its record, and the other records are read")
    func badBytes() {
        var options = CSVOptions()
        options.charset = .utf8
        let bytes = Array("a,b\nx,".utf8) + [0xFF] + Array("\n王,y\n".utf8) + [0xE7, 0x8E]
        let found = CSVTable(bytes, options: options)
        #expect(found.faults.map(\.kind) == [.badEncoding, .badEncoding])
        #expect(found.faults.map(\.line) == [2, 4])
        #expect(found.faults.map(\.column) == [3, 1])
        #expect(found.rows.count == 4)
        #expect(found.rows[2] == ["王", "y"])
    }

    @Test("A file in another charset than declared ends the reading soon")
    func wrongEncoding() throws {
        var options = CSVOptions()
        options.charset = .utf8
        let bytes = [UInt8](repeating: 0xE4, count: 200_000)
        let fault = try #require(CSVTable(bytes, options: options).faults.last)
        #expect(fault.kind == .wrongEncoding)
        #expect(fault.isFatal)
    }

    @Test("Ragged rows are reported when asked for, and read all the same")
    func ragged() {
        let found = table("a,b\n1\n1,2\n1,2,3\n") { $0.raggedRows = .report }
        #expect(found.faults.map(\.line) == [2, 4])
        #expect(found.faults.map(\.kind) == [.raggedRow, .raggedRow])
        #expect(found.rows == [["a", "b"], ["1"], ["1", "2"], ["1", "2", "3"]])
        #expect(table("a,b\n1\n").faults.isEmpty)
    }

    @Test("Every kind of line end ends a record, also mixed, and blank lines are none")
    func lineEnds() {
        let found = table("a\r\nb\nc\rd\n\re\r\n\r\nf")
        #expect(found.rows == [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]])
        #expect(found.entries.map(\.line) == [1, 2, 3, 4, 6, 8])
        #expect(found.entries.map(\.number) == [1, 2, 3, 4, 5, 6])
        #expect(table("a\n\nb\n") { $0.blankLines = .keep }.rows == [["a"], [""], ["b"]])
    }

    @Test("A first line that names the delimiter is no record")
    func separatorLine() {
        let found = table("sep=;\r\nemail;姓名\r\na@x.example;王\r\n")
        #expect(found.rows == [["email", "姓名"], ["a@x.example", "王"]])
        #expect(found.delimiter == ";")
        #expect(found.entries.first?.line == 2)
        #expect(table("sep=\u{1F}\na\u{1F}b\n").rows == [["a", "b"]])
    }

    @Test("Options of other dialects are heeded")
    func dialects() {
        #expect(table("a||b||c\n") { $0.delimiter = "||" }.rows == [["a", "b", "c"]])
        #expect(table("a；b\n") { $0.delimiter = "；" }.rows == [["a", "b"]])
        #expect(table("'a,b',c\n") { $0.quote = UInt8(ascii: "'") }.rows == [["a,b", "c"]])
        #expect(table("\"a\",b\n") { $0.quote = nil }.rows == [["\"a\"", "b"]])
        #expect(table("a\\,b,\"c\\\"\"\n") { $0.escape = UInt8(ascii: "\\") }.rows == [["a,b", "c\""]])
        #expect(table("# a \"b\n#\nx,y\n") { $0.comment = "#" }.rows == [["x", "y"]])
        #expect(table("a,  \"b\" \n") { $0.skipsInitialSpace = true }.rows == [["a", "b "]])
        #expect(table("title\n\na,b\n") { $0.skippedLines = 2 }.rows == [["a", "b"]])
    }

    @Test("A line without end fails early, in bounded memory")
    func endlessLine() throws {
        var options = CSVOptions()
        options.charset = .utf8
        for filler in [UInt8(ascii: "x"), UInt8(ascii: ","), UInt8(ascii: "\"")] {
            var reader = CSVReader(options: options)
            var batch = TableBatch()
            reader.append(Array("a,b\nx,\"".utf8))
            let chunk = [UInt8](repeating: filler, count: 1 << 20)
            var megabytes = 0
            var faults: [TableFault] = []
            while megabytes < 1_024 {
                reader.append(chunk)
                megabytes += 1
                let progress = reader.read(into: &batch)
                faults += batch.faults
                if progress == .ended { break }
            }
            #expect(megabytes <= 17)
            let fault = try #require(faults.first)
            #expect(fault.kind == .recordTooLong)
            #expect(fault.line == 2)
        }
    }

    @Test("A record of too many fields ends the reading")
    func tooManyFields() throws {
        let text = "a,b\n" + String(repeating: "x,", count: 20_000) + "\n"
        let fault = try #require(table(text).faults.first)
        #expect(fault.kind == .tooManyFields)
        #expect(fault.line == 2)
        #expect(table(String(repeating: "x,", count: 9_999) + "x\n") { $0.delimiter = "," }.faults.isEmpty)
    }

    @Test("An empty file has no records and no faults", arguments: ["", "\u{FEFF}", "\n", "\r\n\r\n"])
    func empty(_ text: String) {
        let found = table(text)
        #expect(found.rows.isEmpty)
        #expect(found.faults.isEmpty)
    }

    @Test("A batch's memory is used again, and its records stay what they were when it is copied")
    func batches() {
        var reader = CSVReader()
        var batch = TableBatch()
        reader.append(Array("email,name\n".utf8) + Array(String(repeating: "a@x.example,管\n", count: 20_000).utf8))
        reader.read(into: &batch)
        let kept = batch
        #expect(kept.count > 1_000)
        #expect(kept.strings(of: 0) == ["email", "name"])
        reader.append(Array("b@x.example,\"x\"\"y\"\n".utf8))
        reader.finish()
        #expect(reader.read(into: &batch) == .ended)
        #expect(kept.strings(of: 1) == ["a@x.example", "管"])
        #expect(batch.strings(of: batch.count - 1) == ["b@x.example", "x\"y"])
        #expect(batch.entries.last?.number == 20_002)
        #expect(batch.string(ofField: 7, in: 0).isEmpty)
    }

    @Test("Mutated files harm nothing, and read the same however they are cut")
    func mutations() {
        let seeds = [
            "email,name\r\na@x.example,\"Ann \"\"A\"\" Lee\"\r\nb@x.example,\"1\r\n2\"\r\n管理员@例子.广告,王芳\r\n",
            "sep=;\na;b;c\n\"1\";\"\";x\"y\n\n;;\n", "a\tb\n\"x\ty\"\tz\n", "a|b\r\"1\"|2\r3|4",
        ].map { Array($0.utf8) }
        let alphabet = Array("\",;\t|\r\n\\ a#\u{0}".utf8) + [0xFF, 0xE7, 0x8E, 0x8B, 0xC3]
        var random = TestRandom(seed: 2_026)
        for round in 0..<1_500 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<1 + random.next(6) {
                let place = random.next(bytes.count)
                switch random.next(3) {
                case 0: bytes[place] = alphabet[random.next(alphabet.count)]
                case 1: bytes.insert(alphabet[random.next(alphabet.count)], at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.next(4)))
                }
                if bytes.isEmpty { bytes = [0x2C] }
            }
            var options = CSVOptions()
            options.charset = round % 2 == 0 ? .utf8 : nil
            if round % 5 == 0 { options.escape = UInt8(ascii: "\\") }
            if round % 7 == 0 { options.comment = "#" }
            if round % 11 == 0 { options.delimiter = ",;" }
            if round % 3 == 0 { options.raggedRows = .report }
            let whole = CSVTable(bytes, options: options)
            for size in [1, 2, 3, 7, 64] {
                let parts = CSVTable(bytes, options: options, chunkSize: size)
                let isSame = CSVCorpusTests.isSame(parts.rows, whole.rows) && parts.faults == whole.faults
                #expect(isSame, "round \(round), chunks of \(size)")
            }
        }
    }

    @Test("A long file reads the same by chunks of any size, across the blocks of the scan")
    func blocks() {
        var text = "email,name,note\n"
        var random = TestRandom(seed: 5)
        for row in 0..<3_000 {
            let name = ["Ann", "\"Lee, \"\"A\"\"\"", "管理员", "\"1\r\n2\"", ""][random.next(5)]
            let pad = String(repeating: "x", count: random.next(90))
            text += "u\(row)@x.example,\(name),\(pad)" + ["\n", "\r\n", "\r"][random.next(3)]
        }
        let bytes = Array(text.utf8)
        var options = CSVOptions()
        options.charset = .utf8
        options.delimiter = ","
        let whole = CSVTable(bytes, options: options, chunkSize: bytes.count)
        #expect(whole.rows.count == 3_001)
        #expect(whole.rows.allSatisfy { $0.count == 3 })
        for size in [61, 64, 1_000, 4_093] {
            let parts = CSVTable(bytes, options: options, chunkSize: size)
            #expect(CSVCorpusTests.isSame(parts.rows, whole.rows))
            #expect(parts.entries.map(\.line) == whole.entries.map(\.line))
        }
    }
}

/// A small generator with a fixed sequence, so that a failure can be repeated.
struct TestRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 up to, but not including, `bound`.
    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}
