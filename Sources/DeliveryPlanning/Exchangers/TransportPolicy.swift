/// A domain's policy about TLS (RFC 8461 §3.2).
package struct TransportPolicy: Sendable, Hashable {
    /// What is to be done with hosts that do not meet it.
    package enum Mode: String, Sendable, Hashable {
        /// No mail to them.
        case enforce
        /// Mail all the same.
        case testing
        /// There is no policy any more.
        case none
    }

    package var mode: Mode
    /// How long it may be kept, in seconds; a year at most.
    package var maximumAge: Int
    /// The hosts that may take mail: names, or `*.` and a name for one label more.
    package var hosts: [String]

    /// The largest file that is read.
    package static let maximumBytes = 65_536
    private static let longestAge = 31_557_600
    private static let maximumHosts = 256

    package init(mode: Mode, maximumAge: Int, hosts: [String]) {
        self.mode = mode
        self.maximumAge = maximumAge
        self.hosts = hosts
    }

    /// Reads a policy file; nil for whatever is none.
    ///
    ///     sts-policy-record = sts-policy-field *WSP *(sts-policy-term sts-policy-field *WSP) [sts-policy-term]
    ///
    /// Unknown keys are passed over; of keys that come twice, but for `mx`, the first one counts.
    package init?(parsing bytes: [UInt8]) {
        guard bytes.count <= Self.maximumBytes else { return nil }
        var values: [String: String] = [:]
        var hosts: [String] = []
        for line in bytes.split(separator: 0x0A) {
            let parts = line.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let key = Text.trimmed(parts[0])
            let value = Text.trimmed(parts[1])
            if key == "mx" {
                if hosts.count < Self.maximumHosts { hosts.append(value.lowercased()) }
            } else if values[key] == nil {
                values[key] = value
            }
        }
        guard values["version"] == "STSv1", let mode = values["mode"].flatMap(Mode.init(rawValue:)),
            let text = values["max_age"], text.utf8.count <= 10, let age = Int(text), age >= 0,
            mode == .none || !hosts.isEmpty
        else { return nil }
        self.init(mode: mode, maximumAge: min(age, Self.longestAge), hosts: hosts)
    }

    /// Whether a host may take mail under this policy (RFC 8461 §4.1).
    package func permits(_ host: String) -> Bool {
        hosts.contains { pattern in
            guard pattern.hasPrefix("*.") else { return pattern == host }
            guard let dot = host.firstIndex(of: "."), dot > host.startIndex else { return false }
            return host[dot...] == pattern.dropFirst()
        }
    }
}
