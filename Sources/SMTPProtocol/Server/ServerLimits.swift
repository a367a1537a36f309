/// Ceilings of what a client may ask of a server session.
package struct ServerLimits: Sendable, Hashable {
    /// The largest message in octets, as SIZE announces it (RFC 1870); 64 MiB.
    package var messageBytes = 64 << 20
    /// Recipients of one transaction; 1,000 (RFC 5321 §4.5.3.1.8 asks for 100 at least).
    package var recipients = 1_000
    /// The longest command line, CR LF included; 4,096.
    ///
    /// RFC 5321 §4.5.3.1.4 has 512; SMTPUTF8 and DSN add some 1,100.
    package var commandBytes = 4_096
    /// The longest line of a SASL exchange, CR LF included; 12,288 (RFC 4954 §4).
    package var saslBytes = 12_288
    /// Commands that are no commands, after which the session is ended; 100.
    package var errors = 100

    package init() {}
}
