internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel

/// `martlet why ADDRESS`: everything that is known of one person.
struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Show what happened to an address: every attempt, reply, bounce and suppression, run by run.",
        discussion: """
            Example:
              martlet why zoe.martin@example.com
            """
    )

    @Argument(help: "The address.")
    var address: String

    @Option(name: .customLong("run"), help: ArgumentHelp("Look into this run only.", valueName: "name"))
    var name: String?

    @Option(name: .long, help: "Look into so many of the latest runs.")
    var runs = 20

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if runs < 1 { throw ValidationError("--runs takes a number from 1 up") }
    }

    mutating func run() throws {
        try Guarded.run("why") {
            let site = try self.site.open()
            let search = try RecipientSearch(address)
            let limit = runs
            let records =
                try name.map { [try RunFinder.run($0, in: site)] }
                ?? site.withLedger { ledger throws(LedgerFailure) in try ledger.runs(limit: limit) }
            var isKnown = try say(suppressionOf: search.canonicalForm, in: site)
            for record in records {
                for found in try search.recipients(in: site.folder(of: record)) {
                    try show(found, of: record, in: site)
                    isKnown = true
                }
            }
            guard isKnown else {
                throw JobFailure(.usage, "\(address): not in the last \(records.count) runs, and not suppressed")
            }
        }
    }

    private func say(suppressionOf canonical: String, in site: JobSite) throws -> Bool {
        let entry = try site.withLedger { ledger throws(LedgerFailure) in try ledger.suppression(of: canonical) }
        guard let entry else { return false }
        let end = entry.expires.map { ", until \(TimeText.local($0))" } ?? ""
        try print("suppressed: \(entry.reason), since \(TimeText.local(entry.at))\(end) (\(entry.source))")
        return true
    }

    private func show(_ found: RecipientSearch.Found, of run: RunRecord, in site: JobSite) throws {
        let (facts, history, verdicts) = try site.withLedger { ledger throws(LedgerFailure) in
            (
                try ledger.recipient(found.seq, in: run.number), try ledger.history(of: found.seq, in: run.number),
                try ledger.verdicts(on: found.seq, in: run.number)
            )
        }
        let state = facts.map { "\($0.state)" } ?? "unknown"
        try print("run \(run.name), line \(found.line) of the list, \(found.address): \(state)")
        for entry in history { try print("  " + Self.line(entry)) }
        if let due = facts?.nextAttempt { try print("  the next attempt is due at \(TimeText.local(due))") }
        for listed in verdicts {
            let verdict = listed.verdict
            let words = [verdict.deliveryClass, verdict.status, verdict.reason, verdict.text].compactMap(\.self)
            let tie = verdict.matchedBy.map { ", matched by \($0)" } ?? ""
            try print("  \(TimeText.local(listed.at))  \(listed.kind): \(words.joined(separator: " "))\(tie)")
            try print("      rule \(listed.rule), \(listed.file)")
        }
    }

    private static func line(_ entry: HistoryEntry) -> String {
        var text = "\(TimeText.local(entry.at))  attempt \(entry.attempt): \(entry.event)"
        if let session = entry.sessionFacts {
            text += " by \(session.host) (\(session.endpoint), \(session.tls ?? "no TLS"))"
        }
        switch entry.words {
        case .cause(let cause): text += entry.phase.map { ", at \($0.phrase): \(cause.words)" } ?? ": \(cause.words)"
        case .note(let words): text += ": \(words)"
        case nil: break
        }
        return text
    }

    private func print(_ line: String) throws { try Console.write(Array((line + "\n").utf8)) }
}
