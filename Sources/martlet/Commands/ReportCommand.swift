internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import Reporting

/// The addresses of a run as its report asks for them.
struct RunAddresses: RunReport.Addresses {
    let sealed: SealedAddresses

    func lines(_ range: Range<Int>) throws -> [(line: Int, address: String)] {
        do throws(SealedRows.Failure) { return try sealed.lines(range) } catch { throw JobFailure(error) }
    }
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

            Without a run the latest is shown. Bounces and complaints that were collected since are in it.
            """
    )

    @Argument(help: "The run's name; the latest one by default. A job's name stands for its latest run.")
    var name: String?

    @Option(name: .long, help: "text for people; csv has a row for each recipient; json is one object.")
    var format: Format = .text

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("report") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            do {
                try print(
                    try RunReport(run, ledger: site.ledger),
                    RunAddresses(sealed: SealedAddresses(site.folder(of: run)))
                )
            } catch let failure as LedgerFailure {
                throw JobFailure(failure)
            } catch let failure as SealedRows.Failure {
                throw JobFailure(failure)
            }
        }
    }

    private func print(_ report: RunReport, _ addresses: RunAddresses) throws {
        switch format {
        case .text: try Console.write(Array(ReportText(report) { TimeText.local($0) }.make(addresses).utf8))
        case .json: try Console.write(ReportJSON(report) { TimeText.utc($0) }.make(addresses))
        case .csv: try ReportCSV(report) { TimeText.utc($0) }.write(addresses) { try Console.write($0) }
        }
    }
}
