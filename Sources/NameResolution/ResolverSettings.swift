package import MailModel

/// Whom to ask, and how much is believed.
package struct ResolverSettings: Sendable, Hashable {
    /// Where the keys come from that answers are checked with (DNSSEC).
    package enum TrustAnchors: Sendable, Hashable {
        /// None: nothing is checked, so that a forwarder which strips signatures does no harm.
        case none
        /// The two keys of the root, as IANA publishes them.
        case root
        /// A file with DS or DNSKEY records, for labs and private roots.
        case file(String)
    }

    /// The server to ask; nil for those of `/etc/resolv.conf`.
    package var server: NameServer?
    /// What answers are checked with; `none` by default.
    package var trustAnchors = TrustAnchors.none
    /// How long a question may take; 20 s by default.
    package var timeout = Duration.seconds(20)
    /// Records of one answer that are looked at, at most; 64 by default.
    package var maximumRecords = 64
    /// Questions under way at once, at most; others wait; 128 by default.
    package var maximumQuestions = 128

    package init(server: NameServer? = nil) { self.server = server }
}

/// Why no resolver can be had.
package struct ResolverFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, in words.
    package let description: String
}
