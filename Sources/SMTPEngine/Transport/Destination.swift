internal import MailModel
internal import NIOCore

/// Where the connections of a run go: a relay, or the mail exchangers of a site.
struct Destination: Sendable {
    /// One host that takes the mail.
    struct Host: Sendable {
        /// Its name, or its address where it has none.
        var name: String
        /// Where it is; none has the system look the name up.
        var addresses: [SocketAddress] = []
        /// What is demanded of TLS.
        var tls: TLSRequirement
        /// What checks the certificate of a mail exchanger.
        var exchangerTLS: ExchangerTLS?
    }

    /// In the order in which they are to be tried; one at least.
    var hosts: [Host]
    var port: Int
    /// What checks certificates where a host has nothing of its own.
    var client: TLSClient?
    /// How soon a run is given up.
    var patience: SiteHealth.Patience
    /// What a person knows the destination by.
    var peer: String

    /// The relay of a transport's settings.
    init(relay settings: TransportSettings, tls: TLSClient?) {
        hosts = [Host(name: settings.host, tls: settings.tls)]
        port = settings.port
        client = tls
        patience = .relay
        peer = "\(settings.host):\(settings.port)"
    }

    /// The mail exchangers of a site.
    init(hosts: [Host], port: Int) {
        self.hosts = hosts
        self.port = port
        patience = .site
        peer = "\(hosts.first?.name ?? ""):\(port)"
    }
}
