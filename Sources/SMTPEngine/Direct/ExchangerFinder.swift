internal import DeliveryPlanning
internal import MailModel
internal import NIOCore

/// Finds the mail exchangers of a domain, where they are, and what is demanded of their certificates.
struct ExchangerFinder: SiteFinder {
    let settings: TransportSettings
    let resolver: any MailExchangerResolver
    let policies: PolicyKeeper?
    let contexts: ExchangerContexts
    let bucket: SharedBucket?

    /// How long a finding is kept at least and at most, in seconds, whatever the DNS says.
    private static let shortest = 60
    private static let longest = 3_600

    init(
        settings: TransportSettings,
        resolver: any MailExchangerResolver,
        policies: PolicyKeeper?,
        contexts: ExchangerContexts
    ) {
        self.settings = settings
        self.resolver = resolver
        self.policies = policies
        self.contexts = contexts
        bucket = settings.messagesPerSecond.map { SharedBucket(perSecond: $0) }
    }

    func site(for domain: String) async -> SiteFinding {
        if domain.hasPrefix("[") { return literal(domain) }
        async let policy = settings.tls == .none ? nil : policies?.policy(of: domain)
        var generator = SystemRandomNumberGenerator()
        let decision = ExchangerDecision(
            await resolver.exchangers(of: domain),
            domain: domain,
            ownName: settings.helloName,
            using: &generator
        )
        switch decision {
        case .failed(let status, let words): return .failed(status, words, seconds: Self.shortest)
        case .deferred(let words): return .deferred(.nameServersFail, words)
        case .route(let route): return await site(for: domain, route, await policy)
        }
    }

    /// Mail to an address literal: `[192.0.2.1]`, `[IPv6:2001:db8::1]`.
    private func literal(_ domain: String) -> SiteFinding {
        var text = domain.dropFirst().dropLast()
        if text.lowercased().hasPrefix("ipv6:") { text = text.dropFirst(5) }
        guard let address = try? SocketAddress(ipAddress: String(text), port: settings.port) else {
            return .failed(.badDomain, "\(domain) is no address that mail can go to", seconds: Self.longest)
        }
        let host = Destination.Host(
            name: String(text),
            addresses: [address],
            tls: settings.tls,
            exchangerTLS: tls(.nothing, host: String(text), domain: domain, policy: nil)
        )
        return .site(order(domain, [host], .none), seconds: Self.longest)
    }

    private func site(for domain: String, _ route: ExchangerRoute, _ policy: TransportPolicy?) async -> SiteFinding {
        let enforced = policy.flatMap { $0.mode == .enforce ? $0 : nil }
        let permitted = route.hosts.filter { enforced?.permits($0) ?? true }
        guard !permitted.isEmpty else {
            return .deferred(.notSecure, "the policy of \(domain) (MTA-STS) permits none of its mail exchangers")
        }
        let found = await hosts(permitted, domain, route, enforced)
        guard !found.usable.isEmpty else {
            if let reason = found.laterReason { return .deferred(found.laterStatus, reason) }
            let what = route.isImplicit ? "no mail exchanger and no address" : "no mail exchanger with an address"
            return .failed(
                route.isImplicit ? .badDomain : .cannotRoute,
                "\(domain) has \(what)",
                seconds: Self.shortest
            )
        }
        let demand: SiteIdentity.Demand =
            settings.direct?.usesDANE == true && route.isSecure ? .signedHosts : enforced == nil ? .none : .policy
        let seconds = max(Self.shortest, min(Self.longest, route.seconds))
        return .site(order(domain, found.usable, demand), seconds: seconds)
    }

    private func order(_ domain: String, _ hosts: [Destination.Host], _ demand: SiteIdentity.Demand) -> SiteOrder {
        let names = hosts.map(\.name)
        let own = settings.domains[domain]
        return SiteOrder(
            identity: SiteIdentity(hosts: names, demand: demand, domain: own == nil ? nil : domain),
            name: own == nil ? names[0] : domain,
            hosts: hosts,
            limits: PaceLimits(settings, domain: own, hosts: names)
        )
    }

    /// Hosts with addresses, in order, and why others have none.
    private struct Found {
        var usable: [Destination.Host] = []
        var laterReason: String?
        var laterStatus = EnhancedStatusCode.nameServersFail
    }

    private func hosts(
        _ names: [String],
        _ domain: String,
        _ route: ExchangerRoute,
        _ policy: TransportPolicy?
    ) async -> Found {
        await withTaskGroup(of: (Int, HostFinding).self) { group in
            for (place, name) in names.enumerated() {
                group.addTask { (place, await host(name, domain, route, policy)) }
            }
            var findings: [Int: HostFinding] = [:]
            for await (place, finding) in group { findings[place] = finding }
            var found = Found()
            for place in names.indices {
                switch findings[place] {
                case .host(let host)?: found.usable.append(host)
                case .later(let status, let reason)?:
                    found.laterReason = found.laterReason ?? reason
                    found.laterStatus = status
                case .gone?, nil: break
                }
            }
            return found
        }
    }

    private enum HostFinding: Sendable {
        case host(Destination.Host)
        case later(EnhancedStatusCode, String)
        case gone
    }

    private func host(
        _ name: String,
        _ domain: String,
        _ route: ExchangerRoute,
        _ policy: TransportPolicy?
    ) async -> HostFinding {
        switch await resolver.addresses(of: name) {
        case .noRecord, .noSuchName: return .gone
        case .tryLater(let reason), .bogus(let reason): return .later(.nameServersFail, reason)
        case .records(let all, let proof):
            // Whoever names this machine as the place for mail wants us to talk to ourselves.
            let usable = settings.port == 25 ? all.filter { !$0.isLoopbackOrUnspecified } : all
            let addresses = AddressOrder.interleaved(usable).compactMap {
                try? SocketAddress(ipAddress: $0.description, port: settings.port)
            }
            guard !addresses.isEmpty else { return .gone }
            let demand = await certificateDemand(name, proof, route)
            if case .unknown(let reason) = demand {
                return .later(.notSecure, "what certificate \(name) has cannot be known: \(reason)")
            }
            return .host(
                Destination.Host(
                    name: name,
                    addresses: addresses,
                    tls: requirement(demand, policy),
                    exchangerTLS: tls(demand, host: name, domain: domain, policy: policy)
                )
            )
        }
    }

    /// Certificates that are announced count only where the list of hosts and the addresses are signed (RFC 7672 §2.2).
    private func certificateDemand(
        _ name: String,
        _ proof: NameProof,
        _ route: ExchangerRoute
    ) async -> CertificateDemand {
        guard settings.direct?.usesDANE == true, route.isSecure, proof.isSecure else { return .nothing }
        if let canonical = proof.canonicalName {
            let answer = await resolver.certificateAssociations(of: canonical, port: settings.port)
            let demand = CertificateDemand(answer)
            if demand != .nothing { return demand }
        }
        return CertificateDemand(await resolver.certificateAssociations(of: name, port: settings.port))
    }

    private func requirement(_ demand: CertificateDemand, _ policy: TransportPolicy?) -> TLSRequirement {
        switch demand {
        case .match, .anyCertificate: .starttls
        case .nothing, .unknown: policy == nil ? settings.tls : .starttls
        }
    }

    private func tls(
        _ demand: CertificateDemand,
        host: String,
        domain: String,
        policy: TransportPolicy?
    ) -> ExchangerTLS {
        switch demand {
        case .match(let associations):
            let check = CertificateCheck(host: host, domains: [domain], associations: associations)
            return ExchangerTLS(contexts, .announced(check), label: "DANE")
        case .anyCertificate: return ExchangerTLS(contexts, .none, label: "DANE, unusable")
        case .nothing, .unknown:
            if policy != nil { return ExchangerTLS(contexts, .name(host), label: "MTA-STS") }
            if settings.tls == .starttls { return ExchangerTLS(contexts, .name(host), label: nil) }
            return ExchangerTLS(contexts, .none, label: nil)
        }
    }
}
