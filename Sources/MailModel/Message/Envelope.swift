/// Where failure reports go (RFC 5321 §3.6.3 calls it the reverse-path).
package enum ReversePath: Sendable, Hashable {
    /// `<>`: reports about this message are unwanted.
    case null
    /// The mailbox that takes reports, as it is written between the angle brackets.
    case mailbox(String)

    /// What stands between the angle brackets.
    package var path: String {
        switch self {
        case .null: ""
        case .mailbox(let path): path
        }
    }
}

/// One attempt at one recipient of a run: what outcomes and flight marks refer to.
package struct AttemptID: Sendable, Hashable {
    /// The recipient's number in the run, from 0.
    package let seq: UInt32
    /// Which attempt this is, from 1.
    package let attempt: UInt16

    package init(seq: UInt32, attempt: UInt16) {
        self.seq = seq
        self.attempt = attempt
    }
}

/// One recipient of one transaction.
package struct EnvelopeRecipient: Sendable, Hashable {
    /// Which attempt this is.
    package var id: AttemptID
    /// The forward-path, as it is written between the angle brackets.
    package var path: String
    /// The domain that its mail exchangers are looked up for, in lower-case A-labels.
    package var domain: String

    package init(id: AttemptID, path: String, domain: String) {
        self.id = id
        self.path = path
        self.domain = domain
    }
}

/// Who gets a message and where reports about it go; there is no envelope without a recipient.
package struct Envelope: Sendable, Hashable {
    /// Where failure reports go.
    package var reversePath: ReversePath
    /// The first recipient; in almost all messages the only one.
    package var recipient: EnvelopeRecipient
    /// Further recipients of the very same bytes, in the same transaction.
    package var furtherRecipients: [EnvelopeRecipient]
    /// Whether an address or a header field needs the SMTPUTF8 extension (RFC 6531).
    package var needsSMTPUTF8: Bool
    /// Which delivery reports are asked for; nil leaves that to the servers, as one without DSN does anyway.
    package var reportRequest: ReportRequest?

    package init(
        reversePath: ReversePath,
        recipient: EnvelopeRecipient,
        furtherRecipients: [EnvelopeRecipient] = [],
        needsSMTPUTF8: Bool = false
    ) {
        self.reversePath = reversePath
        self.recipient = recipient
        self.furtherRecipients = furtherRecipients
        self.needsSMTPUTF8 = needsSMTPUTF8
    }
}
