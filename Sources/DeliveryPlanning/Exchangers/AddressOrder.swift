package import MailModel

/// The order in which the addresses of a host are tried.
package enum AddressOrder {
    /// Addresses of one host that are tried, at most.
    private static let most = 16

    /// IPv6 and IPv4 by turns, IPv6 first, the order within a family kept (RFC 8305 §4).
    package static func interleaved(_ addresses: [HostAddress]) -> [HostAddress] {
        var new = addresses.filter(\.isV6)[...]
        var old = addresses.filter { !$0.isV6 }[...]
        var result: [HostAddress] = []
        while result.count < most, let next = new.popFirst() ?? old.popFirst() {
            result.append(next)
            if next.isV6, let other = old.popFirst() { result.append(other) }
        }
        return result
    }
}
