package import MailModel

/// What one server said of itself.
package struct ProbeReport: Sendable {
    /// The address and port that were connected to; nil when no connection could be made.
    package var endpoint: String?
    /// Its greeting.
    package var greeting: Reply?
    /// Its answer to EHLO in the clear; nil where TLS comes first.
    package var hello: Reply?
    /// Its answer to EHLO under TLS.
    package var secureHello: Reply?
    /// The version of TLS, such as `TLSv1.3`.
    package var tls: String?
    /// Its certificate.
    package var certificate: CertificateFacts?
    /// How long a connection took to make.
    package var connecting: Duration?
    /// How long the greeting took.
    package var greetingDelay: Duration?
    /// The shortest of a few round trips.
    package var roundTrip: Duration?
    /// Where it went wrong, and how; nil when it did not.
    package var problem: Problem?

    /// What went wrong.
    package struct Problem: Sendable {
        /// The step.
        package var phase: SessionPhase
        /// How.
        package var words: String
        /// Whether the server broke the protocol.
        package var isBreach: Bool
    }

    package init() {}
}

/// What a certificate says, and whether it can be believed.
package struct CertificateFacts: Sendable {
    /// Who it is for.
    package var subject: String
    /// Host names and addresses that it is good for.
    package var names: [String]
    /// Who signed it.
    package var issuer: String
    /// The first day that it is good for, in UTC, as 2026-11-23.
    package var validFrom: String
    /// The last day.
    package var validUntil: String
    /// Whether it is trusted and names the host.
    package var isTrusted: Bool
    /// Whether it is one that the DNS announces; nil where it announces none.
    package var isAnnounced: Bool?
}
