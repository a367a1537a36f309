internal import Ledger
internal import MailJobs
internal import MailModel
internal import RecipientTable
internal import Reporting

/// The story of an address as one JSON object.
enum WhyJSON {
    /// The object and a line feed.
    static func make(_ story: RecipientStory) -> [UInt8] {
        let value = object([
            ("address", .string(story.address)), ("suppressions", .list(story.suppressions.map(suppression))),
            ("runs", .list(story.chapters.map(chapter))),
        ])
        var output: [UInt8] = []
        JSONText.append(value, to: &output)
        return output + [0x0A]
    }

    private static func suppression(_ entry: Suppression) -> RowValue {
        object([
            ("kind", .string("\(entry.kind)")), ("value", .string(entry.value)), ("reason", .string(entry.reason)),
            ("source", .string(entry.source)), ("at", time(entry.at)), ("expires", entry.expires.map(time)),
            ("note", entry.note.map { .string($0) }),
        ])
    }

    private static func chapter(_ chapter: RecipientStory.Chapter) -> RowValue {
        object([
            ("run", .string(chapter.run.name)), ("job", .string(chapter.run.job)),
            ("occurrence", .string(chapter.run.occurrence)), ("sealed", time(chapter.run.created)),
            ("recipient", number(Int(chapter.seq))), ("line", chapter.line.map(number)),
            ("address", .string(chapter.address)),
            ("class", .string(chapter.recipientClass.rawValue)),
            ("attempts", number(chapter.facts.tries)), ("next_attempt", chapter.facts.nextAttempt.map(time)),
            ("events", .list(chapter.history.map(event))), ("verdicts", .list(chapter.verdicts.map(verdict))),
        ])
    }

    private static func event(_ entry: HistoryEntry) -> RowValue {
        var members: [(String, RowValue?)] = [
            ("at", time(entry.at)), ("attempt", number(Int(entry.attempt))), ("event", .string(entry.event.name)),
            ("step", entry.phase.map { .string($0.phrase) }), ("words", entry.words.map { .string(words($0)) }),
        ]
        if case .cause(.reply(let reply)) = entry.words {
            members.append(("reply", number(Int(reply.code.rawValue))))
            members.append(("status", reply.status.map { .string($0.description) }))
        }
        members += session(entry)
        if let sent = entry.sent { members.append(("sent", self.sent(sent))) }
        return object(members)
    }

    private static func session(_ entry: HistoryEntry) -> [(String, RowValue?)] {
        guard let session = entry.sessionFacts else { return [] }
        let form = entry.sent?.facts.form ?? []
        let steps = entry.phase.map { DialogueShape.steps(upTo: $0, in: session, form: form) } ?? []
        return [
            ("server", .string(session.host)), ("endpoint", .string(session.endpoint)),
            ("tls", session.tls.map { .string($0) }), ("auth", session.authMechanism.map { .string($0) }),
            ("dialogue", .list(steps.map { .string($0) })),
        ]
    }

    private static func sent(_ sent: SentRecord) -> RowValue {
        object([
            ("date", time(Timestamp(rawValue: sent.facts.date * 1_000))),
            ("sha256", .string(sent.facts.digest.hexadecimal)),
            ("eight_bit", .bool(sent.facts.form.contains(.eightBit))),
            ("smtputf8", .bool(sent.facts.form.contains(.smtpUTF8))),
            ("signed", .bool(sent.facts.form.contains(.signed))), ("revision", number(Int(sent.revision))),
        ])
    }

    /// What a collected message says about the recipient.
    static func verdict(_ listed: ListedVerdict) -> RowValue {
        let verdict = listed.verdict
        return object([
            ("at", time(listed.at)), ("kind", .string(listed.kind)), ("rule", .string(listed.rule)),
            ("mailbox", .string(listed.mailbox)), ("file", .string(listed.file)),
            ("effect", .string("\(verdict.effect)")), ("class", verdict.deliveryClass.map { .string($0) }),
            ("status", verdict.status.map { .string($0) }), ("reply", verdict.reply.map(number)),
            ("reason", verdict.reason.map { .string($0) }), ("words", verdict.text.map { .string($0) }),
            ("matched_by", verdict.matchedBy.map { .string($0) }), ("confidence", number(verdict.confidence)),
        ])
    }

    /// The words about an attempt.
    static func words(_ words: RecordedWords) -> String {
        switch words {
        case .cause(let cause): cause.words
        case .note(let text): text
        }
    }

    /// A point in time.
    static func time(_ time: Timestamp) -> RowValue { .string(TimeText.utc(time)) }

    /// A number.
    static func number(_ value: Int) -> RowValue { .number(String(value)) }

    /// An object of the members that have a value.
    static func object(_ members: [(String, RowValue?)]) -> RowValue {
        .object(members.compactMap { name, value in value.map { RowValue.Member(name: name, value: $0) } })
    }
}
