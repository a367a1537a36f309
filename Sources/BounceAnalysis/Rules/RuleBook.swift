/// All rule tables, compiled once.
package struct RuleBook: Sendable {
    /// The tables that come with the program.
    package static let builtIn = RuleBook()

    let reasons: RuleSet
    let reasonOfRule: [BounceReason]
    let phases: RuleSet
    let phaseOfRule: [SMTPPhase]
    let announcements: RuleSet
    let isDelay: [Bool]
    let boundaries: RuleSet
    let autoReplies: RuleSet
    private let reasonOfStatus: [Int: BounceReason]
    /// Place of each reason in the order in which equal weights are decided.
    let rank: [BounceReason: Int]

    private init() {
        reasons = RuleSet([
            addressReasonRules, mailboxReasonRules, contentReasonRules, policyReasonRules, systemReasonRules,
        ])
        reasonOfRule = reasons.rules.map { BounceReason(rawValue: $0.meaning) ?? .undefined }
        phases = RuleSet([phaseRules])
        phaseOfRule = phases.rules.map { SMTPPhase(rawValue: $0.meaning) ?? .connect }
        announcements = RuleSet([announcementRules])
        isDelay = announcements.rules.map { $0.meaning == "delayed" }
        boundaries = RuleSet([boundaryRules])
        autoReplies = RuleSet([autoReplyRules])
        var statuses: [Int: BounceReason] = [:]
        for line in statusRules.split(separator: "\n") {
            let columns = line.split(separator: " ")
            let numbers = columns[0].split(separator: ".").compactMap { Int($0) }
            if columns.count == 2, numbers.count == 2 {
                statuses[numbers[0] * 1000 + numbers[1]] = BounceReason(rawValue: String(columns[1]))
            }
        }
        reasonOfStatus = statuses
        rank = Dictionary(uniqueKeysWithValues: Self.order.enumerated().map { ($1, $0) })
    }

    /// The reason that a status code names, when it names one.
    func reason(of status: CodeScanner.Status) -> BounceReason? {
        reasonOfStatus[status.subject * 1000 + status.detail]
    }

    /// Number of rules in all tables.
    package var ruleCount: Int {
        reasons.rules.count + phases.rules.count + announcements.rules.count + boundaries.rules.count
            + autoReplies.rules.count
    }

    /// The tables, for checks of the data.
    package var tables: [RuleSet] { [reasons, phases, announcements, boundaries, autoReplies] }

    /// More telling reasons first: a refusal often also says the less telling one.
    private static let order: [BounceReason] = [
        .suppressed, .mailboxFull, .messageTooBig, .exceedLimit, .suspend, .hasMoved, .noRelaying, .authFailure,
        .notAccept, .userUnknown, .filtered, .requirePTR, .notCompliantRFC, .badReputation, .contentError, .rejected,
        .hostUnknown, .spamDetected, .virusDetected, .speeding, .tooManyConnections, .blocked, .policyViolation,
        .failedSTARTTLS, .systemFull, .networkError, .mailerError, .systemError, .securityError, .expired,
        .syntaxError, .onHold, .undefined,
    ]
}
