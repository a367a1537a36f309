internal import MailModel

/// The keys of one transport.
enum TransportTable {
    static let engine = Setting(
        "engine",
        .choice(["native", "curl"]),
        default: "native",
        example: "native",
        "What drives the connections."
    )
    static let host = Setting(
        "host",
        .text,
        example: "smtp.example.com",
        "The relay: a host name or an IP address; not with `route: mx`."
    )
    static let port = Setting(
        "port",
        .integer(1...65_535),
        default: "587; 465 with `tls: implicit`; 25 without demanded TLS",
        example: "587",
        "The relay's port; with `route: mx` that of all mail exchangers, which only labs change from 25."
    )
    static let route = Setting(
        "route",
        .choice(["relay", "mx"]),
        default: "relay",
        example: "mx",
        "`mx` delivers to the mail exchangers of each recipient's domain."
    )
    static let tls = Setting(
        "tls",
        .choice(TransportDefinition.Security.allCases.map(\.rawValue)),
        default: "starttls; `implicit` on port 465",
        example: "starttls",
        "What is demanded of TLS."
    )
    static let auth = Setting(
        "auth",
        .group(authGroup),
        example: "{user: news, password: {env: SMTP_PASSWORD}}",
        "How to log in."
    )
    static let connections = Setting(
        "connections",
        .integer(1...1_000),
        default: "8",
        example: "8",
        "Connections at most, for each site."
    )
    static let messagesPerConnection = Setting(
        "messages_per_connection",
        .integer(1...1_000_000),
        default: "500",
        example: "500",
        "Messages after which a connection is closed and another made."
    )
    static let rate = Setting("rate", .rate, example: "100/s", "Messages at most, over all connections.")
    static let domains = Setting(
        "domains",
        .map(.group(domainGroup)),
        example: "{gmail.com: {rate: 20/s, connections: 4}}",
        "Limits of single recipient domains."
    )
    static let resolver = Setting(
        "resolver",
        .text,
        default: "system",
        example: "system",
        "What resolves names: `system`, or a server's IP address, for another port as 192.0.2.1@5353."
    )
    static let trustAnchors = Setting(
        "dns_trust_anchors",
        .text,
        default: "the root's keys",
        example: "certs/root.key",
        "With `tls: dane`: a file of DS or DNSKEY records that answers are checked with; for labs and private roots."
    )
    static let policyPort = Setting(
        "policy_port",
        .integer(1...65_535),
        default: "443",
        example: "443",
        "With `route: mx`: the port that policies (MTA-STS) are fetched from; only labs change it."
    )
    static let hello = Setting(
        "hello",
        .text,
        default: "the machine's name",
        example: "mail.example.com",
        "Who we say we are in EHLO."
    )
    static let grace = Setting(
        "grace",
        .duration,
        default: "60s",
        example: "60s",
        "How long open messages may go on once a run is told to stop."
    )
    static let unanswered = Setting(
        "unanswered",
        .integer(1...100_000),
        default: "64",
        example: "64",
        "Messages that were handed over and not answered, at most; so many can be in doubt after a crash."
    )
    static let group = SettingGroup(
        "transport",
        [
            engine, host, port, route, tls,
        ] + TLSTable.settings + [
            auth, connections, messagesPerConnection, rate, domains, resolver, trustAnchors, policyPort, hello, grace,
            unanswered,
            ConnectionTable.dialect, ConnectionTable.source, ConnectionTable.proxy,
        ]
    )

    static let login = LoginTable(
        user: "news",
        variable: "SMTP_PASSWORD",
        mechanisms: Login.Mechanism.allCases.filter { $0 != .apop }
    )
    static let authGroup = SettingGroup("login", login.settings)

    static let domainRate = Setting("rate", .rate, example: "20/s", "Messages to this domain at most.")
    static let domainConnections = Setting(
        "connections",
        .integer(1...1_000),
        example: "4",
        "Connections to this domain at most."
    )
    static let domainGroup = SettingGroup("domain", [domainRate, domainConnections])
}
