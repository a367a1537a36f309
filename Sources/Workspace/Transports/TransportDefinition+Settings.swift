package import MailModel

extension TransportDefinition {
    /// What an engine is given: the secret is read now.
    ///
    /// - Throws: ``ConfigFaults`` when the secret cannot be had, or when the entry asks for what this version has not.
    package func settings(_ secrets: SecretReader) throws(ConfigFaults) -> TransportSettings {
        if let faults = ConfigFaults(unavailable) { throw faults }
        try tlsOptions.checkFiles(
            anchors: trustedCertificates,
            file: WorkspaceFolder.configurationName,
            place: place,
            path: "transports.\(name)"
        )
        var settings = TransportSettings(
            name: name,
            host: relay,
            port: port,
            // DANE demands what the DNS says; where that says nothing, TLS is taken as it is offered.
            tls: TLSRequirement(rawValue: security.rawValue) ?? .opportunistic,
            login: try auth?.login(secrets),
            helloName: hello ?? Self.machineName
        )
        settings.engine = engine
        settings.dialect = dialect
        settings.sourceAddress = sourceAddress
        settings.proxy = try proxy?.settings(secrets)
        settings.trustedCertificates = trustedCertificates
        settings.tlsOptions = tlsOptions
        settings.connections = connections
        settings.messagesPerConnection = messagesPerConnection
        settings.messagesPerSecond = rate?.perSecond
        settings.unanswered = unanswered
        settings.grace = grace
        settings.direct = direct
        for limit in domains {
            settings.domains[limit.domain] = DomainPace(
                messagesPerSecond: limit.rate?.perSecond,
                connections: limit.connections
            )
        }
        return settings
    }

    /// The relay; empty without one.
    private var relay: String { if case .relay(let host) = route { host } else { "" } }

    private var direct: DirectSettings? {
        guard case .exchangers = route else { return nil }
        var direct = DirectSettings()
        if case .server(let server) = resolver { direct.nameServer = server }
        direct.usesDANE = security == .dane
        direct.trustAnchors = dnsTrustAnchors
        direct.policyPort = policyPort
        return direct
    }

    /// The machine's own name, as far as it is one that EHLO may have.
    private static var machineName: String {
        guard let name = FileSystem.hostName, HostText.address(name) == nil, let domain = HostText.domain(name)
        else { return "localhost" }
        return domain
    }
}
