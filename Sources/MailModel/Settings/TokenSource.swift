/// Where access tokens come from; shared by all connections, so that they share what was fetched.
package protocol TokenSource: AnyObject, Sendable {
    /// The token that is to be used now: the one that is known, or a fresh one.
    ///
    /// Blocks as long as it takes to fetch one.
    func current() throws(TokenFailure) -> Secret

    /// A server has taken the token.
    func accepted(_ token: Secret)

    /// A server has refused the token, which may only have expired.
    ///
    /// - Parameters:
    ///   - token: the token.
    ///   - words: what the server said.
    /// - Returns: whether another login is worth a try: ``current()`` gives another token then, or says why not.
    func refused(_ token: Secret, saying words: String) -> Bool
}

/// Why no access token can be had.
package struct TokenFailure: Error, Sendable, Hashable {
    /// What was asked, and what came of it; never the token.
    package var message: String
    /// Whether a server has refused the token that would be given again.
    package var isRefusal: Bool

    package init(message: String, isRefusal: Bool = false) {
        self.message = message
        self.isRefusal = isRefusal
    }
}

extension Login {
    /// The login with the access token that holds now; as it is where no token is fetched.
    ///
    /// Blocks as long as it takes to fetch one.
    package func withCurrentToken() throws(TokenFailure) -> Login {
        guard let tokens else { return self }
        var login = self
        login.proof = .token(try tokens.current())
        return login
    }

    /// Whether the same login, refused by the server, is worth another try with another token.
    ///
    /// - Parameter words: what the server said.
    /// - Returns: false as well where no token is used.
    package func isWorthAnotherToken(_ words: String) -> Bool {
        guard let tokens, case .token(let token) = proof else { return false }
        return tokens.refused(token, saying: words)
    }

    /// The server took the login.
    package func wasAccepted() {
        if let tokens, case .token(let token) = proof { tokens.accepted(token) }
    }
}
