/// A mailbox that mail is collected from: what `mailboxes:` of `martlet.yaml` says, checked and with its secrets read.
package struct MailboxSettings: Sendable, Hashable {
    /// The mailbox's name in the file.
    package var name: String
    /// The POP3 server: a host name or an IP address.
    package var host: String
    /// Its port.
    package var port: Int
    /// What is demanded of TLS.
    package var tls: TLSRequirement
    /// A PEM file of certificates that are trusted besides the system's.
    package var trustedCertificates: String?
    /// Versions, pinned keys and the client's certificate.
    package var tlsOptions = TLSOptions()
    /// How to log in.
    package var login: Login
    /// Whether messages stay on the server when they have been stored; false by default.
    package var keepOnServer = false
    /// The largest message that is fetched whole, in bytes; 64 MiB.
    ///
    /// Of larger ones only the header is fetched.
    package var maximumMessageBytes = 64 << 20
    /// How long each step may take.
    package var timeouts = SessionTimeouts()

    package init(name: String, host: String, port: Int, tls: TLSRequirement, login: Login) {
        self.name = name
        self.host = host
        self.port = port
        self.tls = tls
        self.login = login
    }

    /// Whether a password or token may be sent where nothing hides it: the settings say so, or TLS is not wanted on a
    /// connection that stays on the machine.
    package var allowsClearLogin: Bool { login.allowsClear || tls == .none && Loopback.contains(host) }
}
