/// What makes two recipient domains one site: the same hosts, under the same demands.
///
/// Hosts of equal preference are shuffled for each domain, so their order does not count. A domain whose policy demands
/// checked certificates shares no connection with one that does not; one with limits of its own shares none at all.
package struct SiteIdentity: Sendable, Hashable {
    /// What is demanded of TLS beyond the transport's own setting.
    package enum Demand: String, Sendable, Hashable {
        /// Nothing.
        case none
        /// A certificate that is trusted and names the host (MTA-STS in the mode `enforce`).
        case policy
        /// The certificates that the DNS announces (DANE); the list of hosts is signed.
        case signedHosts
    }

    private let hosts: [String]
    private let demand: Demand
    private let domain: String?

    /// A site.
    ///
    /// - Parameters:
    ///   - hosts: its hosts.
    ///   - demand: what is demanded of TLS.
    ///   - domain: the domain, where it has limits of its own.
    package init(hosts: [String], demand: Demand, domain: String? = nil) {
        self.hosts = hosts.sorted()
        self.demand = demand
        self.domain = domain
    }
}
