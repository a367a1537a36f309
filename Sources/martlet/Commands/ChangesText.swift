internal import Ledger
internal import MailJobs

/// What came of accepting changes, for a person.
enum ChangesText {
    /// The words; a line each for those whose change came too late.
    static func text(_ run: RunRecord, _ changes: AcceptedChanges?) -> String {
        guard let changes else { return "run \(run.name): nothing has changed since it was sealed" }
        let parts = [
            (changes.changed, "changed"), (changes.added, "added"), (changes.cancelled, "taken out"),
            (changes.tooLateCount, "too late"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let rows = parts.isEmpty ? "the rows are the same" : parts.joined(separator: ", ")
        var lines = ["run \(run.name): changes accepted (revision \(run.revision)): \(rows)"]
        for entry in changes.tooLate {
            let what = entry.isRemoved ? "off the list now" : "changed"
            let state = entry.state == .inDoubt ? "in doubt" : "\(entry.state)"
            lines.append("    \(entry.address), line \(entry.line): \(what), but it is \(state) already and stays so")
        }
        let rest = changes.tooLateCount - changes.tooLate.count
        if rest > 0 { lines.append("    … and \(rest) more") }
        return lines.joined(separator: "\n")
    }
}
