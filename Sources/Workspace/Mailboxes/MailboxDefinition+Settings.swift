package import MailModel

extension MailboxDefinition {
    /// What an engine is given: the secret is read now.
    ///
    /// - Throws: ``ConfigFaults`` when the secret cannot be had.
    package func settings(_ secrets: SecretReader) throws(ConfigFaults) -> MailboxSettings {
        let login = Login(user: user, password: try secrets.read(password))
        var settings = MailboxSettings(name: name, host: host, port: port, tls: security, login: login)
        settings.trustedCertificates = trustedCertificates
        settings.keepOnServer = keepOnServer
        return settings
    }
}
