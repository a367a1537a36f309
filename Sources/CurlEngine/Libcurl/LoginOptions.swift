internal import Authentication
internal import MailModel

/// Which ways of logging in libcurl is left with: it chooses the strongest that the server offers among them.
struct LoginOptions: Sendable, Hashable {
    /// The mechanisms, strongest first, as libcurl orders them too.
    let mechanisms: [SASLMechanism]

    /// Finds them.
    ///
    /// - Parameters:
    ///   - settings: the settings; they must have a login.
    ///   - login: the login.
    ///   - hasSCRAM: whether this libcurl was built with GNU SASL.
    /// - Throws: `TransportFailure` when libcurl cannot do what is asked, or would have to give a password away.
    init(_ settings: TransportSettings, _ login: Login, hasSCRAM: Bool) throws(TransportFailure) {
        func failure(_ text: String) -> TransportFailure {
            TransportFailure(
                code: .configuration,
                phase: .auth,
                peer: "\(settings.host):\(settings.port)",
                cause: .unsupported(text)
            )
        }
        let wanted = Self.wanted(login)
        let known = wanted.filter { !$0.bindsChannel && ($0.scramName == nil || hasSCRAM) }
        guard !known.isEmpty else {
            let reason =
                wanted.contains { $0.bindsChannel }
                ? "libcurl cannot bind a login to TLS" : "this libcurl was built without GNU SASL, which SCRAM needs"
            throw failure(
                "\(reason) (mechanism: \(login.mechanism.rawValue)); use engine: native, or another mechanism"
            )
        }
        // Under TLS that may be missing, the dialogue itself decides once that is known.
        let mayTellSecret = settings.tls != .none || settings.allowsClearLogin
        mechanisms = known.filter { !$0.sendsSecret || mayTellSecret }
        guard !mechanisms.isEmpty else {
            throw failure(
                "tls: none, and without TLS no password is sent; use TLS, or say allow_clear: true if nobody can listen"
            )
        }
    }

    /// The text for `CURLOPT_LOGIN_OPTIONS`.
    ///
    /// Left to itself, libcurl takes NTLM or GSSAPI where they are offered, which no password file is meant for.
    var text: String { mechanisms.map { "AUTH=\($0.rawValue)" }.joined(separator: ";") }

    /// Those of our own engine; libcurl ties no login to a certificate, so that is left out where nobody asked for it.
    private static func wanted(_ login: Login) -> [SASLMechanism] {
        let all = MechanismChoice.wanted(login)
        return login.mechanism == .auto ? all.filter { $0 != .scramSHA256Plus && $0 != .scramSHA1Plus } : all
    }
}

extension SASLMechanism {
    /// The name of a SCRAM mechanism; nil for others.
    fileprivate var scramName: String? { rawValue.hasPrefix("SCRAM-") ? rawValue : nil }
}
