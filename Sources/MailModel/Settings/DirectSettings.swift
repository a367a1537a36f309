/// How mail finds its way where there is no relay: what `route: mx` of a transport says.
package struct DirectSettings: Sendable, Hashable {
    /// What resolves names: nil for the machine's own resolver, or the IP address of a server and its port.
    package var nameServer: NameServer?
    /// Whether certificates that the DNS announces are held to (`tls: dane`, RFC 7672).
    package var usesDANE = false
    /// The port of policy servers (MTA-STS); 443, another for labs.
    package var policyPort = 443
    /// A file with trust anchors of the DNS instead of the root's own; nil for those of the root.
    package var trustAnchors: String?

    package init() {}
}

/// A server that resolves names.
package struct NameServer: Sendable, Hashable {
    /// Its IP address.
    package var address: String
    /// Its port; 53 by default.
    package var port: Int

    package init(address: String, port: Int = 53) {
        self.address = address
        self.port = port
    }
}

/// What one recipient domain gets at most.
package struct DomainPace: Sendable, Hashable {
    /// Messages a second; nil for no limit of its own.
    package var messagesPerSecond: Double?
    /// Connections; nil for no limit of its own.
    package var connections: Int?

    package init(messagesPerSecond: Double? = nil, connections: Int? = nil) {
        self.messagesPerSecond = messagesPerSecond
        self.connections = connections
    }
}
