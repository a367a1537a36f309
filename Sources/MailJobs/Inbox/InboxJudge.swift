internal import BounceAnalysis
internal import Ledger
internal import MailModel

/// Says which collected messages people wrote on purpose, and what is recorded of them.
struct InboxJudge {
    private let rules: InboxRules

    init(_ rules: InboxRules) { self.rules = rules }

    /// Takes a message for what it came for: mail to an address of ours that is no report and no automatic answer.
    ///
    /// - Returns: what it came for; nil for mail that nobody wrote on purpose.
    func purpose(of mail: inout StoredMail) -> InboxRules.Purpose? {
        guard mail.quarantine == nil, mail.inbound != nil else { return nil }
        switch mail.verdict.kind {
        case .bounce, .delayed, .autoReply, .complaint: return nil
        case .unsubscribe: return nil
        case .confirmation, .notABounce: break
        }
        guard let purpose = rules.purpose(of: mail.verdict) else { return nil }
        mail.verdict.kind = .confirmation
        switch purpose {
        case .answer(_, let address), .signUp(let address):
            mail.verdict.evidence = Evidence(rule: "address", line: address)
        }
        return purpose
    }

    /// What is recorded in the inbox.
    ///
    /// - Parameters:
    ///   - mail: the message.
    ///   - purpose: what it came for; nil for a wish to leave.
    ///   - recipient: whom it was tied to.
    /// - Returns: the record; nil for mail that nobody wrote on purpose.
    func record(
        _ mail: StoredMail,
        _ purpose: InboxRules.Purpose?,
        _ recipient: RecipientMatch?
    ) -> InboxRecord? {
        guard mail.quarantine == nil, let inbound = mail.inbound else { return nil }
        var kind = "confirmation"
        var job: String?
        switch purpose {
        case .answer(let expectation, _): job = expectation.job
        case .signUp: kind = "sign-up"
        case nil where mail.verdict.kind == .unsubscribe: kind = "unsubscribe"
        case nil: return nil
        }
        let trust = SenderTrust(inbound.authenticationResults, by: rules.trustedHost, domain: inbound.domain)
        var record = InboxRecord(
            key: mail.fingerprint.key(uid: mail.uid),
            kind: kind,
            sender: inbound.sender,
            matched: recipient?.means.rawValue ?? "none",
            trust: trust.rawValue
        )
        record.name = inbound.name
        record.subject = inbound.subject
        record.run = recipient?.run
        record.seq = recipient?.seq
        record.job = job
        record.held = heldBecause(inbound, kind: kind, trust, isMatched: recipient != nil)
        return record
    }

    /// Why nobody is told of a message; nil when somebody is.
    private func heldBecause(
        _ inbound: InboundMail,
        kind: String,
        _ trust: SenderTrust,
        isMatched: Bool
    ) -> String? {
        if let sign = inbound.machineSign { return "a machine wrote it: \(sign)" }
        if rules.own.contains(inbound.sender) { return "it comes from an address of ours" }
        switch kind {
        case "sign-up":
            if inbound.sender.isEmpty { return "it has no sender" }
            if rules.requiresTrust, trust != .authenticated { return "its sender was not authenticated" }
            return trust == .failed ? "its sender did not send it, by the word of the server" : nil
        case "confirmation": return isMatched ? nil : "it names no recipient: neither token nor code is there"
        default: return isMatched ? nil : "it names no recipient"
        }
    }
}
