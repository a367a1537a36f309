package import MailModel

/// One entry of `transports:`, checked, its secrets not yet read.
package struct TransportDefinition: Sendable, Hashable {
    /// Where mail goes.
    package enum Route: Sendable, Hashable {
        /// To one server that passes it on.
        case relay(host: String)
        /// To the mail exchangers of each recipient's domain.
        case exchangers
    }

    /// What is demanded of TLS, as the file says it.
    package enum Security: String, Sendable, Hashable, CaseIterable {
        case none
        case opportunistic
        case starttls
        case implicit
        case dane
    }

    /// What resolves names.
    package enum Resolver: Sendable, Hashable {
        /// The machine's own.
        case system
        /// A server.
        case server(NameServer)
    }

    /// The name that jobs use in `via:`.
    package var name: String
    /// Where the entry is.
    package var place: SourcePlace
    /// What drives the connections; `native` by default.
    package var engine = TransportSettings.Engine.native
    /// Where mail goes.
    package var route: Route
    /// The port; by default 587, with `tls: implicit` 465, without demanded TLS 25.
    package var port: Int
    /// What the server speaks; `smtp` by default.
    package var dialect = TransportSettings.Dialect.smtp
    /// The address of this machine that connections come from; nil leaves it to the system.
    package var sourceAddress: String?
    /// What connections go through; nil for none.
    package var proxy: ProxyDefinition?
    /// What is demanded of TLS; `starttls` by default, `implicit` on port 465, `opportunistic` for `route: mx`.
    package var security: Security
    /// A PEM file of certificates that are trusted besides the system's, absolute.
    package var trustedCertificates: String?
    /// Versions, pinned keys and the client's certificate; paths absolute.
    package var tlsOptions = TLSOptions()
    /// How to log in; nil without AUTH.
    package var auth: LoginDefinition?
    /// Connections at most (for each site); 8 by default.
    package var connections = 8
    /// Messages after which a connection is closed and another made; 500 by default.
    package var messagesPerConnection = 500
    /// How many messages in how long, over all connections; nil for as fast as it goes.
    package var rate: Rate?
    /// Limits of single recipient domains.
    package var domains: [DomainLimit] = []
    /// What resolves names; the system's by default.
    package var resolver = Resolver.system
    /// A file of trust anchors of the DNS instead of the root's keys, absolute.
    package var dnsTrustAnchors: String?
    /// The port that policies are fetched from; 443 by default.
    package var policyPort = 443
    /// Who we say we are in EHLO; nil for the machine's own name.
    package var hello: String?
    /// How long open transactions may go on once the run is told to stop; 60 s by default.
    package var grace = Duration.seconds(60)
    /// Messages whose last byte was handed over and whose reply is awaited, over all connections; 64 by default.
    package var unanswered = 64
    /// What the entry asks for and this version has not; a run by this transport has to be refused with it.
    package var unavailable: [ConfigFault] = []
}

/// What one recipient domain gets.
package struct DomainLimit: Sendable, Hashable {
    /// The domain in lower-case A-labels.
    package var domain: String
    /// How many messages in how long.
    package var rate: Rate?
    /// Connections at most.
    package var connections: Int?
}
