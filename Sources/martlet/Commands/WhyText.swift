internal import Ledger
internal import MailJobs
internal import MailModel
internal import Reporting

/// The story of an address as a person reads it: for each run one timeline.
enum WhyText {
    /// The whole text.
    static func make(_ story: RecipientStory) -> String {
        var text = ""
        for entry in story.suppressions { text += "suppressed: \(words(entry))\n" }
        for chapter in story.chapters { text += make(chapter) }
        return text
    }

    private static func words(_ entry: Suppression) -> String {
        let what = entry.kind == .domain ? "the domain \(entry.value): " : ""
        let end = entry.expires.map { ", until \(TimeText.local($0))" } ?? ""
        let note = entry.note.map { ": \($0)" } ?? ""
        return "\(what)\(entry.reason), since \(TimeText.local(entry.at))\(end) (\(entry.source))\(note)"
    }

    private static func make(_ chapter: RecipientStory.Chapter) -> String {
        let place = chapter.line.map { "line \($0) of the list" } ?? "no longer on the list"
        let outcome = chapter.recipientClass.words
        var text = "run \(chapter.run.name), \(place), \(chapter.address): \(outcome)\n"
        text += "  \(TimeText.local(chapter.run.created))  sealed as recipient \(chapter.seq)\n"
        var lines = chapter.history.map { ($0.at, self.lines($0)) }
        lines += chapter.verdicts.map { ($0.at, self.lines($0)) }
        // Stable: what happened within one millisecond stays in its order.
        let order = lines.indices.sorted { (lines[$0].0, $0) < (lines[$1].0, $1) }
        for place in order { text += lines[place].1.map { "  \($0)\n" }.joined() }
        // Who was never claimed has no entry of his own when his run is cancelled.
        if chapter.facts.state == .cancelled, lines.isEmpty, let note = chapter.run.note {
            let when = chapter.run.finished.map { TimeText.local($0) } ?? ""
            text += "  \(when)  cancelled: \(note)\n"
        }
        if let due = chapter.facts.nextAttempt { text += "  \(TimeText.local(due))  the next attempt is due\n" }
        return text
    }

    private static func lines(_ entry: HistoryEntry) -> [String] {
        var text = "\(TimeText.local(entry.at))  attempt \(entry.attempt): \(entry.event.words)"
        if let session = entry.sessionFacts {
            text += " by \(session.host) (\(session.endpoint), \(session.tls ?? "no TLS"))"
        }
        switch entry.words {
        case .cause(let cause): text += entry.phase.map { ", at \($0.phrase): \(cause.words)" } ?? ": \(cause.words)"
        case .note(let words): text += ": \(words)"
        case nil: break
        }
        var lines = [text]
        if let phase = entry.phase, entry.sessionFacts != nil {
            let steps = DialogueShape.steps(upTo: phase, in: entry.sessionFacts, form: entry.sent?.facts.form ?? [])
            lines.append("    " + steps.joined(separator: " > "))
        }
        if let sent = entry.sent {
            let date = TimeText.local(Timestamp(rawValue: sent.facts.date * 1_000))
            let revision = sent.revision > 0 ? ", revision \(sent.revision)" : ""
            lines.append("    dated \(date)\(revision), SHA-256 \(sent.facts.digest.hexadecimal)")
        }
        return lines
    }

    private static func lines(_ listed: ListedVerdict) -> [String] {
        let verdict = listed.verdict
        let words = [verdict.deliveryClass, verdict.status, verdict.reason, verdict.text].compactMap(\.self)
        let tie = verdict.matchedBy.map { ", matched by \($0)" } ?? ""
        return [
            "\(TimeText.local(listed.at))  \(listed.kind): \(words.joined(separator: " "))\(tie)",
            "    rule \(listed.rule), mailbox \(listed.mailbox), \(listed.file)",
        ]
    }
}

extension RecipientStory.Chapter {
    /// The one class of a report that the recipient is in.
    var recipientClass: RecipientClass {
        let strongest = verdicts.map(\.verdict.effect).max { $0.rawValue < $1.rawValue }
        return RecipientClass(facts.state, effect: strongest ?? .none)
    }
}

extension HistoryEntry.Event {
    /// How a person reads it.
    var words: String {
        switch self {
        case .deferred: "deferred"
        case .failed: "failed"
        case .inDoubt: "in doubt"
        case .released: "not processed, given back"
        case .accepted: "accepted"
        case .suppressed: "suppressed"
        case .cancelled: "cancelled"
        case .recovered: "planned again"
        case .settledAccepted: "settled as accepted"
        case .settledResend: "settled: to be sent again"
        case .settledFailed: "settled as failed"
        case .settledCancelled: "settled: taken out"
        }
    }

    /// How scripts read it; these names never change.
    var name: String {
        switch self {
        case .deferred: "deferred"
        case .failed: "failed"
        case .inDoubt: "in_doubt"
        case .released: "released"
        case .accepted: "accepted"
        case .suppressed: "suppressed"
        case .cancelled: "cancelled"
        case .recovered: "recovered"
        case .settledAccepted: "settled_accepted"
        case .settledResend: "settled_resend"
        case .settledFailed: "settled_failed"
        case .settledCancelled: "settled_cancelled"
        }
    }
}
