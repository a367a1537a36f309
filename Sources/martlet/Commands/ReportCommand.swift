internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel
internal import Reporting

/// The addresses of a run as its report asks for them.
struct RunAddresses: RunReport.Addresses {
    let sealed: SealedAddresses

    func lines(_ range: Range<Int>) throws -> [(line: Int, address: String)] {
        do throws(SealedRows.Failure) { return try sealed.lines(range) } catch { throw JobFailure(error) }
    }
}

/// The addresses of a run that has none left.
private struct PrunedAddresses: RunReport.Addresses {
    func lines(_ range: Range<Int>) throws -> [(line: Int, address: String)] { [] }
}

/// `martlet report RUN`: what became of everybody.
struct ReportCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case csv
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show what became of every recipient of a run: each in one class, and the sum.",
        discussion: """
            Example:
              martlet report activation-20261123T0900Z --format csv > outcome.csv
              martlet report activation --format csv --columns address,class,status,reason,when,run > for-database.csv
              martlet report activation-20261123T0900Z --compare activation-20261122T0900Z

            Without a run the latest is shown. Bounces and complaints that were collected since are in it, also those \
            that came after the run was finished.
            """
    )

    @Argument(help: "The run's name; the latest one by default. A job's name stands for its latest run.")
    var name: String?

    @Option(name: .long, help: "text for people; csv has a row for each recipient; json is one object.")
    var format: Format = .text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Show how this run differs from RUN, recipient by recipient.",
            valueName: "RUN"
        )
    )
    var compare: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "The columns of the CSV, with commas: \(ReportCSV.Column.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "NAMES"
        ),
        transform: Self.columns
    )
    var columns: [ReportCSV.Column] = ReportCSV.Column.allCases

    @OptionGroup var site: SiteOptions

    private static func columns(_ names: String) throws -> [ReportCSV.Column] {
        try names.split(separator: ",").map { name in
            let name = name.trimmingPrefix { $0 == " " }
            guard let column = ReportCSV.Column(rawValue: String(name)) else {
                let known = ReportCSV.Column.allCases.map(\.rawValue)
                let hint = Suggestion.closest(to: String(name), in: known).map { "did you mean `\($0)`?" }
                throw ValidationError(
                    "there is no column `\(name)`; \(hint ?? "there are \(known.joined(separator: ", "))")"
                )
            }
            return column
        }
    }

    mutating func run() throws {
        try Guarded.run("report") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            do {
                if let pruned = try site.ledger.prunedAt(run.number) {
                    return try printCounts(of: run, prunedAt: TimeText.local(pruned), in: site)
                }
                let report = try RunReport(run, ledger: site.ledger)
                let addresses = RunAddresses(sealed: try SealedAddresses(site.folder(of: run)))
                guard let compare else { return try print(report, addresses) }
                let other = try RunFinder.run(compare, in: site)
                try print(
                    ComparisonForms(
                        RunComparison(report, with: try RunReport(other, ledger: site.ledger)),
                        addresses,
                        RunAddresses(sealed: try SealedAddresses(site.folder(of: other)))
                    )
                )
            } catch let failure as LedgerFailure {
                throw JobFailure(failure)
            } catch let failure as SealedRows.Failure {
                throw JobFailure(failure)
            }
        }
    }

    /// What is left of a run that was pruned: how many were in each class.
    private func printCounts(of run: RunRecord, prunedAt time: String, in site: JobSite) throws {
        guard format != .csv else {
            throw JobFailure(.missingFile, "run \(run.name) was pruned at \(time); only its counts are left")
        }
        var stub = run
        stub.recipients = 0
        try print(try RunReport(stub, ledger: site.ledger), PrunedAddresses())
        Console.say("run \(run.name) was pruned at \(time); only its counts are left")
    }

    private func print(_ report: RunReport, _ addresses: some RunReport.Addresses) throws {
        switch format {
        case .text: try Console.write(Array(ReportText(report) { TimeText.local($0) }.make(addresses).utf8))
        case .json: try Console.write(ReportJSON(report) { TimeText.utc($0) }.make(addresses))
        case .csv:
            try ReportCSV(report, columns: columns) { TimeText.utc($0) }.write(addresses) { try Console.write($0) }
        }
    }

    private func print(_ comparison: ComparisonForms<RunAddresses, RunAddresses>) throws {
        switch format {
        case .text: try Console.write(Array(comparison.text().utf8))
        case .json: try Console.write(comparison.json())
        case .csv: try comparison.writeCSV { try Console.write($0) }
        }
    }
}
