package import MailModel

/// A user name, where what proves it is, and by which mechanism it is shown.
package struct LoginDefinition: Sendable, Hashable {
    /// What proves who somebody is.
    package enum Proof: Sendable, Hashable {
        /// The password is there.
        case password(SecretReference)
        /// The access token is there; a command gives a fresh one each time.
        case token(SecretReference)
        /// The client certificate of the TLS connection.
        case certificate
    }

    /// The user name; empty where the certificate says it.
    package var user: String
    /// What proves it.
    package var proof: Proof
    /// Which way of logging in; `auto` by default.
    package var mechanism = Login.Mechanism.auto
    /// Whether a password or token may be sent where nothing hides it; false by default.
    package var allowsClear = false

    /// What an engine is given: a password is read now, a token when a connection is made.
    ///
    /// - Throws: ``ConfigFaults`` when the password cannot be had.
    func login(_ secrets: SecretReader) throws(ConfigFaults) -> Login {
        var login: Login
        switch proof {
        case .password(let reference): login = Login(user: user, password: try secrets.read(reference))
        case .token(let reference):
            login = Login(user: user, proof: .token(Secret("")))
            login.tokens = AccessTokens(reference, secrets)
        case .certificate: login = Login(user: user, proof: .certificate)
        }
        login.mechanism = mechanism
        login.allowsClear = allowsClear
        return login
    }
}
