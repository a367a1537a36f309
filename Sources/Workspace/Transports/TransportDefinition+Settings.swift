package import MailModel

extension TransportDefinition {
    /// What an engine is given: the secret is read now.
    ///
    /// - Throws: ``ConfigFaults`` when the secret cannot be had, or when the entry asks for what this version has not.
    package func settings(_ secrets: SecretReader) throws(ConfigFaults) -> TransportSettings {
        if let faults = ConfigFaults(unavailable) { throw faults }
        guard case .relay(let host) = route, let tls = TLSRequirement(rawValue: security.rawValue) else {
            preconditionFailure("direct delivery and DANE are among what is not available")
        }
        var settings = TransportSettings(
            name: name,
            host: host,
            port: port,
            tls: tls,
            login: try login(secrets),
            helloName: hello ?? Self.machineName
        )
        settings.engine = engine
        settings.dialect = dialect
        settings.sourceAddress = sourceAddress
        settings.proxy = try proxy?.settings(secrets)
        settings.trustedCertificates = trustedCertificates
        settings.connections = connections
        settings.messagesPerConnection = messagesPerConnection
        settings.messagesPerSecond = rate?.perSecond
        settings.unanswered = unanswered
        settings.grace = grace
        return settings
    }

    private func login(_ secrets: SecretReader) throws(ConfigFaults) -> Login? {
        guard let auth else { return nil }
        guard let mechanism = Login.Mechanism(rawValue: auth.mechanism) else {
            preconditionFailure("other mechanisms are among what is not available")
        }
        return Login(user: auth.user, password: try secrets.read(auth.password), mechanism: mechanism)
    }

    /// The machine's own name, as far as it is one that EHLO may have.
    private static var machineName: String {
        guard let name = FileSystem.hostName, HostText.address(name) == nil, let domain = HostText.domain(name)
        else { return "localhost" }
        return domain
    }
}
