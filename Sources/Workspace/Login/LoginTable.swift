internal import MailModel

/// The keys that say how to log in: below `auth` of a transport, beside the others of a mailbox.
struct LoginTable: Sendable {
    let user: Setting
    let password: Setting
    let token: Setting
    let mechanism: Setting
    let allowClear: Setting

    /// The keys.
    ///
    /// - Parameters:
    ///   - user: a user name as an example.
    ///   - variable: the variable of the example.
    ///   - mechanisms: the mechanisms that the protocol has.
    init(user: String, variable: String, mechanisms: [Login.Mechanism]) {
        self.user = Setting("user", .text, example: user, "The user name; not needed where a certificate says it.")
        password = Setting("password", .secret, example: "{env: \(variable)}", "Where the password is.")
        token = Setting(
            "token",
            .secret,
            example: "{command: \"get-token \(user)\"}",
            "Where the access token is (OAuth 2.0), in place of a password; asked again when the server refuses it."
        )
        mechanism = Setting(
            "mechanism",
            .choice(mechanisms.map(\.rawValue)),
            default: "auto",
            example: "auto",
            "The way of logging in; `auto` takes the strongest that both sides have."
        )
        allowClear = Setting(
            "allow_clear",
            .boolean,
            default: "false; without TLS on this very machine: true",
            example: "true",
            "Whether a password or token may be sent where no TLS hides it."
        )
    }

    var settings: [Setting] { [user, password, token, mechanism, allowClear] }

    /// Reads the login.
    ///
    /// - Parameters:
    ///   - reader: the group that the keys stand in.
    ///   - hasCertificate: whether the client has a certificate of its own.
    /// - Returns: nil when something is wrong, which is reported then.
    func read(_ reader: GroupReader, hasCertificate: Bool) -> LoginDefinition? {
        let chosen = reader.choice(mechanism, as: Login.Mechanism.self) ?? .auto
        let user = reader.text(user)
        guard let proof = proof(reader, chosen, hasCertificate) else {
            // Both are told at once.
            if user == nil, !reader.has(self.user), !isCertificate(reader, chosen, hasCertificate) {
                reader.reportMissing(self.user)
            }
            return nil
        }
        guard user != nil || proof == .certificate else {
            if !reader.has(self.user) { reader.reportMissing(self.user) }
            return nil
        }
        var login = LoginDefinition(user: user ?? "", proof: proof)
        login.mechanism = chosen
        login.allowsClear = reader.boolean(allowClear) ?? false
        return login
    }

    private func isCertificate(_ reader: GroupReader, _ chosen: Login.Mechanism, _ hasCertificate: Bool) -> Bool {
        chosen == .external || chosen == .auto && hasCertificate && !reader.has(password) && !reader.has(token)
    }

    private func proof(
        _ reader: GroupReader,
        _ chosen: Login.Mechanism,
        _ hasCertificate: Bool
    ) -> LoginDefinition.Proof? {
        guard !reader.has(password) || !reader.has(token) else {
            report(reader, token, "`password` and `token` stand together, and only one can hold", "keep one of them")
            return nil
        }
        if isCertificate(reader, chosen, hasCertificate) {
            guard hasCertificate else {
                report(reader, mechanism, "`external` needs a client certificate", "add `tls_cert: certs/client.pem`")
                return nil
            }
            guard !reader.has(password), !reader.has(token) else {
                let surplus = reader.has(password) ? password : token
                report(reader, surplus, "`external` has the certificate as its proof", "take `\(surplus.name)` away")
                return nil
            }
            return .certificate
        }
        if chosen == .xoauth2 || chosen == .oauthbearer || reader.has(token) {
            guard chosen == .auto || chosen == .xoauth2 || chosen == .oauthbearer else {
                report(reader, token, "`\(chosen.rawValue)` takes a password, not a token", "write `mechanism: auto`")
                return nil
            }
            guard reader.has(token) else {
                reader.reportMissing(token, because: ": `\(chosen.rawValue)` takes no password")
                return nil
            }
            return reader.secret(token).map { .token($0) }
        }
        guard reader.has(password) else {
            if reader.node(password) == nil { reader.reportMissing(password) }
            return nil
        }
        return reader.secret(password).map { .password($0) }
    }

    private func report(_ reader: GroupReader, _ setting: Setting, _ problem: String, _ remedy: String) {
        reader.report(.contradiction, setting, problem, remedy, at: reader.keyPlace(of: setting))
    }
}
