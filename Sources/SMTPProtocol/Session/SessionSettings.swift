package import MailModel

/// What a session is told before it begins.
package struct SessionSettings: Sendable {
    /// Who we say we are in EHLO.
    package var helloName: String
    /// Which protocol the server speaks; `smtp` by default.
    package var dialect = TransportSettings.Dialect.smtp
    /// What is demanded of TLS; with `implicit` the session begins behind the handshake.
    package var tls: TLSRequirement
    /// How to log in; nil without AUTH.
    package var login: Login?
    /// Whether a password or token may be sent where nothing hides it.
    package var allowsClearLogin = false
    /// The server's name, for logins that say it.
    package var host = ""
    /// The server's port, for logins that say it.
    package var port = 0
    /// Whether commands may ride behind each other where the server offers it; false after a breach.
    package var allowsPipelining = true
    /// Whether TLS that is offered is not taken, since it has failed; means nothing where TLS is demanded.
    package var avoidsTLS = false
    /// Messages after which the session takes no more.
    package var messageLimit: Int
    /// Messages handed over and unanswered at once, at most.
    package var window: Int
    /// Content above this is written piece by piece, its end only when the rest has left; 64 KiB.
    package var largeContent = 65_536
    /// How long each step may take.
    package var timeouts = SessionTimeouts()

    package init(
        helloName: String,
        tls: TLSRequirement,
        login: Login? = nil,
        messageLimit: Int = 500,
        window: Int = 1
    ) {
        self.helloName = helloName
        self.tls = tls
        self.login = login
        self.messageLimit = messageLimit
        self.window = window
    }

    /// Whether a text may stand in a command: no control characters, no space, none of it above ASCII.
    package static func isCommandWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
