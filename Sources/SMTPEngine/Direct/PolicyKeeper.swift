package import DeliveryPlanning
internal import Glibc
package import MailModel

/// Policies of recipient domains (MTA-STS, RFC 8461): found in the DNS, fetched once, kept between runs.
///
/// A policy that is kept counts until it expires, even when the DNS or its server is silent: an attacker who can silence
/// them shall win nothing (§5.1).
package actor PolicyKeeper {
    private let resolver: any MailExchangerResolver
    private let fetcher: any PolicyFetcher
    private let store: (any PolicyStore)?
    private var known: [String: (policy: TransportPolicy?, until: Int)] = [:]

    /// How long the DNS is not asked again about a domain, in seconds.
    private static let pause = 600
    /// Domains that are remembered at most.
    private static let most = 20_000

    /// A keeper.
    ///
    /// - Parameters:
    ///   - resolver: asks the DNS.
    ///   - fetcher: fetches policies.
    ///   - store: keeps them between runs; nil for nothing.
    package init(resolver: any MailExchangerResolver, fetcher: any PolicyFetcher, store: (any PolicyStore)?) {
        self.resolver = resolver
        self.fetcher = fetcher
        self.store = store
    }

    /// The policy of a domain; nil when it has none.
    package func policy(of domain: String) async -> TransportPolicy? {
        let now = Self.now
        if let entry = known[domain], entry.until > now { return entry.policy }
        let policy = await look(domain, now)
        if known.count >= Self.most { known.removeAll() }
        known[domain] = (policy, now + Self.pause)
        return policy
    }

    private func look(_ domain: String, _ now: Int) async -> TransportPolicy? {
        let kept = store?.policy(of: domain).flatMap(KeptPolicy.init(bytes:)).flatMap { $0.expires > now ? $0 : nil }
        let old = kept.flatMap { TransportPolicy(parsing: $0.text) }
        let id = PolicyRecord.id(in: await resolver.texts(at: PolicyRecord.name(of: domain)).records)
        guard let id, id != kept?.id else { return old }
        let addresses = await resolver.addresses(of: "mta-sts.\(domain)").records
        guard !addresses.isEmpty, case .file(let text) = await fetcher.policy(of: domain, at: addresses),
            let policy = TransportPolicy(parsing: text)
        else { return old }
        store?.keep(KeptPolicy(id: id, expires: now + policy.maximumAge, text: text).bytes, for: domain)
        return policy
    }

    private static var now: Int { time(nil) }
}
