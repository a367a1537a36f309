package import MailModel

/// What a session has to know of the mailbox.
package struct SessionSettings: Sendable, Hashable {
    /// What is demanded of TLS; with `implicit` the session begins when TLS stands.
    package var tls: TLSRequirement
    /// How to log in.
    package var login: Login
    /// Whether a password or token may be sent where nothing hides it.
    package var allowsClearLogin = false
    /// The server's name, for logins that say it.
    package var host = ""
    /// The server's port, for logins that say it.
    package var port = 0
    /// Whether messages stay on the server when they have been stored.
    package var keepOnServer: Bool
    /// The largest message that is fetched whole, in bytes.
    package var maximumMessageBytes: Int
    /// The ceilings of what a server may send.
    package var limits = Limits()

    package init(tls: TLSRequirement, login: Login, keepOnServer: Bool, maximumMessageBytes: Int) {
        self.tls = tls
        self.login = login
        self.keepOnServer = keepOnServer
        self.maximumMessageBytes = maximumMessageBytes
    }

    package init(_ mailbox: MailboxSettings) {
        self.init(
            tls: mailbox.tls,
            login: mailbox.login,
            keepOnServer: mailbox.keepOnServer,
            maximumMessageBytes: mailbox.maximumMessageBytes
        )
        allowsClearLogin = mailbox.allowsClearLogin
        host = mailbox.host
        port = mailbox.port
    }
}
