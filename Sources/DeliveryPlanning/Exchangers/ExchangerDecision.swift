package import MailModel

/// Where mail for a domain goes, as its MX records say (RFC 5321 §5.1).
///
/// | what the DNS says | what follows |
/// |---|---|
/// | MX records | their hosts, lowest preference first, equal ones shuffled |
/// | no MX record | the domain itself (implicit MX) |
/// | `MX 0 .` | failed, 5.1.10 (RFC 7505) |
/// | no such name | failed, 5.1.2 |
/// | our own name | that host and all behind it are left out; nothing left: failed, 5.4.6 |
/// | no answer, or a forged one | tried later, 4.4.3 |
package enum ExchangerDecision: Sendable, Hashable {
    /// The hosts to try, in order.
    case route(ExchangerRoute)
    /// Nobody takes mail for this domain.
    case failed(EnhancedStatusCode, String)
    /// It cannot be known now.
    case deferred(String)

    /// Hosts of one domain that are tried, at most: a hostile domain may list thousands.
    private static let maximumHosts = 16

    /// Decides about a domain.
    ///
    /// - Parameters:
    ///   - answer: what the DNS says.
    ///   - domain: the recipient domain in A-labels.
    ///   - ownName: who we are in EHLO.
    ///   - generator: shuffles hosts of equal preference.
    package init(
        _ answer: NameAnswer<ExchangerRecord>,
        domain: String,
        ownName: String,
        using generator: inout some RandomNumberGenerator
    ) {
        switch answer {
        case .records(let records, let proof):
            self = Self.decide(records, proof, domain, ownName.lowercased(), &generator)
        case .noRecord(let proof):
            self = .route(
                ExchangerRoute(hosts: [domain], isSecure: proof.isSecure, isImplicit: true, seconds: proof.seconds)
            )
        case .noSuchName: self = .failed(.badDomain, "there is no domain \(domain)")
        case .tryLater(let reason): self = .deferred(reason)
        case .bogus(let reason): self = .deferred("the answer about \(domain) is signed wrongly: \(reason)")
        }
    }

    private static func decide(
        _ records: [ExchangerRecord],
        _ proof: NameProof,
        _ domain: String,
        _ ownName: String,
        _ generator: inout some RandomNumberGenerator
    ) -> ExchangerDecision {
        let named = records.filter { !$0.host.isEmpty }
        if named.isEmpty { return .failed(.nullExchanger, "\(domain) takes no mail (null MX)") }
        let hosts = named.filter { !isNumeric($0.host) }
        if hosts.isEmpty { return .failed(.cannotRoute, "the MX records of \(domain) name no hosts") }
        let own = hosts.filter { $0.host == ownName }.map(\.preference).min() ?? .max
        let usable = own == .max ? hosts : hosts.filter { $0.preference < own }
        if usable.isEmpty {
            return .failed(.routingLoop, "the mail exchangers of \(domain) lead back to us, \(ownName)")
        }
        var seen = Set<String>()
        let ordered = usable.shuffled(using: &generator).sorted { $0.preference < $1.preference }
            .map(\.host).filter { seen.insert($0).inserted }
        return .route(
            ExchangerRoute(
                hosts: Array(ordered.prefix(maximumHosts)),
                isSecure: proof.isSecure,
                isImplicit: false,
                seconds: proof.seconds
            )
        )
    }

    /// Whether a name is all digits and dots: an address in the place of a name, which no MX record may have.
    private static func isNumeric(_ host: String) -> Bool {
        host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

/// The hosts that take mail for a domain.
package struct ExchangerRoute: Sendable, Hashable {
    /// Lower-case A-labels, in the order in which they are to be tried.
    package var hosts: [String]
    /// Whether the list is signed from a trust anchor down.
    package var isSecure: Bool
    /// Whether the domain has no MX record and stands for itself.
    package var isImplicit: Bool
    /// How long it may be kept, in seconds.
    package var seconds: Int

    package init(hosts: [String], isSecure: Bool, isImplicit: Bool, seconds: Int) {
        self.hosts = hosts
        self.isSecure = isSecure
        self.isImplicit = isImplicit
        self.seconds = seconds
    }
}
