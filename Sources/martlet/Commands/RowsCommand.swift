internal import ArgumentParser
internal import RecipientTable
internal import TextEncodings

/// `martlet rows`: what the list reader makes of a file, record by record.
struct RowsCommand: ParsableCommand {
    /// How the records are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "rows",
        abstract: "Show the records of a CSV file as the list reader sees them.",
        discussion: """
            Example:
              martlet rows people.csv --format jsonl --raw

            Encoding and delimiter are found unless they are given. With --raw every record, the header included, is a \
            line: a JSON array of strings. Without it each line is an object by the header's names. Faults go to \
            standard error with line and column, and the exit code is 65.
            """
    )

    @Argument(help: "The CSV file, or - for standard input.")
    var file: String

    @Option(name: .long, help: "text for people, jsonl for scripts: one record a line.")
    var format: Format = .text

    @Flag(name: .long, help: "Every record as an array, the header included.")
    var raw = false

    @Option(name: .long, help: "The file's encoding, such as gb18030 or utf-16le.")
    var encoding: String?

    @Option(name: .long, help: ArgumentHelp("What parts the fields; tab for a tabulator.", valueName: "char"))
    var delimiter: String?

    mutating func validate() throws {
        if let encoding, Charset(named: encoding) == nil {
            throw ValidationError(
                "--encoding \(encoding): no such encoding is known; try utf-8, gb18030, big5, shift_jis"
            )
        }
        if let delimiter, delimiter.isEmpty || delimiter.contains(where: { $0.isNewline || $0 == "\"" }) {
            throw ValidationError("--delimiter takes a character that is no quote and no line end, such as ; or tab")
        }
    }

    mutating func run() throws {
        var options = CSVOptions()
        if let encoding { options.charset = Charset(named: encoding) }
        if let delimiter { options.delimiter = delimiter == "tab" || delimiter == "\\t" ? "\t" : delimiter }
        var reader = CSVReader(options: options)
        var printer = RecordPrinter(file: file, format: format, raw: raw)
        let input = try ByteInput(path: file, command: "rows")
        var batch = TableBatch()
        while let chunk = try input.next() {
            reader.append(chunk)
            let progress = reader.read(into: &batch)
            try printer.print(batch)
            if progress == .ended { break }
        }
        reader.finish()
        while true {
            let progress = reader.read(into: &batch)
            try printer.print(batch)
            if progress == .ended { break }
        }
        if printer.hasFaults { throw ExitStatus.badData.error }
    }
}

/// Prints records as they come.
private struct RecordPrinter {
    let file: String
    let format: RowsCommand.Format
    let raw: Bool
    private var header: [String]?
    private(set) var hasFaults = false
    private var output: [UInt8] = []

    init(file: String, format: RowsCommand.Format, raw: Bool) {
        self.file = file
        self.format = format
        self.raw = raw
    }

    mutating func print(_ batch: TableBatch) throws {
        output.removeAll(keepingCapacity: true)
        for record in 0..<batch.count { append(record, of: batch) }
        try Console.write(output)
        for fault in batch.faults {
            hasFaults = true
            Console.say("\(file):\(fault.line):\(fault.column): \(fault.message)")
        }
    }

    private mutating func append(_ record: Int, of batch: TableBatch) {
        switch (format, raw) {
        case (.jsonl, true):
            JSONText.appendRow(record, of: batch, to: &output)
        case (.jsonl, false):
            guard let header else {
                header = batch.strings(of: record)
                return
            }
            appendObject(record, of: batch, names: header)
        case (.text, _):
            output.append(contentsOf: "\(batch.entries[record].line): ".utf8)
            output.append(contentsOf: batch.strings(of: record).joined(separator: " | ").utf8)
            output.append(0x0A)
        }
    }

    private mutating func appendObject(_ record: Int, of batch: TableBatch, names: [String]) {
        output.append(UInt8(ascii: "{"))
        for column in 0..<min(names.count, batch.fieldCount(of: record)) {
            if column > 0 { output.append(UInt8(ascii: ",")) }
            JSONText.append(Array(names[column].utf8)[...], to: &output)
            output.append(UInt8(ascii: ":"))
            JSONText.append(batch.content(ofField: column, in: record), to: &output)
        }
        output.append(contentsOf: "}\n".utf8)
    }
}
