package import MailModel

/// Which outcomes of a recipient are right.
package struct OutcomePattern: Sendable {
    /// The kinds of outcome.
    package enum Kind: Sendable, Hashable {
        case accepted
        case deferred
        case failed
        case inDoubt
        case released

        init(_ outcome: RecipientOutcome) {
            switch outcome {
            case .accepted: self = .accepted
            case .deferred: self = .deferred
            case .failed: self = .failed
            case .inDoubt: self = .inDoubt
            case .released: self = .released
            }
        }
    }

    /// The kinds that are right.
    package var kinds: Set<Kind>
    /// The reply code that must stand in the outcome, when it is of the first kind; nil for any cause.
    package var code: UInt16?
    /// The enhanced status code that must stand in the reply.
    package var status: String?
    /// Words of the server that must stand in the reply.
    package var words: String?

    /// Outcomes by kind alone.
    package static func any(of kinds: Kind...) -> OutcomePattern { OutcomePattern(kinds: Set(kinds)) }

    /// Accepted.
    package static var accepted: OutcomePattern { OutcomePattern(kinds: [.accepted]) }

    /// The connection was lost before the last byte: to be tried again, as an attempt or not.
    package static var triedAgain: OutcomePattern { OutcomePattern(kinds: [.deferred, .released]) }

    /// In doubt.
    package static var inDoubt: OutcomePattern { OutcomePattern(kinds: [.inDoubt]) }

    /// A message that comes behind a lost connection: delivered over another one, or given back.
    package static var acceptedOrTriedAgain: OutcomePattern {
        OutcomePattern(kinds: [.accepted, .deferred, .released])
    }

    /// Refused for good, by this reply.
    package static func failed(_ code: UInt16, status: String? = nil, words: String? = nil) -> OutcomePattern {
        OutcomePattern(kinds: [.failed], code: code, status: status, words: words)
    }

    /// Refused for now, by this reply.
    package static func deferred(_ code: UInt16, status: String? = nil, words: String? = nil) -> OutcomePattern {
        OutcomePattern(kinds: [.deferred], code: code, status: status, words: words)
    }

    /// What is wrong with an outcome.
    ///
    /// - Parameter outcome: what a transport reported.
    /// - Returns: the end of a sentence about the recipient; nil when the outcome is right.
    package func complaint(about outcome: RecipientOutcome) -> String? {
        guard kinds.contains(Kind(outcome)) else { return "is \(outcome), \(kinds) was expected" }
        guard let code else { return nil }
        guard case .reply(let reply) = outcome.cause else { return "carries no reply: \(outcome)" }
        if reply.code.rawValue != code { return "carries \(reply), \(code) was expected" }
        if let status, reply.status?.description != status { return "has status \(reply.status as Any), not \(status)" }
        if let words, !reply.text.contains(words) { return "lacks the server's words \"\(words)\": \(reply)" }
        return nil
    }
}

extension RecipientOutcome {
    /// Why it did not succeed; the reply itself when it did.
    package var cause: FailureCause {
        switch self {
        case .accepted(let reply): .reply(reply)
        case .deferred(let cause), .failed(let cause), .inDoubt(let cause), .released(let cause): cause
        }
    }
}
