package import MailModel

extension MailboxDefinition {
    /// What an engine is given: the secret is read now.
    ///
    /// - Throws: ``ConfigFaults`` when the secret cannot be had.
    package func settings(_ secrets: SecretReader) throws(ConfigFaults) -> MailboxSettings {
        try tlsOptions.checkFiles(
            anchors: trustedCertificates,
            file: WorkspaceFolder.configurationName,
            place: place,
            path: "mailboxes.\(name)"
        )
        let login = try login.login(secrets)
        var settings = MailboxSettings(name: name, host: host, port: port, tls: security, login: login)
        settings.trustedCertificates = trustedCertificates
        settings.tlsOptions = tlsOptions
        settings.keepOnServer = keepOnServer
        settings.maximumMessageBytes = largestMessage << 20
        return settings
    }
}
