internal import MailModel

extension TransportDefinition {
    /// Reads one entry of `transports:`.
    ///
    /// - Returns: nil when something in it is wrong, which is reported then.
    static func read(_ entry: YAMLEntry, above path: String, workspace: WorkspaceFolder, faults: FaultList) -> Self? {
        let path = GroupReader.join(path, entry.key)
        guard let reader = GroupReader(entry.value, TransportTable.group, path: path, faults: faults) else {
            return nil
        }
        let before = faults.faults.count
        guard let route = route(reader) else { return nil }
        let port = reader.integer(TransportTable.port)
        let security =
            reader.choice(TransportTable.tls, as: Security.self) ?? standardSecurity(reader, route: route, port: port)
        var transport = TransportDefinition(
            name: entry.key,
            place: entry.place,
            route: route,
            port: port ?? standardPort(reader, security, route: route),
            security: security
        )
        transport.readConnection(reader, workspace)
        transport.readRoute(reader)
        transport.readLimits(reader)
        transport.findUnavailable(reader)
        if security == .dane, case .relay = route, reader.has(TransportTable.tls) {
            reader.report(
                .contradiction,
                TransportTable.tls,
                "`dane` belongs to direct delivery, and there is a `host`",
                "write `tls: starttls` for a relay"
            )
        }
        return faults.faults.count == before ? transport : nil
    }

    private static func route(_ reader: GroupReader) -> Route? {
        let isDirect = reader.word(TransportTable.route) == "mx"
        if isDirect, reader.has(TransportTable.host) {
            reader.report(
                .contradiction,
                TransportTable.host,
                "`host` names a relay, and `route: mx` delivers without one",
                "keep one of them",
                at: reader.keyPlace(of: TransportTable.host)
            )
            return nil
        }
        if isDirect { return .exchangers }
        guard reader.has(TransportTable.host) else {
            reader.reportMissing(TransportTable.host, because: ": nothing says where mail goes")
            return nil
        }
        return relayHost(reader).map { .relay(host: $0) }
    }

    private static func standardSecurity(_ reader: GroupReader, route: Route, port: Int?) -> Security {
        if reader.word(ConnectionTable.dialect) == "lmtp" { return .none }
        return switch route {
        case .exchangers: .opportunistic
        case .relay: port == 465 ? .implicit : .starttls
        }
    }

    private static func standardPort(_ reader: GroupReader, _ security: Security, route: Route) -> Int {
        if reader.word(ConnectionTable.dialect) == "lmtp" { return 24 }
        guard case .relay = route else { return 25 }
        return switch security {
        case .starttls: 587
        case .implicit: 465
        case .none, .opportunistic, .dane: 25
        }
    }

    private mutating func readConnection(_ reader: GroupReader, _ workspace: WorkspaceFolder) {
        engine = reader.choice(TransportTable.engine, as: type(of: engine).self) ?? engine
        trustedCertificates = reader.text(TLSTable.trusted).map(workspace.absolute)
        tlsOptions = TLSTable.read(reader, tls: security.rawValue, workspace)
        if case .exchangers = route, reader.has(TLSTable.pins) {
            reader.report(
                .contradiction,
                TLSTable.pins,
                "each mail exchanger has a key of its own, which `route: mx` cannot know",
                "take the line away",
                at: reader.keyPlace(of: TLSTable.pins)
            )
        }
        if let group = reader.group(TransportTable.auth) {
            auth = TransportTable.login.read(group, hasCertificate: tlsOptions.certificate != nil)
        }
        if let text = reader.text(TransportTable.hello) { hello = Self.hello(text, reader) }
        if let text = reader.text(TransportTable.resolver), text != "system" {
            if let server = NameServer(parsing: text) {
                resolver = .server(server)
            } else {
                reader.reportBad(TransportTable.resolver, "`\(text.shortened)` is neither `system` nor an IP address")
            }
        }
        dnsTrustAnchors = reader.text(TransportTable.trustAnchors).map(workspace.absolute)
        policyPort = reader.integer(TransportTable.policyPort) ?? policyPort
    }

    /// A domain, or an address literal in square brackets (RFC 5321 §4.1.1.1).
    private static func hello(_ text: String, _ reader: GroupReader) -> String? {
        if text.hasPrefix("[") {
            let inner = text.dropFirst().dropLast()
            let address = inner.hasPrefix("IPv6:") ? inner.dropFirst(5) : inner
            if text.hasSuffix("]"), HostText.address(String(address)) != nil { return text }
        } else if HostText.address(text) == nil, let name = HostText.checked(text) {
            return name
        }
        reader.reportBad(TransportTable.hello, "`\(text.shortened)` is neither a domain nor an IP address in brackets")
        return nil
    }

    private mutating func readLimits(_ reader: GroupReader) {
        connections = reader.integer(TransportTable.connections) ?? connections
        messagesPerConnection = reader.integer(TransportTable.messagesPerConnection) ?? messagesPerConnection
        rate = reader.rate(TransportTable.rate)
        grace = reader.duration(TransportTable.grace) ?? grace
        unanswered = reader.integer(TransportTable.unanswered) ?? unanswered
        for entry in reader.entries(TransportTable.domains) {
            let path = GroupReader.join(reader.path(TransportTable.domains), entry.key)
            guard let domain = reader.domain(entry.key, TransportTable.domains, at: entry.place),
                let limits = GroupReader(entry.value, TransportTable.domainGroup, path: path, faults: reader.faults)
            else { continue }
            domains.append(
                DomainLimit(
                    domain: domain,
                    rate: limits.rate(TransportTable.domainRate),
                    connections: limits.integer(TransportTable.domainConnections)
                )
            )
        }
    }

    /// What does not go together, and what this version has not.
    private mutating func findUnavailable(_ reader: GroupReader) {
        guard case .exchangers = route else {
            if case .server = resolver {
                unavailable.append(
                    reader.unavailable(TransportTable.resolver, "`resolver` for a relay", "write `resolver: system`")
                )
            }
            return
        }
        if reader.has(TransportTable.auth) {
            reader.report(
                .contradiction,
                TransportTable.auth,
                "mail exchangers of others take no login, and there is `route: mx`",
                "leave `auth` out, or name a relay with `host`"
            )
        }
        if security == .implicit {
            reader.report(
                .contradiction,
                TransportTable.tls,
                "mail exchangers begin in the clear, and there is `route: mx`",
                "write `tls: opportunistic`, starttls or dane"
            )
        }
        if engine == .curl {
            unavailable.append(
                reader.unavailable(
                    TransportTable.engine,
                    "`route: mx` by the engine `curl`",
                    "write `engine: native`, or name a relay with `host: smtp.example.com`"
                )
            )
        }
    }
}
