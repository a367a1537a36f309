internal import Crypto
package import Ledger
internal import MailModel
internal import Workspace

/// Hashes that stand for addresses on the suppression list.
///
/// The workspace's own is HMAC-SHA256 under a key that is derived from its secret: who has the list alone can try no
/// addresses out. A plain SHA-256 of the canonical form is understood too, for lists from elsewhere; whoever has such a
/// list can tell whether an address that they know is on it.
package struct AddressHash: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: the workspace's secret.
    package init(secret: [UInt8]) {
        let label = Array("martlet/suppression/1".utf8)
        key = SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: label, using: SymmetricKey(data: secret)))
    }

    /// The name that stands for an address.
    ///
    /// - Parameter address: the canonical form.
    /// - Returns: a name of the kind `keyedHash`.
    package func keyed(_ address: String) -> SuppressionKey {
        SuppressionKey(kind: .keyedHash, value: SealHash.text(digest: keyedDigest(address)))
    }

    /// The name that stands for an address by SHA-256; as ``keyed(_:)``.
    package static func plain(_ address: String) -> SuppressionKey {
        SuppressionKey(kind: .plainHash, value: SealHash.text(digest: plainDigest(address)))
    }

    /// The first eight bytes of an address's keyed hash.
    func keyedStart(_ address: String) -> UInt64 { Self.start(keyedDigest(address)) }

    /// The first eight bytes of an address's SHA-256 hash.
    static func plainStart(_ address: String) -> UInt64 { start(plainDigest(address)) }

    /// An entry that holds a hash in the place of its address; entries that hold none stay as they are.
    package func hashed(_ entry: Suppression) -> Suppression {
        guard entry.kind == .address else { return entry }
        var hashed = entry
        hashed.kind = .keyedHash
        hashed.value = keyed(entry.value).value
        return hashed
    }

    /// The names under which an address may be held back: its own, its hashes, and those of its domain.
    ///
    /// - Parameters:
    ///   - address: the canonical form.
    ///   - domain: its domain in lower-case A-labels.
    /// - Returns: the names, in the order in which they count.
    package func keys(holding address: String, domain: String) -> [SuppressionKey] {
        keys(of: address) + Self.keys(holdingDomain: domain)
    }

    /// The names that stand for an address alone.
    func keys(of address: String) -> [SuppressionKey] {
        [SuppressionKey(kind: .address, value: address), keyed(address), Self.plain(address)]
    }

    /// The names under which a domain may be held back.
    package static func keys(holdingDomain domain: String) -> [SuppressionKey] {
        [SuppressionKey(kind: .domain, value: domain)]
            + SuppressionSet.domainsAbove(domain).map { SuppressionKey(kind: .domainTree, value: $0) }
    }

    private func keyedDigest(_ address: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Array(address.utf8), using: key)
    }

    private static func plainDigest(_ address: String) -> SHA256.Digest { SHA256.hash(data: Array(address.utf8)) }

    private static func start(_ digest: some Sequence<UInt8>) -> UInt64 {
        digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension JobSite {
    /// The names that stand for what a person names: an address may be there by a hash of it.
    package func keys(of name: SuppressionName) -> [SuppressionKey] {
        name.kind == .address ? addressHash.keys(of: name.value) : [name.key]
    }

    /// Makes the hashes of this workspace.
    package var addressHash: AddressHash { AddressHash(secret: secret) }

    /// An entry as the workspace stores it: `suppression: {store: hashes}` keeps no address.
    package func stored(_ entry: Suppression) -> Suppression {
        settings.suppression.store == .hashes ? addressHash.hashed(entry) : entry
    }
}
