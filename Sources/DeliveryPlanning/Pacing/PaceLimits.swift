package import MailModel

/// What a site may be given at most.
package struct PaceLimits: Sendable, Hashable {
    /// Connections at once.
    package var connections: Int
    /// Messages a second; nil for as fast as it goes.
    package var messagesPerSecond: Double?
    /// Messages after which a connection is closed and another made.
    package var messagesPerConnection: Int

    package init(connections: Int, messagesPerSecond: Double? = nil, messagesPerConnection: Int) {
        self.connections = connections
        self.messagesPerSecond = messagesPerSecond
        self.messagesPerConnection = messagesPerConnection
    }

    /// What a domain's site gets: what a person has set for the domain, otherwise what its provider is known to like, and
    /// never more than the transport allows.
    ///
    /// - Parameters:
    ///   - settings: the transport.
    ///   - domain: what is set for the domain; nil when nothing is.
    ///   - hosts: where its mail goes; none for a relay, whose limits are the transport's.
    package init(_ settings: TransportSettings, domain: DomainPace?, hosts: [String]) {
        let preset = ProviderPreset.of(hosts)
        let asked = domain?.connections ?? (domain == nil ? preset?.connections : nil)
        self.init(
            connections: max(1, min(asked ?? settings.connections, settings.connections)),
            messagesPerSecond: domain?.messagesPerSecond ?? (domain == nil ? preset?.messagesPerSecond : nil),
            messagesPerConnection: min(
                settings.messagesPerConnection,
                preset?.messagesPerConnection ?? settings.messagesPerConnection
            )
        )
    }
}
