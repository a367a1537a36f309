/// Hosts whose connections never leave the machine.
package enum Loopback {
    /// Whether a host, as settings name it, is this machine: `localhost`, 127.0.0.0/8, `::1`, or a socket's
    /// path.
    package static func contains(_ host: String) -> Bool {
        if host.hasPrefix("/") { return true }
        let name = host.lowercased()
        if name == "localhost" || name == "::1" || name == "[::1]" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
