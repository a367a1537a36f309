internal import DeliveryPlanning
internal import MailModel
internal import NameResolution
internal import SMTPEngine
internal import SMTPProtocol

/// Finds out what a host or a domain's mail exchangers are and offer.
struct ProbeSession {
    var resolver: NameResolver
    var policies: PolicyKeeper
    var helloName: String
    var port: Int
    var isImplicit: Bool
    var trustedCertificates: String?
    var timeout: Duration
    /// Hosts that are asked at most.
    private static let most = 5
    /// A message window that servers take, for the estimate.
    private static let window = 16.0

    init(
        resolver: NameResolver,
        policies: PolicyKeeper,
        helloName: String,
        port: Int,
        isImplicit: Bool,
        timeout: Duration
    ) {
        self.resolver = resolver
        self.policies = policies
        self.helloName = helloName
        self.port = port
        self.isImplicit = isImplicit
        self.timeout = timeout
    }

    /// Asks a domain's mail exchangers.
    func domain(_ domain: String) async -> ProbeResult {
        var generator = SystemRandomNumberGenerator()
        let decision = ExchangerDecision(
            await resolver.exchangers(of: domain),
            domain: domain,
            ownName: "",
            using: &generator
        )
        var result = ProbeResult(target: domain)
        switch decision {
        case .failed(let status, let words):
            result.route = ProbeResult.Route(kind: "none", reason: "\(status) \(words)")
        case .deferred(let words): result.route = ProbeResult.Route(kind: "unknown", reason: words)
        case .route(let route):
            let policy = await policies.policy(of: domain)
            result.route = ProbeResult.Route(
                kind: route.isImplicit ? "implicit" : "mx",
                isSigned: route.isSecure,
                exchangers: route.hosts,
                mtaSTS: policy?.mode.rawValue ?? "none",
                preset: ProviderPreset.of(route.hosts)?.name
            )
            for host in route.hosts.prefix(Self.most) {
                var answer = await self.host(host, isSigned: route.isSecure)
                answer.mtaSTSPermits = policy?.permits(host)
                result.hosts.append(answer)
            }
        }
        return result
    }

    /// Asks one host; an IP address is asked as it is.
    func host(_ name: String) async -> ProbeResult {
        var result = ProbeResult(target: name)
        result.hosts = [await host(name, isSigned: true)]
        return result
    }

    private func host(_ name: String, isSigned: Bool) async -> ProbeResult.Host {
        var host = ProbeResult.Host(host: name, port: port)
        var associations: [CertificateAssociation] = []
        let addresses: [HostAddress]
        if let address = HostAddress(parsing: name) {
            addresses = [address]
        } else {
            switch await resolver.addresses(of: name) {
            case .records(let records, let proof):
                addresses = AddressOrder.interleaved(records)
                if isSigned, proof.isSecure {
                    let demand = CertificateDemand(await resolver.certificateAssociations(of: name, port: port))
                    (host.dane, associations) = Self.dane(demand)
                }
            case .noRecord, .noSuchName:
                host.problem = "the host has no address"
                return host
            case .tryLater(let words), .bogus(let words):
                host.problem = words
                return host
            }
        }
        host.addresses = addresses.map(\.description)
        var probe = ServerProbe(host: name, addresses: addresses, port: port)
        probe.helloName = helloName
        probe.isImplicit = isImplicit
        probe.trustedCertificates = trustedCertificates
        probe.associations = associations
        probe.timeout = timeout
        fill(&host, await probe.run())
        return host
    }

    private static func dane(_ demand: CertificateDemand) -> (String, [CertificateAssociation]) {
        switch demand {
        case .nothing: ("none", [])
        case .match(let associations): ("announced", associations)
        case .anyCertificate: ("unusable", [])
        case .unknown: ("unknown", [])
        }
    }

    private func fill(_ host: inout ProbeResult.Host, _ report: ProbeReport) {
        host.endpoint = report.endpoint
        host.banner = report.greeting?.description
        host.tls = report.tls
        host.startTLS = report.hello.map { ServerCapabilities(helloText: $0.text).hasStartTLS }
        host.problem = report.problem.map { "at \($0.phase.phrase): \($0.words)" }
        host.isBreach = report.problem?.isBreach ?? false
        if let facts = report.certificate {
            host.certificate = ProbeResult.Certificate(
                subject: facts.subject,
                names: facts.names,
                issuer: facts.issuer,
                validFrom: facts.validFrom,
                validUntil: facts.validUntil,
                isTrusted: facts.isTrusted
            )
            if let isAnnounced = facts.isAnnounced { host.dane = isAnnounced ? "match" : "mismatch" }
        }
        if let hello = report.secureHello ?? report.hello { fill(&host, hello) }
        host.latency = ProbeResult.Latency(
            connect: report.connecting?.milliseconds,
            greeting: report.greetingDelay?.milliseconds,
            roundTrip: report.roundTrip?.milliseconds
        )
        if let hello = report.secureHello ?? report.hello, let trip = report.roundTrip {
            host.bdat = chunking(ServerCapabilities(helloText: hello.text), trip)
        }
    }

    private func fill(_ host: inout ProbeResult.Host, _ hello: Reply) {
        let offered = ServerCapabilities(helloText: hello.text)
        host.ehlo = hello.text.split(separator: "\n").dropFirst().map(String.init)
        host.auth = offered.authMechanisms
        host.size = offered.maximumSize
        if let most = offered.limits.messages { host.limits["MAILMAX"] = most }
        if let most = offered.limits.recipients { host.limits["RCPTMAX"] = most }
    }

    /// What distance bounds: a message takes a round trip with PIPELINING, three without, a window of them one with BDAT.
    private func chunking(_ offered: ServerCapabilities, _ trip: Duration) -> ProbeResult.Chunking {
        let seconds = max(trip.milliseconds / 1_000, 0.000_01)
        let byData = (offered.hasPipelining ? 1 : 1.0 / 3) / seconds
        return ProbeResult.Chunking(
            isOffered: offered.hasChunking,
            // Nearer than a few milliseconds other things bound the rate.
            pays: offered.hasChunking && seconds > 0.005,
            byData: byData.rounded(),
            byBDAT: offered.hasChunking ? (Self.window / seconds).rounded() : nil
        )
    }
}

extension Duration {
    /// Milliseconds, to a tenth.
    var milliseconds: Double {
        let (seconds, attoseconds) = components
        return (Double(seconds) * 10_000 + Double(attoseconds) / 1e14).rounded() / 10
    }
}
