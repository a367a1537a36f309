package import MailModel

/// Chooses how to log in: the strongest that both sides have, and nothing that gives a secret away.
package struct MechanismChoice: Sendable {
    /// Why no mechanism can be used, as a person reads it; a matter of the settings.
    package struct Refusal: Error, Sendable, Hashable {
        package var reason: String

        package init(reason: String) { self.reason = reason }
    }

    private let login: Login
    private let circumstances: LoginCircumstances
    /// Mechanisms that may be used, strongest first.
    private var candidates: [SASLMechanism]

    /// Finds what may be used.
    ///
    /// EXTERNAL is among it when the login's proof is a certificate, tokens when it is a token, the others when it is a
    /// password. What would send a password or token where nothing hides it is not, unless that is allowed.
    /// - Throws: ``Refusal`` when nothing is left.
    package init(_ login: Login, _ circumstances: LoginCircumstances) throws(Refusal) {
        self.login = login
        self.circumstances = circumstances
        let wanted = Self.wanted(login)
        let common = wanted.filter { circumstances.offers($0) }
        guard !common.isEmpty else { throw Self.nothingInCommon(login, circumstances) }
        let bound = common.filter { !$0.bindsChannel || circumstances.binding != nil }
        guard !bound.isEmpty else { throw Self.nothingToBind(circumstances) }
        candidates = bound.filter { !$0.sendsSecret || circumstances.isEncrypted || circumstances.allowsClear }
        guard !candidates.isEmpty else { throw Self.onlyInTheClear(login, circumstances) }
    }

    /// The next way to log in, strongest first; nil when no more is left.
    ///
    /// - Throws: ``Refusal`` when the user name or password cannot be used by any of them.
    package mutating func next() throws(Refusal) -> SASLExchange? {
        var reason: SASLText.Fault?
        while !candidates.isEmpty {
            let mechanism = candidates.removeFirst()
            do throws(SASLText.Fault) {
                return try SASLExchange(mechanism, login: login, circumstances: circumstances)
            } catch {
                reason = reason ?? error
            }
        }
        if let reason { throw Refusal(reason: reason.description) }
        return nil
    }

    /// The mechanisms that a login may use, the strongest first.
    package static func wanted(_ login: Login) -> [SASLMechanism] {
        switch login.mechanism {
        case .auto:
            switch login.proof {
            case .password:
                [.scramSHA256Plus, .scramSHA256, .scramSHA1Plus, .scramSHA1, .cramMD5, .plain, .login]
            case .token: [.oauthBearer, .xoauth2]
            case .certificate: [.external]
            }
        case .plain: [.plain]
        case .login: [.login]
        case .cramMD5: [.cramMD5]
        case .scramSHA1: [.scramSHA1]
        case .scramSHA1Plus: [.scramSHA1Plus]
        case .scramSHA256: [.scramSHA256]
        case .scramSHA256Plus: [.scramSHA256Plus]
        case .xoauth2: [.xoauth2]
        case .oauthbearer: [.oauthBearer]
        case .external: [.external]
        case .apop: []
        }
    }

    private static func nothingInCommon(_ login: Login, _ circumstances: LoginCircumstances) -> Refusal {
        let list = circumstances.offered.isEmpty ? "no AUTH at all" : names(circumstances.offered)
        let asked = login.mechanism == .auto ? "" : ", and the settings ask for \(login.mechanism.rawValue)"
        return Refusal(reason: "no SASL mechanism in common: the server offers \(list)\(asked)")
    }

    private static func nothingToBind(_ circumstances: LoginCircumstances) -> Refusal {
        let reason =
            circumstances.isEncrypted
            ? "the server's certificate has no hash that a login could be bound to (RFC 5929 §4.1)"
            : "without TLS there is nothing that a login could be bound to"
        return Refusal(reason: reason)
    }

    private static func onlyInTheClear(_ login: Login, _ circumstances: LoginCircumstances) -> Refusal {
        let secret = if case .token = login.proof { "token" } else { "password" }
        return Refusal(
            reason: "no TLS on this connection, and without it no \(secret) is sent"
                + " (the server offers \(names(circumstances.offered)));"
                + " use TLS, or say allow_clear: true if nobody can listen"
        )
    }

    /// The server's words, bounded and printable.
    private static func names(_ offered: [String]) -> String {
        let text = offered.prefix(20).joined(separator: ", ").unicodeScalars.prefix(300)
            .map { (0x20...0x7E).contains($0.value) ? String($0) : "?" }
        return text.joined()
    }
}
