/// How mail leaves through one relay: what `transports:` of `martlet.yaml` says, checked and with its secrets read.
package struct TransportSettings: Sendable, Hashable {
    /// What drives the connections.
    package enum Engine: String, Sendable, Hashable, CaseIterable {
        /// Our own engine.
        case native
        /// libcurl.
        case curl
    }

    /// Which protocol a server speaks.
    package enum Dialect: String, Sendable, Hashable, CaseIterable {
        /// RFC 5321.
        case smtp
        /// RFC 2033: each recipient gets a reply of its own to the message.
        case lmtp
    }

    /// A server that connections go through.
    package struct Proxy: Sendable, Hashable {
        /// What it speaks.
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            /// RFC 1928; names are resolved by the proxy.
            case socks5
            /// The CONNECT method (RFC 9110 §9.3.6).
            case http
        }

        package var kind: Kind
        package var host: String
        package var port: Int
        /// How to log in; nil without.
        package var login: Login?

        package init(kind: Kind, host: String, port: Int, login: Login? = nil) {
            self.kind = kind
            self.host = host
            self.port = port
            self.login = login
        }
    }

    /// The transport's name in the file.
    package var name: String
    /// What drives the connections; `native` by default.
    package var engine = Engine.native
    /// The relay: a host name, an IP address, or with LMTP the absolute path of a socket.
    package var host: String
    /// Its port.
    package var port: Int
    /// Which protocol it speaks; `smtp` by default.
    package var dialect = Dialect.smtp
    /// The address of this machine that connections come from; nil leaves it to the system.
    package var sourceAddress: String?
    /// What connections go through; nil for none.
    package var proxy: Proxy?
    /// What is demanded of TLS.
    package var tls: TLSRequirement
    /// A PEM file of certificates that are trusted besides the system's.
    package var trustedCertificates: String?
    /// Versions, pinned keys and the client's certificate.
    package var tlsOptions = TLSOptions()
    /// How to log in; nil without AUTH.
    package var login: Login?
    /// Who we say we are in EHLO: a domain name, or an address literal.
    package var helloName: String
    /// Connections kept at most; 8 by default.
    package var connections = 8
    /// Messages after which a connection is closed and another made; 500 by default.
    package var messagesPerConnection = 500
    /// Messages a second over all connections; nil for as fast as it goes.
    package var messagesPerSecond: Double?
    /// Messages whose last byte was handed over and whose reply is awaited, over all connections; 64 by default.
    package var unanswered = 64
    /// How mail finds its way without a relay; nil for a relay.
    ///
    /// Without one, ``host`` is empty, and the port is that of all mail exchangers.
    package var direct: DirectSettings?
    /// Limits of single recipient domains, by the domain in lower-case A-labels.
    package var domains: [String: DomainPace] = [:]
    /// How long each step may take.
    package var timeouts = SessionTimeouts()
    /// How long open transactions may go on once the run is told to stop; 60 s by default.
    package var grace = Duration.seconds(60)

    package init(
        name: String,
        host: String,
        port: Int,
        tls: TLSRequirement,
        login: Login? = nil,
        helloName: String = "localhost"
    ) {
        self.name = name
        self.host = host
        self.port = port
        self.tls = tls
        self.login = login
        self.helloName = helloName
    }

    /// Whether a password or token may be sent where nothing hides it: the settings say so, or TLS is not wanted on a
    /// connection that stays on the machine.
    package var allowsClearLogin: Bool {
        login?.allowsClear == true || tls == .none && proxy == nil && Loopback.contains(host)
    }
}

/// What is demanded of TLS on a connection.
package enum TLSRequirement: String, Sendable, Hashable, CaseIterable {
    /// In the clear.
    case none
    /// Taken where it is offered, its certificate not checked; the clear otherwise.
    case opportunistic
    /// Begun in the clear, switched before anything else is said; the certificate must be good.
    case starttls
    /// TLS from the first byte; the certificate must be good.
    case implicit
}

/// How long the steps of a session may take (RFC 5321 §4.5.3.2 for SMTP).
package struct SessionTimeouts: Sendable, Hashable {
    /// Until a connection is made, TLS included; 30 s.
    package var connect = Duration.seconds(30)
    /// Until a reply has come; 300 s.
    package var reply = Duration.seconds(300)
    /// Until the reply to the end of a message has come; 600 s, since servers work then.
    package var endOfData = Duration.seconds(600)

    package init() {}
}
