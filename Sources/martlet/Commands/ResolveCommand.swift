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
              martlet resolve activation-20261123T0900Z
              martlet resolve activation-20261123T0900Z --by-evidence
              martlet resolve activation-20261123T0900Z --as resend --only zoe.martin@example.com --by 王芳

            Without --as and --by-evidence they are listed with what is known. Mail that came back and holds a token or a \
            Message-ID of ours settles a doubt by itself; --by-evidence takes reports that only name the address too. \
            With `resend` the run is open again: `martlet run` sends to them, and some may get the message twice.
            """
    )

    @Argument(help: "The run's name, or a job's for its latest run.")
    var name: String

    @Option(name: .customLong("as"), help: "What they are taken for: accepted, resend, failed or cancelled.")
    var decision: Decision?

    @Flag(name: .long, help: "Settle those of whom mail has come back: it proves that the message was accepted.")
    var byEvidence = false

    @Option(name: .long, help: ArgumentHelp("Only this recipient.", valueName: "address"))
    var only: String?

    @OptionGroup var person: PersonOption

    @Option(name: .long, help: "How they are listed: text for people; json is one object a line.")
    var format: OutputFormat = .text

    @Flag(name: .long, help: "Settle what a restored backup holds of this run, or of this job: see Docs/Keeping.md.")
    var restored = false

    @Flag(name: .long, help: "With --restored: nothing was sent after the backup was made.")
    var nothingSentSince = false

    @OptionGroup var site: SiteOptions

    mutating func validate() throws {
        if decision != nil, byEvidence { throw ValidationError("--as and --by-evidence are two ways; say one of them") }
    }

    mutating func run() throws {
        try Guarded.run("resolve") {
            let site = try self.site.open()
            if restored { return try ResolveRestored.run(name, nothingSentSince: nothingSentSince, in: site) }
            let run = try RunFinder.run(name, in: site)
            let wanted = try only.map { Set(try RecipientSearch($0).recipients(in: site.folder(of: run)).map(\.seq)) }
            if byEvidence { return try settleByEvidence(wanted, in: run, site) }
            let doubts = try Doubt.all(in: run, only: wanted, of: site)
            if let decision { try settle(doubts, as: decision, in: run, site) } else { try list(doubts, of: run) }
        }
    }

    private func settle(_ doubts: [Doubt], as decision: Decision, in run: RunRecord, _ site: JobSite) throws {
        if decision == .resend, run.state == .cancelled {
            throw JobFailure(.usage, "run \(run.name) is cancelled: nothing of it is sent again")
        }
        let words = "settled by \(person.name) as \(decision.rawValue)"
        let count = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.resolve(
                doubts.map(\.facts.seq),
                in: run.number,
                as: decision.resolution,
                because: words,
                at: .now
            )
        }
        Console.say("run \(run.name): \(count) recipients settled as \(decision.rawValue)")
    }

    private func settleByEvidence(_ wanted: Set<UInt32>?, in run: RunRecord, _ site: JobSite) throws {
        let name = person.name
        let count = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.resolveByEvidence(wanted, in: run.number, provenOnly: false, by: name, at: .now)
        }
        Console.say("run \(run.name): \(count) recipients settled as accepted, by what came back")
    }

    private func list(_ doubts: [Doubt], of run: RunRecord) throws {
        if doubts.isEmpty { return Console.say("run \(run.name): nobody is in doubt") }
        for doubt in doubts { try Console.write(format == .json ? doubt.json(run) : Array(doubt.text.utf8)) }
    }
}
