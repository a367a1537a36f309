/// Who signs for a domain: its name in DNS, and the key.
package struct DKIMIdentity: Sendable {
    /// Why an identity cannot sign.
    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// The domain is none, or has a single label.
        case domain(String)
        /// The selector is no name in DNS.
        case selector(String)
        /// The agent is no address, or not of the domain or one below it.
        case agent(String, domain: String)

        package var description: String {
            switch self {
            case .domain(let text): "\(text) is no domain that can sign: a name such as example.com is expected"
            case .selector(let text): "\(text) is no selector: letters, digits and hyphens, such as m1"
            case .agent(let text, let domain): "\(text) is no address (or @domain) in \(domain) or below it"
            }
        }
    }

    /// The signing domain (`d=`), in small ASCII letters.
    package let domain: String
    /// Which of the domain's keys (`s=`).
    package let selector: String
    package let key: DKIMKey
    /// On whose behalf (`i=`); nil leaves it to be the domain.
    package let agent: String?
    /// Whether it signs for authors in domains below its own too.
    package let coversSubdomains: Bool

    /// An identity.
    ///
    /// - Parameters:
    ///   - domain: the signing domain, in any script.
    ///   - selector: the name under which the key is published.
    ///   - key: the private key.
    ///   - agent: `user@domain` or `@domain`, in the domain or below it; none unless given.
    ///   - coversSubdomains: whether From addresses below the domain are signed for as well; off unless given.
    /// - Throws: `Fault`.
    package init(
        domain: String,
        selector: String,
        key: DKIMKey,
        agent: String? = nil,
        coversSubdomains: Bool = false
    ) throws(Fault) {
        guard let name = TagGrammar.domain(domain.utf8) else { throw .domain(domain) }
        guard let checkedSelector = TagGrammar.domain(selector.utf8, labels: 1) else { throw .selector(selector) }
        if let agent {
            guard let at = agent.utf8.lastIndex(of: UInt8(ascii: "@")),
                let agentDomain = TagGrammar.domain(agent.utf8[at...].dropFirst()),
                TagGrammar.isDomain(agentDomain, withinOrEqual: name),
                agent.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }), agent.utf8.count <= 320
            else { throw .agent(agent, domain: name) }
            self.agent = String(agent[..<at]) + "@" + agentDomain
        } else {
            self.agent = nil
        }
        self.domain = name
        self.selector = checkedSelector
        self.key = key
        self.coversSubdomains = coversSubdomains
    }

    /// The name that the key's record is found under.
    package var recordName: String { DKIMKeyRecord.name(selector: selector, domain: domain) }
}
