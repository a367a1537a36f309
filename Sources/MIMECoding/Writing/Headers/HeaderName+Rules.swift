extension HeaderName {
    /// Whether a job may set this field by name.
    ///
    /// Not allowed are fields that the product writes from settings of their own (so that none occurs twice), those that
    /// a server or a signer adds, and Bcc, which would tell every recipient of the others.
    package var isOpenToJobs: Bool {
        let lower = String(decoding: bytes.map { ASCIICase.lower($0) }, as: UTF8.self)
        return !Self.reserved.contains(lower) && !Self.reservedPrefixes.contains { lower.hasPrefix($0) }
    }

    private static let reserved: Set<String> = [
        // Written from settings.
        "from", "sender", "reply-to", "to", "cc", "subject", "date", "message-id", "in-reply-to", "references",
        "list-id", "list-unsubscribe", "list-unsubscribe-post", "feedback-id", "precedence", "auto-submitted",
        "mime-version", "disposition-notification-to",
        // Would show recipients what they must not see.
        "bcc",
        // Trace and identification fields that others add (RFC 5321 §4.4, RFC 8601, RFC 7601, RFC 3834).
        "return-path", "received", "received-spf", "delivered-to", "x-original-to", "envelope-to",
        "authentication-results", "dkim-signature", "domainkey-signature", "original-recipient",
        "x-google-dkim-signature", "apparently-to", "errors-to", "status", "x-status",
    ]

    private static let reservedPrefixes = ["content-", "resent-", "arc-"]
}
