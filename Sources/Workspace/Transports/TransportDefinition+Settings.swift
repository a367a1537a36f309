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
        guard case .relay(let host) = route, let tls = TLSRequirement(rawValue: security.rawValue) else {
            preconditionFailure("direct delivery and DANE are among what is not available")
        }
        var settings = TransportSettings(
            name: name,
            host: host,
            port: port,
            tls: tls,
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
        return settings
    }

    /// The machine's own name, as far as it is one that EHLO may have.
    private static var machineName: String {
        guard let name = FileSystem.hostName, HostText.address(name) == nil, let domain = HostText.domain(name)
        else { return "localhost" }
        return domain
    }
}
