package import MIMECoding

/// What a collected message is, and what it says about whom.
package struct Verdict: Sendable, Equatable {
    /// What kind of message it is.
    package enum Kind: String, Sendable, CaseIterable {
        /// A final failure for at least one recipient.
        case bounce
        /// A warning: the reporting system goes on trying.
        case delayed
        /// A vacation notice, an acknowledgement or a challenge (RFC 3834).
        case autoReply = "auto-reply"
        /// A feedback report of a recipient's complaint (RFC 5965, or a provider's own form).
        case complaint
        /// Mail to a confirmation address: a registration or activation by mail.
        case confirmation
        /// Mail that asks to be taken off the list.
        case unsubscribe
        /// Everything else, read receipts and reports of successful delivery included.
        case notABounce = "not-a-bounce"

        /// The word of the narrower vocabulary (bounce, delayed, auto-reply, complaint, not-a-bounce).
        ///
        /// A wish to leave the list counts as a complaint there, a confirmation as ordinary mail.
        package var coarse: Kind {
            switch self {
            case .bounce, .delayed, .autoReply, .complaint, .notABounce: self
            case .unsubscribe: .complaint
            case .confirmation: .notABounce
            }
        }
    }

    /// How sure the analysis is of the kind.
    package enum Confidence: Int, Sendable, Comparable {
        /// Only one weak sign spoke for it.
        case low
        /// Several signs, or the words of a known mail system.
        case medium
        /// A machine-readable report or an equally definite sign.
        case high

        package static func < (left: Confidence, right: Confidence) -> Bool { left.rawValue < right.rawValue }
    }

    /// What the message is.
    package var kind: Kind
    /// A finer word: `read-receipt`, `success-report`, `challenge-response`, the feedback type of a complaint.
    package var subtype: String?
    /// How sure the kind is.
    package var confidence: Confidence
    /// The rule and the line that decided the kind.
    package var evidence: Evidence
    /// Whom it is about; empty when the message names nobody.
    package var recipients: [RecipientVerdict]
    /// What the message says about the mail it answers, for matching it to a sent message.
    package var references: References
    /// What had to be tolerated or was cut off while reading.
    package var diagnostics: [Diagnostic]
}

/// A rule and the words that it decided on.
package struct Evidence: Sendable, Equatable {
    /// The rule's id, as in the rule tables; `dsn.action`, `arf` and the like name the standard's own fields.
    package var rule: String
    /// The words of the message that decided, at most 512 bytes.
    package var line: String

    package init(rule: String, line: String) {
        self.rule = rule
        self.line = line
    }
}

/// Something about the message that the reader had to tolerate or cut off.
package enum Diagnostic: Sendable, Equatable {
    /// The message's form was broken, or it exceeded a ceiling.
    case mime(MIMEDiagnostic.Kind)
    /// More recipients were named than are kept.
    case tooManyRecipients(kept: Int)
    /// A status field's class contradicted the reply code; the code of the text was taken.
    case contradictingStatus(field: String, taken: String)
    /// The report is wrapped in a forwarded message.
    case forwardedReport
}
