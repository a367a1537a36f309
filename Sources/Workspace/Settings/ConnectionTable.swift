internal import MailModel

/// The keys of a transport that say how its server is reached.
enum ConnectionTable {
    static let dialect = Setting(
        "protocol",
        .choice(TransportSettings.Dialect.allCases.map(\.rawValue)),
        default: "smtp",
        example: "lmtp",
        "What the server speaks; `lmtp` is for a mail store on your own network, whose `host` may be a socket's path."
    )
    static let source = Setting(
        "source",
        .text,
        example: "192.0.2.10",
        "The address of this machine that connections come from."
    )
    static let proxy = Setting(
        "proxy",
        .group(proxyGroup),
        example: "{type: socks5, host: 127.0.0.1, port: 1080}",
        "What connections go through."
    )

    static let proxyType = Setting(
        "type",
        .choice(TransportSettings.Proxy.Kind.allCases.map(\.rawValue)),
        isRequired: true,
        example: "socks5",
        "`socks5`, or `http` for the CONNECT method."
    )
    static let proxyHost = Setting("host", .text, isRequired: true, example: "127.0.0.1", "The proxy.")
    static let proxyPort = Setting(
        "port",
        .integer(1...65_535),
        default: "1080; 3128 with `type: http`",
        example: "1080",
        "The proxy's port."
    )
    static let proxyUser = Setting("user", .text, example: "news", "The user name at the proxy.")
    static let proxyPassword = Setting(
        "password",
        .secret,
        example: "{env: PROXY_PASSWORD}",
        "Where the password for the proxy is."
    )
    static let proxyGroup = SettingGroup("proxy", [proxyType, proxyHost, proxyPort, proxyUser, proxyPassword])
}

/// The keys of a job that ask servers for delivery reports.
enum ReportTable {
    static let notify = Setting(
        "notify",
        .oneOrMore(.choice(["success", "failure", "delay", "never"])),
        default: "failure",
        example: "[failure, delay]",
        "When the recipient's server is to report; `never` alone asks for no report at all."
    )
    static let content = Setting(
        "return",
        .choice(["headers", "full"]),
        default: "headers",
        example: "headers",
        "How much of the message a report returns."
    )
    static let group = SettingGroup("delivery reports", [notify, content])
}
