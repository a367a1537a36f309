internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable

/// Today's rules over stored mail, as a person sees it.
struct ReclassifySession {
    let format: OutputFormat
    let isQuiet: Bool

    /// Judges stored mail anew, shows what changes, and applies it when asked to.
    func run(_ site: JobSite, _ choice: ReclassifyJob.Choice, applies: Bool) throws {
        let summary = try ReclassifyJob(site, choice).run(applies: applies) { change in
            guard !isQuiet else { return }
            try Console.write(format == .json ? change.json : Array(change.text.utf8))
        }
        for (file, reason) in summary.unreadable {
            Console.say("martlet collect: \(file) cannot be read (\(reason)); its verdict stays as it is")
        }
        guard !isQuiet else { return }
        try Console.write(format == .json ? summary.json : Array((summary.text + "\n").utf8))
    }
}

extension Reclassification {
    /// For people: the message, and below it each recipient of whom something else is said.
    var text: String {
        let kind = changesKind ? "\(before.record.kind) → \(after.kind)" : after.kind
        var text = "\(before.record.file) (\(before.record.mailbox), \(TimeText.local(before.record.at))): \(kind)"
        text += ", by \(after.rule)\n"
        for recipient in recipients {
            text += "  \(recipient.address ?? "nobody named"): \(Self.words(recipient.before)) → "
            text += Self.words(recipient.after) + (recipient.rule.map { ", by \($0)" } ?? "") + "\n"
        }
        return text
    }

    /// For scripts: one object and a line feed.
    var json: [UInt8] {
        let kinds: [RowValue.Member] = [
            .init(name: "file", value: .string(before.record.file)),
            .init(name: "mailbox", value: .string(before.record.mailbox)),
            .init(name: "collected", value: .string(TimeText.utc(before.record.at))),
            .init(name: "kind_before", value: .string(before.record.kind)),
            .init(name: "kind_after", value: .string(after.kind)), .init(name: "rule", value: .string(after.rule)),
        ]
        let changed = recipients.map { recipient -> RowValue in
            var members: [RowValue.Member] = []
            if let address = recipient.address { members.append(.init(name: "address", value: .string(address))) }
            if let before = recipient.before { members.append(.init(name: "before", value: Self.object(before))) }
            if let after = recipient.after { members.append(.init(name: "after", value: Self.object(after))) }
            if let rule = recipient.rule { members.append(.init(name: "rule", value: .string(rule))) }
            return .object(members)
        }
        var output: [UInt8] = []
        JSONText.append(.object(kinds + [.init(name: "recipients", value: .list(changed))]), to: &output)
        return output + [0x0A]
    }

    private static func words(_ verdict: RecordedVerdict?) -> String {
        guard let verdict else { return "not named" }
        let parts = [
            verdict.deliveryClass, verdict.reason, verdict.status, verdict.reply.map { "\($0)" },
            verdict.matchedBy.map { "tied by \($0)" } ?? "tied to nobody",
            verdict.effect == .none ? "counts for nothing" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    private static func object(_ verdict: RecordedVerdict) -> RowValue {
        let fields: [(String, RowValue?)] = [
            ("class", verdict.deliveryClass.map { .string($0) }), ("reason", verdict.reason.map { .string($0) }),
            ("status", verdict.status.map { .string($0) }), ("reply", verdict.reply.map { .number("\($0)") }),
            ("matched_by", verdict.matchedBy.map { .string($0) }), ("effect", .string("\(verdict.effect)")),
        ]
        return .object(fields.compactMap { name, value in value.map { .init(name: name, value: $0) } })
    }
}

extension ReclassifySummary {
    /// For people, on a few lines.
    var text: String {
        var text = "\(judged) messages judged anew, \(changed) \(isApplied ? "changed" : "would change")"
        if !unreadable.isEmpty { text += ", \(unreadable.count) could not be read" }
        if !suppressed.isEmpty { text += "\nonto the suppression list: \(Self.list(suppressed))" }
        if !released.isEmpty { text += "\noff the suppression list: \(Self.list(released))" }
        if changed > 0, !isApplied { text += "\nnothing was changed; run it with --apply to change it" }
        return text
    }

    /// For scripts: one object and a line feed.
    var json: [UInt8] {
        let members: [RowValue.Member] = [
            .init(name: "judged", value: .number("\(judged)")), .init(name: "changed", value: .number("\(changed)")),
            .init(name: "unreadable", value: .list(unreadable.map { .string($0.file) })),
            .init(name: "suppressed", value: .list(suppressed.map { .string($0) })),
            .init(name: "released", value: .list(released.map { .string($0) })),
            .init(name: "applied", value: .bool(isApplied)),
        ]
        var output: [UInt8] = []
        JSONText.append(.object(members), to: &output)
        return output + [0x0A]
    }

    private static func list(_ addresses: [String]) -> String {
        let shown = addresses.prefix(20).joined(separator: ", ")
        return addresses.count > 20 ? "\(shown) and \(addresses.count - 20) more" : shown
    }
}
