internal import ArgumentParser
internal import Foundation
internal import Ledger
internal import MailJobs
internal import MailModel
internal import Reporting

/// `martlet export RUN`: every recipient with all that is known, for another program.
struct ExportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case csv
        case jsonl
    }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write every recipient of a run: the row's fields, state, attempts, replies, times and verdicts.",
        discussion: """
            Example:
              martlet export activation-20261123T0900Z --excel --output outcome.csv

            The fields of the list follow ours as row.NAME; Docs/Keeping.md explains all of them. A file that is written \
            by --output is remembered, and `martlet forget` names it when it has the person's address.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @Option(name: .long, help: "csv has a row for each row of the list; jsonl one object.")
    var format: Format = .csv

    @Option(
        name: .long,
        help: ArgumentHelp("Write to this file, which must not be there, with 0600.", valueName: "file")
    )
    var output: String?

    @Flag(name: .long, help: "csv: put a ' before fields that a spreadsheet would run as a formula.")
    var guardFormulas = false

    @Flag(name: .long, help: "csv: begin with a byte order mark, by which Excel knows UTF-8.")
    var bom = false

    @Flag(name: .long, help: "csv: both --guard-formulas and --bom.")
    var excel = false

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if format == .jsonl, guardFormulas || bom || excel {
            throw ValidationError("--guard-formulas, --bom and --excel are for --format csv")
        }
    }

    mutating func run() throws {
        try Guarded.run("export") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            let pruned = try site.withLedger { ledger throws(LedgerFailure) in try ledger.prunedAt(run.number) }
            if let pruned {
                let words = "run \(run.name) was pruned at \(TimeText.local(pruned)); only its counts are left"
                throw JobFailure(.missingFile, words)
            }
            do {
                let rows: ExportRows
                do throws(SealedRows.Failure) { rows = try ExportRows(site.folder(of: run)) } catch {
                    throw JobFailure(error)
                }
                try write(RunExport(run, ledger: site.ledger), rows, in: site)
            } catch let failure as LedgerFailure {
                throw JobFailure(failure)
            }
        }
    }

    private func write(_ export: RunExport, _ rows: ExportRows, in site: JobSite) throws {
        guard let output else {
            try write(export, rows) { try Console.write($0) }
            return
        }
        let path = URL(fileURLWithPath: output).standardizedFileURL.path
        // Remembered first: a file that was written in part holds addresses too.
        let file: FileHandle
        do { file = try OutputFile.make(path) } catch { throw JobFailure(.cannotWrite, "\(output): \(error.words)") }
        let written = WrittenFile(path: path, kind: "export", run: export.run.name, at: .now)
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.remember(written) }
        do {
            try write(export, rows) { try file.write(contentsOf: Data($0)) }
            try file.close()
        } catch let error as CocoaError {
            throw JobFailure(.cannotWrite, "\(output): \(error.localizedDescription)")
        }
        Console.say("run \(export.run.name): \(export.run.rows) rows written to \(output)")
    }

    private func write(_ export: RunExport, _ rows: ExportRows, _ body: ([UInt8]) throws -> Void) throws {
        switch format {
        case .csv:
            var options = ExportCSV.Options()
            options.guardsFormulas = guardFormulas || excel
            options.hasByteOrderMark = bom || excel
            try ExportCSV(export, options: options) { TimeText.utc($0) }.write(rows, body)
        case .jsonl: try ExportJSONLines(export) { TimeText.utc($0) }.write(rows, body)
        }
    }
}

/// The rows of a run as its export asks for them.
struct ExportRows: RunExport.Rows {
    let columns: [(name: String, holdsJSON: Bool)]
    let addressColumn: Int
    private let rows: SealedRows

    init(_ folder: RunFolder) throws(SealedRows.Failure) {
        let found = try folder.columns()
        columns = zip(found.names, found.holdsJSON).map { ($0, $1) }
        addressColumn = try folder.seal().emailColumn
        rows = try SealedRows(folder: folder.path)
    }

    func rows(_ range: Range<Int>) throws -> [(line: Int, fields: [String])] {
        var block = SealedBlock()
        do throws(SealedRows.Failure) { try rows.read(range, into: &block) } catch { throw JobFailure(error) }
        return block.rows.indices.map { place in
            let fields = (0..<block.rows[place].fieldCount).map { column in
                let content = block.content(column, of: place)
                // Spaces alone are what is left of a row that was erased.
                return content.allSatisfy { $0 == UInt8(ascii: " ") } ? "" : String(decoding: content, as: UTF8.self)
            }
            return (block.rows[place].line, fields)
        }
    }
}

/// A file that a command writes for a person.
enum OutputFile {
    /// Why a file cannot be made.
    struct Failure: Error {
        /// What the system says, and what to do.
        var words: String
    }

    /// Makes a file that only its owner may read; refuses one that is there.
    static func make(_ path: String) throws(Failure) -> FileHandle {
        if FileManager.default.fileExists(atPath: path) {
            throw Failure(words: "there is such a file already; remove it, or choose another name")
        }
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw Failure(words: "it cannot be made; look whether the folder is there and may be written") }
        return file
    }
}
