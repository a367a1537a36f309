internal import MailModel
internal import Synchronization

/// The access token that a setting refers to: fetched once for all connections, and once more when a server refuses it.
///
/// A token that expires is refused at some login; then the variable, file or command is asked anew. When that gives the same
/// token, or another one that no server has ever taken, asking again would change nothing, and the refusal stands.
final class AccessTokens: TokenSource {
    private struct State {
        var token: Secret?
        /// The token that was refused last; a fresh one must differ.
        var refused: Secret?
        /// What the server said then.
        var words = ""
        /// Whether a server has taken the token.
        var isProven = false
        /// Whether the token was fetched because the one before was refused.
        var isSecond = false
    }

    private let reference: SecretReference
    private let secrets: SecretReader
    private let state = Mutex(State())
    /// Held while one is fetched, so that all others wait for that one; never while the state is looked at.
    private let fetching = Mutex(())

    init(_ reference: SecretReference, _ secrets: SecretReader) {
        self.reference = reference
        self.secrets = secrets
    }

    func current() throws(TokenFailure) -> Secret {
        if let token = state.withLock({ $0.token }) { return token }
        return try fetching.withLock { (_: inout ()) throws(TokenFailure) in
            // Another connection may have fetched it meanwhile.
            if let token = state.withLock({ $0.token }) { return token }
            return try fetch()
        }
    }

    private func fetch() throws(TokenFailure) -> Secret {
        let token: Secret
        do throws(ConfigFaults) {
            token = try secrets.read(reference)
        } catch {
            throw TokenFailure(message: error.faults.map(\.description).joined(separator: "; "))
        }
        try state.withLock { (state: inout State) throws(TokenFailure) in
            if token == state.refused {
                throw TokenFailure(
                    message: "\(state.words); \(reference.setting) gives the same access token again",
                    isRefusal: true
                )
            }
            state.isSecond = state.refused != nil
            state.isProven = false
            state.token = token
        }
        return token
    }

    func accepted(_ token: Secret) {
        state.withLock { state in
            guard state.token == token else { return }
            state.isProven = true
            state.refused = nil
        }
    }

    func refused(_ token: Secret, saying words: String) -> Bool {
        state.withLock { state in
            // Somebody else has found out before, and there is another one by now, or will be.
            guard state.token == token else { return state.token != nil || state.refused == token }
            guard state.isProven || !state.isSecond else { return false }
            state.token = nil
            state.refused = token
            state.words = words
            return true
        }
    }
}
