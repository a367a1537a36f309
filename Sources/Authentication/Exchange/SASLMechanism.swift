/// The SASL mechanisms that are known here, strongest first.
package enum SASLMechanism: String, Sendable, Hashable, CaseIterable {
    case scramSHA256Plus = "SCRAM-SHA-256-PLUS"
    case scramSHA256 = "SCRAM-SHA-256"
    case scramSHA1Plus = "SCRAM-SHA-1-PLUS"
    case scramSHA1 = "SCRAM-SHA-1"
    case cramMD5 = "CRAM-MD5"
    case oauthBearer = "OAUTHBEARER"
    case xoauth2 = "XOAUTH2"
    case external = "EXTERNAL"
    case plain = "PLAIN"
    case login = "LOGIN"

    /// Whether what it says could be used by anybody who listens.
    package var sendsSecret: Bool {
        switch self {
        case .plain, .login, .oauthBearer, .xoauth2: true
        case .scramSHA256Plus, .scramSHA256, .scramSHA1Plus, .scramSHA1, .cramMD5, .external: false
        }
    }

    /// Whether it ties the login to the TLS connection (RFC 5802 §6).
    package var bindsChannel: Bool { self == .scramSHA256Plus || self == .scramSHA1Plus }

    /// The hash of a SCRAM mechanism; nil for all others.
    var scramHash: SCRAMHash? {
        switch self {
        case .scramSHA256Plus, .scramSHA256: .sha256
        case .scramSHA1Plus, .scramSHA1: .sha1
        case .cramMD5, .oauthBearer, .xoauth2, .external, .plain, .login: nil
        }
    }
}
