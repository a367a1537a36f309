/// Who logs in, and what proves it.
package struct Login: Sendable, Hashable {
    /// Which way of logging in is used.
    package enum Mechanism: String, Sendable, Hashable, CaseIterable {
        /// The strongest that both sides have.
        case auto
        case plain
        /// SASL LOGIN; with POP3, USER and PASS.
        case login
        case cramMD5 = "cram-md5"
        case scramSHA1 = "scram-sha-1"
        case scramSHA1Plus = "scram-sha-1-plus"
        case scramSHA256 = "scram-sha-256"
        case scramSHA256Plus = "scram-sha-256-plus"
        case xoauth2
        case oauthbearer
        case external
        /// APOP, which only POP3 has.
        case apop
    }

    /// What proves who somebody is.
    package enum Proof: Sendable, Hashable {
        case password(Secret)
        /// An access token (RFC 6750), as it was fetched last.
        case token(Secret)
        /// The client certificate of the TLS connection.
        case certificate
    }

    /// The user name; empty where the certificate says it.
    package var user: String
    /// What proves it.
    package var proof: Proof
    /// Which way of logging in; `auto` by default.
    package var mechanism: Mechanism
    /// Whether a password or token may be sent where nothing hides it; false by default.
    package var allowsClear = false
    /// Where fresh access tokens come from; nil where none are used.
    package var tokens: (any TokenSource)?

    package init(user: String, proof: Proof, mechanism: Mechanism = .auto) {
        self.user = user
        self.proof = proof
        self.mechanism = mechanism
    }

    /// A login by password.
    package init(user: String, password: Secret, mechanism: Mechanism = .auto) {
        self.init(user: user, proof: .password(password), mechanism: mechanism)
    }

    /// The password or token; empty where a certificate is the proof.
    package var secret: Secret {
        switch proof {
        case .password(let secret), .token(let secret): secret
        case .certificate: Secret("")
        }
    }

    package static func == (left: Login, right: Login) -> Bool {
        left.user == right.user && left.proof == right.proof && left.mechanism == right.mechanism
            && left.allowsClear == right.allowsClear && left.tokens === right.tokens
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(user)
        hasher.combine(proof)
        hasher.combine(mechanism)
    }
}
