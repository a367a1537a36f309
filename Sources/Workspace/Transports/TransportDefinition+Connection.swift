package import MailModel

/// A server that connections go through, its password not yet read.
package struct ProxyDefinition: Sendable, Hashable {
    /// What it speaks.
    package var kind: TransportSettings.Proxy.Kind
    /// Its host name or IP address.
    package var host: String
    /// Its port.
    package var port: Int
    /// The user name; nil without a login.
    package var user: String?
    /// Where the password is.
    package var password: SecretReference?

    /// What an engine is given: the secret is read now.
    func settings(_ secrets: SecretReader) throws(ConfigFaults) -> TransportSettings.Proxy {
        var proxy = TransportSettings.Proxy(kind: kind, host: host, port: port)
        if let user, let password { proxy.login = Login(user: user, password: try secrets.read(password)) }
        return proxy
    }
}

extension TransportDefinition {
    /// The name of a relay: a host, or with LMTP the absolute path of a socket.
    static func relayHost(_ reader: GroupReader) -> String? {
        if reader.word(ConnectionTable.dialect) == "lmtp", let path = reader.text(TransportTable.host),
            path.hasPrefix("/")
        {
            guard path.utf8.count < 108 else {
                reader.reportBad(TransportTable.host, "a socket's path has 107 bytes at most")
                return nil
            }
            return path
        }
        return reader.host(TransportTable.host)
    }

    mutating func readRoute(_ reader: GroupReader) {
        dialect = reader.choice(ConnectionTable.dialect, as: TransportSettings.Dialect.self) ?? dialect
        if let text = reader.text(ConnectionTable.source) {
            if HostText.address(text) == nil {
                reader.reportBad(ConnectionTable.source, "`\(text.shortened)` is no IP address")
            }
            sourceAddress = text
        }
        if let group = reader.group(ConnectionTable.proxy) { proxy = Self.proxy(group) }
        if dialect == .lmtp, engine == .curl {
            reader.report(
                .contradiction,
                ConnectionTable.dialect,
                "libcurl does not speak LMTP",
                "write `engine: native`"
            )
        }
    }

    private static func proxy(_ group: GroupReader) -> ProxyDefinition? {
        let kind = group.choice(ConnectionTable.proxyType, as: TransportSettings.Proxy.Kind.self)
        guard let host = group.host(ConnectionTable.proxyHost), let kind else { return nil }
        let port = group.integer(ConnectionTable.proxyPort) ?? (kind == .http ? 3_128 : 1_080)
        var proxy = ProxyDefinition(kind: kind, host: host, port: port)
        proxy.user = group.text(ConnectionTable.proxyUser)
        proxy.password = group.secret(ConnectionTable.proxyPassword)
        if (proxy.user == nil) != (proxy.password == nil) {
            let missing = proxy.user == nil ? ConnectionTable.proxyUser : ConnectionTable.proxyPassword
            group.reportMissing(missing, because: ": a login has both")
        }
        if let user = proxy.user, user.utf8.count > 255 {
            group.reportBad(ConnectionTable.proxyUser, "it is longer than 255 bytes")
        }
        return proxy
    }
}
