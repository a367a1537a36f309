import Foundation
import RecipientTable
import Testing
import TextEncodings

@Suite("The CSV corpus")
struct CSVCorpusTests {
    /// A `true`, or a word, where the corpus has either.
    enum Switch: Decodable {
        case on
        case word(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let flag = try? container.decode(Bool.self) {
                self = flag ? .on : .word("false")
            } else if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .word(try container.decode(String.self))
            }
        }
    }

    struct Options: Decodable {
        var delimiter: String?
        var quote: String?
        var encoding: String?
        var bom: Bool?
        var header: Bool?
        var escape: String?
        var doubleQuote: Bool?
        var quoting: String?
        var comment: String?
        var skipEmptyLines: Switch?
        var skipInitialSpace: Bool?
        var newline: String?
        var preview: Int?
        var strict: Bool?
        var guessDelimiter: Bool?
        var renameDuplicateHeaders: Bool?
        var skipFirstLines: Int?

        /// The reader's options, or nil when it does not offer what is asked for.
        var translated: CSVOptions? {
            guard doubleQuote == nil, newline == nil, preview == nil, strict == nil, (skipFirstLines ?? 0) >= 0 else {
                return nil
            }
            if case .word? = skipEmptyLines { return nil }
            guard comment.map({ $0.utf8.allSatisfy { $0 > 0x20 } }) ?? true, delimiter != "\n" else { return nil }
            var options = CSVOptions()
            options.delimiter = guessDelimiter == true ? delimiter : delimiter ?? ","
            if let quote { options.quote = quote.utf8.first }
            if quoting == "none" { options.quote = nil }
            options.escape = escape?.utf8.first
            options.comment = comment
            options.skipsInitialSpace = skipInitialSpace ?? false
            options.skippedLines = skipFirstLines ?? 0
            if bom != true, let encoding { options.charset = Charset(named: encoding) }
            return options
        }
    }

    struct Part: Decodable {
        var text: String
        var times: Int

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            text = try container.decode(String.self)
            times = try container.decode(Int.self)
        }
    }

    struct Expectation: Decodable {
        var rows: [[String]]?
        var records: [[String: String]]?
        var error: String?
        var rowCount: Int?
        var fieldCount: Int?
        var fieldLengths: [[Int]]?
    }

    struct Case: Decodable {
        var id: String
        var `class`: String
        var options: Options
        var input: String?
        var inputB64: String?
        var inputParts: [Part]?
        var expect: Expectation?

        var bytes: [UInt8] {
            if let inputB64 { return Data(base64Encoded: inputB64).map { Array($0) } ?? [] }
            if let inputParts { return inputParts.flatMap { part in (0..<part.times).flatMap { _ in part.text.utf8 } } }
            return Array((input ?? "").utf8)
        }
    }

    /// Reads the cases one by one: some choices keep records in a form of their own, which no test needs.
    static func cases() throws -> [Case] {
        guard let folder = TableCorpus.folder else { return [] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try Data(contentsOf: folder.appendingPathComponent("csv/read.jsonl"))
            .split(separator: UInt8(ascii: "\n")).compactMap { try? decoder.decode(Case.self, from: Data($0)) }
    }

    static func isSame(_ left: [[String]], _ right: [[String]]) -> Bool {
        left.count == right.count
            && zip(left, right).allSatisfy {
                $0.count == $1.count && zip($0, $1).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
            }
    }

    /// Whether a table is what the case wants.
    static func fulfils(_ example: Case, _ table: CSVTable) -> Bool {
        guard let expect = example.expect else { return false }
        if !table.faults.isEmpty {
            return expect.error != nil && table.faults.allSatisfy { $0.line > 0 }
        }
        var rows = table.rows
        if example.options.renameDuplicateHeaders == true, let first = rows.first {
            rows[0] = TableHeader(fields: first, duplicates: .rename).names
        }
        if let wanted = expect.rows { return isSame(rows, wanted) }
        if let wanted = expect.records, let names = rows.first {
            let found = rows.dropFirst().map { Dictionary(zip(names, $0)) { $1 } }
            return Array(found) == wanted
        }
        if let count = expect.rowCount, rows.count != count { return false }
        if let count = expect.fieldCount, rows.contains(where: { $0.count != count }) { return false }
        if let lengths = expect.fieldLengths, rows.map({ $0.map(\.utf8.count) }) != lengths { return false }
        return expect.error == nil
    }

    // The cases come with the corpora, which not every checkout has beside it.
    @Test("Every settled case is read right, and every choice without harm", .enabled(if: TableCorpus.isPresent))
    func corpus() throws {
        var counts: [String: Int] = [:]
        for example in try Self.cases() {
            guard let options = example.options.translated else {
                counts["skipped", default: 0] += 1
                #expect(example.class != "must", "\(example.id) is settled and must not be skipped")
                continue
            }
            let table = CSVTable(example.bytes, options: options)
            let isRight = Self.fulfils(example, table)
            counts["\(example.class) \(isRight ? "passed" : "failed")", default: 0] += 1
            if example.class == "must" {
                #expect(isRight, "\(example.id): \(table.faults.first?.description ?? "") \(table.rows.prefix(3))")
            }
        }
        print(
            "read.jsonl: \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
        )
        #expect(counts["must passed", default: 0] > 0)
    }

    @Test("What is found out is what would have been declared", .enabled(if: TableCorpus.isPresent))
    func detection() throws {
        var counts = (delimiters: 0, delimitersMissed: 0, charsets: 0, charsetsMissed: 0)
        for example in try Self.cases() where example.class == "must" && example.expect?.error == nil {
            guard var options = example.options.translated else { continue }
            let declared = CSVTable(example.bytes, options: options)
            if [",", ";", "\t", "|"].contains(options.delimiter), (declared.rows.first?.count ?? 0) > 1 {
                options.delimiter = nil
                let found = CSVTable(example.bytes, options: options)
                let isSame = Self.isSame(found.rows, declared.rows)
                counts.delimiters += 1
                counts.delimitersMissed += isSame ? 0 : 1
                if !isSame { print("delimiter of \(example.id): found \(found.delimiter ?? "")") }
            }
            if let charset = options.charset {
                options.charset = nil
                let found = CSVTable(example.bytes, options: options)
                let isSame = Self.isSame(found.rows, declared.rows)
                counts.charsets += 1
                counts.charsetsMissed += isSame ? 0 : 1
                if !isSame { print("charset of \(example.id): \(charset.name), found \(found.charset?.name ?? "")") }
            }
        }
        print("found out: \(counts)")
        #expect(counts.delimiters > 0 && counts.charsets > 0)
        #expect(counts.delimitersMissed * 50 <= counts.delimiters)
        #expect(counts.charsetsMissed * 4 <= counts.charsets)
    }

    @Test("A file cut at every byte reads the same", .enabled(if: TableCorpus.isPresent))
    func everySplit() throws {
        var splits = 0
        for example in try Self.cases() {
            guard let options = example.options.translated else { continue }
            let bytes = example.bytes
            guard bytes.count <= 400 else { continue }
            let whole = CSVTable(bytes, options: options)
            for size in 1...max(1, bytes.count) {
                let parts = CSVTable(bytes, options: options, chunkSize: size)
                #expect(Self.isSame(parts.rows, whole.rows) && parts.faults == whole.faults, "\(example.id) in \(size)")
                splits += 1
            }
        }
        #expect(splits > 0)
    }
}
