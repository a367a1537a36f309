internal import Ledger
package import MailModel

/// One recipient of a run as reports show it.
package struct RecipientLine: Sendable, Hashable {
    /// The recipient's number; nil for a row that was rejected.
    package var seq: UInt32?
    /// The line of the list.
    package var line: Int?
    /// The address, as the list has it.
    package var address: String
    /// The class.
    package var recipientClass: RecipientClass
    /// How many attempts there were.
    package var attempts: Int
    /// The enhanced status code.
    package var status: String?
    /// The reply code.
    package var reply: Int?
    /// Why: the server's words, or what a bounce says.
    package var words: String?
    /// Why, in the classifier's vocabulary; bounces only.
    package var reason: String?
    /// The server that said it.
    package var server: String?
    /// When.
    package var at: Timestamp?

    /// A row that was rejected.
    init(_ row: RejectedRow) {
        line = row.line.map(Int.init)
        address = row.address ?? ""
        recipientClass = .rejected
        attempts = 0
        words = row.text
    }

    /// A recipient with what the ledger knows of it.
    init(_ facts: RecipientFacts, line: Int, address: String, verdicts: [ListedVerdict]) {
        seq = facts.seq
        // Line 0: not on the list any more.
        self.line = line > 0 ? line : nil
        self.address = address
        let strongest = verdicts.max { $0.verdict.effect.rawValue < $1.verdict.effect.rawValue }
        recipientClass = RecipientClass(facts.state, effect: strongest?.verdict.effect ?? .none)
        attempts = facts.tries
        at = facts.at
        server = facts.sessionFacts?.host
        if recipientClass == .bounced || recipientClass == .complained, let strongest {
            take(strongest)
            return
        }
        switch facts.words {
        case .cause(let cause): take(cause, phase: facts.phase)
        case .note(let text): words = text
        case nil: break
        }
    }

    private mutating func take(_ listed: ListedVerdict) {
        status = listed.verdict.status
        reply = listed.verdict.reply
        reason = listed.verdict.reason
        words = listed.verdict.text ?? listed.kind
        at = listed.at
    }

    private mutating func take(_ cause: FailureCause, phase: SessionPhase?) {
        let step = phase.map { "at \($0.phrase): " } ?? ""
        switch cause {
        case .reply(let answer):
            status = answer.status?.description
            reply = Int(answer.code.rawValue)
            words = answer.description
        case .timeout(let seconds): words = "\(step)no answer within \(seconds) s"
        case .connection(let text), .protocolBreach(let text), .unsupported(let text): words = step + text
        case .routing(let code, let text):
            status = code.description
            words = text
        case .busy(_, let text): words = text
        }
    }
}
