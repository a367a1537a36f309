/// Where policies of recipient domains come from (MTA-STS, RFC 8461 §3.2).
package protocol PolicyFetcher: Sendable {
    /// Fetches `https://mta-sts.DOMAIN/.well-known/mta-sts.txt`: certificate checked, no redirection followed, size capped.
    ///
    /// - Parameters:
    ///   - domain: the recipient domain, in A-labels.
    ///   - addresses: where its host is; never empty.
    /// - Returns: the file, or why there is none.
    func policy(of domain: String, at addresses: [HostAddress]) async -> PolicyFetch
}

/// What came of fetching a policy.
package enum PolicyFetch: Sendable, Hashable {
    /// The file's bytes.
    case file([UInt8])
    /// None was had; why, in words.
    case failed(String)
}

/// Where fetched policies are kept between runs.
package protocol PolicyStore: Sendable {
    /// What was kept for a domain; nil when nothing was, or it cannot be read.
    func policy(of domain: String) -> [UInt8]?

    /// Keeps something for a domain; a store that cannot write forgets.
    func keep(_ bytes: [UInt8], for domain: String)
}
