package import MailModel

/// One entry of `mailboxes:`, checked, its secret not yet read.
package struct MailboxDefinition: Sendable, Hashable {
    /// The name that jobs use in `collect:`.
    package var name: String
    /// Where the entry is.
    package var place: SourcePlace
    /// The POP3 server.
    package var host: String
    /// Its port; by default 110, with `tls: implicit` 995.
    package var port: Int
    /// What is demanded of TLS; `starttls` by default, `implicit` on port 995.
    package var security: TLSRequirement
    /// A PEM file of certificates that are trusted besides the system's, absolute.
    package var trustedCertificates: String?
    /// Versions, pinned keys and the client's certificate; paths absolute.
    package var tlsOptions = TLSOptions()
    /// How to log in.
    package var login: LoginDefinition
    /// Whether messages stay on the server when they have been stored; false by default.
    package var keepOnServer = false
    /// The largest message that is fetched whole, in MiB; 64.
    package var largestMessage = 64
    /// What it takes from people who write on purpose.
    package var inbox: InboxDefinition
}
