import RecipientTable
import Testing
import TextEncodings

@Suite("Writing CSV")
struct CSVWriterTests {
    private struct Options: Decodable {
        var delimiter: String?
        var newline: String?
        var quoteAll: Bool?
        var quoting: String?
        var quote: String?
        var escape: String?
        var doubleQuote: Bool?
        var skipInitialSpace: Bool?
        var escapeFormulae: Bool?
    }

    private struct Case: Decodable {
        var id: String
        var options: Options
        var rows: [[String]]
        var expected: String
    }

    private func written(_ rows: [[String]], by writer: CSVWriter) -> [UInt8] {
        var output: [UInt8] = []
        for row in rows { writer.append(row, to: &output) }
        return output
    }

    // The cases come with the corpora, which not every checkout has beside it.
    @Test("Every case of the corpus is written as wanted, and read back", .enabled(if: TableCorpus.isPresent))
    func corpus() throws {
        var counts = (passed: 0, skipped: 0)
        for example in try TableCorpus.cases("csv/write.jsonl", as: Case.self) {
            let options = example.options
            let isOffered =
                options.escape == nil && options.quoting != "none" && options.doubleQuote == nil
                && options.skipInitialSpace == nil && options.escapeFormulae == nil
            guard isOffered else {
                counts.skipped += 1
                continue
            }
            var writer = CSVWriter(delimiter: options.delimiter ?? ",")
            if let end = options.newline { writer.lineEnd = end }
            if let quote = options.quote?.utf8.first { writer.quote = quote }
            if options.quoteAll == true || options.quoting == "all" { writer.quoting = .all }
            let output = written(example.rows, by: writer).dropLast(writer.lineEnd.utf8.count)
            #expect(
                output.elementsEqual(example.expected.utf8),
                "\(example.id): \(String(decoding: output, as: UTF8.self))"
            )
            if options.newline != "$" {
                var reading = CSVOptions()
                reading.delimiter = options.delimiter == "\n" ? "," : options.delimiter ?? ","
                reading.quote = writer.quote
                let back = CSVTable(Array(example.expected.utf8), options: reading)
                #expect(CSVCorpusTests.isSame(back.rows, example.rows), "\(example.id)")
            }
            counts.passed += 1
        }
        print("write.jsonl: \(counts.passed) passed, \(counts.skipped) skipped")
        #expect(counts.passed > 0)
    }

    @Test("Whatever is written is read back", arguments: [",", ";", "\t", "|", "||", ", "])
    func roundTrip(_ delimiter: String) {
        var random = TestRandom(seed: 77)
        let pieces = ["a", "\"", ",", ";", "\t", "|", "\r", "\n", " ", "管", "\u{FEFF}", "'", "=", "é"]
        for _ in 0..<400 {
            let rows = (0..<1 + random.next(4)).map { _ in
                (0..<1 + random.next(4)).map { _ in (0..<random.next(5)).map { _ in pieces[random.next(14)] }.joined() }
            }
            var options = CSVOptions()
            options.charset = .utf8
            options.delimiter = delimiter
            let back = CSVTable(written(rows, by: CSVWriter(delimiter: delimiter)), options: options)
            #expect(back.faults.isEmpty)
            #expect(CSVCorpusTests.isSame(back.rows, rows))
        }
    }

    @Test(
        "Formulas are guarded, numbers are not",
        arguments: [
            ("=1+1", "'=1+1"), ("@SUM(1)", "'@SUM(1)"), ("-2+3", "'-2+3"), ("+cmd", "'+cmd"), ("-3.99", "-3.99"),
            ("+8613800000000", "+8613800000000"), ("a=b", "a=b"), ("-", "'-"), ("\tx", "'\tx"), ("", "\"\""),
        ]
    )
    func formulas(_ field: String, _ wanted: String) {
        var writer = CSVWriter()
        writer.guardsFormulas = true
        #expect(written([[field]], by: writer) == Array((wanted + "\r\n").utf8))
    }
}
