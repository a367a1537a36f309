/// What a phrase of a report announces.
enum Announcement: String, Sendable {
    case failed
    case delayed
    /// The returned message follows.
    case returned
}

/// All rule tables, compiled once.
///
/// A class, since every message passes it around: one reference instead of a copy of many.
package final class RuleBook: Sendable {
    /// The tables that come with the program.
    package static let builtIn = RuleBook()

    let reasons: RuleSet
    let reasonOfRule: [BounceReason]
    let phases: RuleSet
    let phaseOfRule: [SMTPPhase]
    /// Announcements of failure and delay, and of the returned message: one pass over a text finds all three.
    let announcements: RuleSet
    let meaningOfAnnouncement: [Announcement]
    let autoReplies: RuleSet
    private let reasonOfStatus: [Int: BounceReason]
    /// Place of each reason in the order in which equal weights are decided.
    let rank: [BounceReason: Int]

    private init() {
        reasons = RuleSet([
            addressReasonRules, mailboxReasonRules, contentReasonRules, policyReasonRules, systemReasonRules,
            providerReasonRules, languageReasonRules,
        ])
        reasonOfRule = reasons.rules.map { BounceReason(rawValue: $0.meaning) ?? .undefined }
        phases = RuleSet([phaseRules])
        phaseOfRule = phases.rules.map { SMTPPhase(rawValue: $0.meaning) ?? .connect }
        announcements = RuleSet([announcementRules, languageAnnouncementRules, boundaryRules])
        meaningOfAnnouncement = announcements.rules.map { Announcement(rawValue: $0.meaning) ?? .failed }
        autoReplies = RuleSet([autoReplyRules])
        var statuses: [Int: BounceReason] = [:]
        for line in statusRules.split(separator: "\n") {
            let columns = line.split(separator: " ")
            let numbers = columns[0].split(separator: ".").compactMap { Int($0) }
            // "1.1" holds for every class, "4.7.1" for its own.
            let key = numbers.reduce(0) { $0 * 1000 + $1 }
            if columns.count == 2, numbers.count >= 2 { statuses[key] = BounceReason(rawValue: String(columns[1])) }
        }
        reasonOfStatus = statuses
        rank = Dictionary(uniqueKeysWithValues: Self.order.enumerated().map { ($1, $0) })
    }

    /// The reason that a status code names, when it names one.
    func reason(of status: CodeScanner.Status) -> BounceReason? {
        reasonOfStatus[status.statusClass * 1_000_000 + status.subject * 1000 + status.detail]
            ?? reasonOfStatus[status.subject * 1000 + status.detail]
    }

    /// The rule with an id, in whatever table; for explanations.
    package func rule(_ id: String) -> RuleSet.Rule? {
        for table in tables {
            if let rule = table.rules.first(where: { $0.id == id }) { return rule }
        }
        return nil
    }

    /// Number of rules in all tables.
    package var ruleCount: Int {
        reasons.rules.count + phases.rules.count + announcements.rules.count + autoReplies.rules.count
    }

    /// The tables, for checks of the data.
    package var tables: [RuleSet] { [reasons, phases, announcements, autoReplies] }

    /// More telling reasons first: a refusal often also says the less telling one.
    private static let order: [BounceReason] = [
        .suppressed, .mailboxFull, .messageTooBig, .exceedLimit, .suspend, .hasMoved, .noRelaying, .authFailure,
        .notAccept, .userUnknown, .filtered, .requirePTR, .notCompliantRFC, .badReputation, .contentError, .rejected,
        .hostUnknown, .spamDetected, .virusDetected, .speeding, .tooManyConnections, .blocked, .policyViolation,
        .failedSTARTTLS, .systemFull, .networkError, .mailerError, .systemError, .securityError, .expired,
        .syntaxError, .onHold, .undefined,
    ]
}
