import Testing

/// Everything that talks to the real servers, one test after the other: each starts programs of its own.
@Suite("Against Postfix and Dovecot", .serialized, .enabled(if: Rig.isExpected, Comment(rawValue: Rig.absence)))
struct RealServers {
    /// Both engines; every test of sending runs with each.
    static let engines = ["native", "curl"]

    /// A domain of which nobody else knows: its mail ends in the mailbox `sink`.
    static func freshDomain() -> String {
        "r\(String(UInt64.random(in: .min ... .max), radix: 36)).test"
    }

    /// Addresses at a domain.
    static func people(_ count: Int, at domain: String) -> [String] {
        (0..<count).map { "person\($0)@\(domain)" }
    }
}
