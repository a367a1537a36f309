internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable

/// A recipient of whom nobody knows whether it got the message, with the facts.
struct Doubt {
    var facts: RecipientFacts
    /// Its row; nil when the sealed list cannot be read.
    var entry: (line: Int, address: String)?
    /// What came back since.
    var verdicts: [ListedVerdict]

    /// All doubts of a run.
    ///
    /// - Throws: `JobFailure` when ledger or list cannot be read.
    static func all(in run: RunRecord, only wanted: Set<UInt32>?, of site: JobSite) throws -> [Doubt] {
        let addresses: SealedAddresses
        do throws(SealedRows.Failure) { addresses = try SealedAddresses(site.folder(of: run)) } catch {
            throw JobFailure(error)
        }
        var doubts: [Doubt] = []
        var next: UInt32 = 0
        while true {
            let first = next
            let page = try site.withLedger { ledger throws(LedgerFailure) in
                try ledger.recipients(in: run.number, states: [.inDoubt], from: first)
            }
            guard let last = page.last else { return doubts }
            for facts in page where wanted?.contains(facts.seq) ?? true {
                let verdicts = try site.withLedger { ledger throws(LedgerFailure) in
                    try ledger.verdicts(on: facts.seq, in: run.number)
                }
                let seq = Int(facts.seq)
                let entry = try RunAddresses(sealed: addresses).lines(seq..<seq + 1).first
                doubts.append(Doubt(facts: facts, entry: entry, verdicts: verdicts))
            }
            next = last.seq + 1
        }
    }

    private var words: String { facts.words.map(WhyJSON.words) ?? "no reply came" }

    private var steps: [String] {
        guard let phase = facts.phase else { return [] }
        return DialogueShape.steps(upTo: phase, in: facts.sessionFacts, form: facts.sent?.facts.form ?? [])
    }

    /// For a person: a line, how far it got, and a line for each message that came back.
    var text: String {
        let line = entry.map { $0.line > 0 ? ", line \($0.line)" : ", no longer on the list" } ?? ""
        let place = (entry?.address ?? "recipient \(facts.seq)") + line
        let server = facts.sessionFacts.map { " by \($0.host) (\($0.endpoint), \($0.tls ?? "no TLS"))" } ?? ""
        let time = facts.at.map { ", \(TimeText.local($0))" } ?? ""
        var text = "\(place): attempt \(facts.attempt)\(server)\(time): \(words)\n"
        if !steps.isEmpty { text += "    \(steps.joined(separator: " > "))\n" }
        for listed in verdicts {
            let tie = listed.verdict.matchedBy.map { ", matched by \($0)" } ?? ""
            text += "    since then: \(listed.kind)\(tie), \(TimeText.local(listed.at)), \(listed.file)\n"
        }
        return text
    }

    /// For scripts: one object and a line feed.
    func json(_ run: RunRecord) -> [UInt8] {
        let session = facts.sessionFacts
        let line = entry.flatMap { $0.line > 0 ? $0.line : nil }
        let value = WhyJSON.object([
            ("run", .string(run.name)), ("recipient", WhyJSON.number(Int(facts.seq))),
            ("address", entry.map { .string($0.address) }), ("line", line.map(WhyJSON.number)),
            ("attempt", WhyJSON.number(Int(facts.attempt))), ("at", facts.at.map(WhyJSON.time)),
            ("words", .string(words)), ("step", facts.phase.map { .string($0.phrase) }),
            ("server", session.map { .string($0.host) }), ("endpoint", session.map { .string($0.endpoint) }),
            ("tls", session?.tls.map { .string($0) }),
            ("dialogue", steps.isEmpty ? nil : .list(steps.map { .string($0) })),
            ("since", .list(verdicts.map(WhyJSON.verdict))),
        ])
        var output: [UInt8] = []
        JSONText.append(value, to: &output)
        return output + [0x0A]
    }
}
