internal import ArgumentParser
internal import Ledger
internal import MailJobs
internal import MailModel

/// `martlet resolve RUN`: settles recipients of whom nobody knows whether they got the message.
struct ResolveCommand: ParsableCommand {
    /// What the recipients are taken for.
    enum Decision: String, ExpressibleByArgument, CaseIterable {
        case accepted
        case resend
        case failed
        case cancelled

        var resolution: Resolution {
            switch self {
            case .accepted: .accepted
            case .resend: .resend
            case .failed: .failed
            case .cancelled: .cancelled
            }
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "List who is in doubt in a run, or settle them: the last byte left and no reply came.",
        discussion: """
            Example:
              martlet resolve activation-20261123T0900Z --as resend --only zoe.martin@example.com

            Without --as they are listed with what is known. With `resend` the run is open again: `martlet run` sends to \
            them, and some may get the message twice.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @Option(name: .customLong("as"), help: "What they are taken for: accepted, resend, failed or cancelled.")
    var decision: Decision?

    @Option(name: .long, help: ArgumentHelp("Only this recipient.", valueName: "address"))
    var only: String?

    @OptionGroup var site: SiteOptions

    mutating func run() throws {
        try Guarded.run("resolve") {
            let site = try self.site.open()
            let run = try RunFinder.run(name, in: site)
            let wanted = try only.map { Set(try RecipientSearch($0).recipients(in: site.folder(of: run)).map(\.seq)) }
            var doubts: [RecipientFacts] = []
            var next: UInt32 = 0
            while true {
                let first = next
                let page = try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.recipients(in: run.number, states: [.inDoubt], from: first)
                }
                guard let last = page.last else { break }
                doubts += page.filter { wanted?.contains($0.seq) ?? true }
                next = last.seq + 1
            }
            if let decision { try settle(doubts, as: decision, in: run, site) } else { try list(doubts, of: run, site) }
        }
    }

    private func settle(_ doubts: [RecipientFacts], as decision: Decision, in run: RunRecord, _ site: JobSite) throws {
        let seqs = doubts.map(\.seq)
        let count = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.resolve(
                seqs,
                in: run.number,
                as: decision.resolution,
                because: "settled by hand as \(decision.rawValue)",
                at: .now
            )
        }
        Console.say("run \(run.name): \(count) recipients settled as \(decision.rawValue)")
    }

    private func list(_ doubts: [RecipientFacts], of run: RunRecord, _ site: JobSite) throws {
        guard !doubts.isEmpty else { return Console.say("run \(run.name): nobody is in doubt") }
        let addresses: SealedAddresses
        do throws(SealedRows.Failure) { addresses = try SealedAddresses(site.folder(of: run)) } catch {
            throw JobFailure(error)
        }
        for facts in doubts {
            let seq = Int(facts.seq)
            let entry = try RunAddresses(sealed: addresses).lines(seq..<seq + 1).first
            let place = entry.map { "\($0.address), line \($0.line)" } ?? "recipient \(seq)"
            let server = facts.sessionFacts.map { " by \($0.host)" } ?? ""
            let time = facts.at.map { ", \(TimeText.local($0))" } ?? ""
            try Console.write(Array("\(place): attempt \(facts.attempt)\(server)\(time): \(Self.words(facts))\n".utf8))
        }
    }

    private static func words(_ facts: RecipientFacts) -> String {
        switch facts.words {
        case .cause(let cause): cause.words
        case .note(let text): text
        case nil: "no reply came"
        }
    }
}
