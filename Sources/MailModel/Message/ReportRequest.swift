/// Which delivery reports the sender of a message asks for (RFC 3461).
package struct ReportRequest: Sendable, Hashable {
    /// When the recipient's server is to report (RFC 3461 §4.1); none of them is `NOTIFY=NEVER`.
    package struct Occasions: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The message was put into the mailbox.
        package static let success = Occasions(rawValue: 1)
        /// It could not be.
        package static let failure = Occasions(rawValue: 2)
        /// It is late.
        package static let delay = Occasions(rawValue: 4)
    }

    /// When a report is wanted.
    package var occasions: Occasions
    /// Whether a report is to return the whole message, `RET=FULL`; the header alone otherwise (RFC 3461 §4.3).
    package var returnsContent: Bool
    /// What tells us in a report which message it is about, ENVID (RFC 3461 §4.4); printable ASCII, at most 100 bytes.
    package var envelopeID: String

    package init(occasions: Occasions, returnsContent: Bool = false, envelopeID: String) {
        self.occasions = occasions
        self.returnsContent = returnsContent
        self.envelopeID = envelopeID
    }
}
