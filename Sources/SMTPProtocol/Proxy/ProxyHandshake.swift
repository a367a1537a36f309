package import MailModel

/// What is said to a proxy before the server behind it can be heard; pure.
package struct ProxyHandshake: Sendable {
    /// What comes next.
    package enum Step: Sendable, Hashable {
        /// More bytes are needed.
        case wait
        /// Write these.
        case say([UInt8])
        /// The server behind the proxy is next; so many of the received bytes were the proxy's.
        case established(used: Int)
        /// It will not do; the text says why.
        case failed(String, TransportFailure.Code)
    }

    private enum Exchange: Sendable {
        case socks(SOCKSExchange)
        case http(ConnectExchange)
    }

    private var exchange: Exchange

    /// A conversation with a proxy.
    ///
    /// - Parameters:
    ///   - proxy: which, and how to log in.
    ///   - host: the server behind it: a name, or an address; a name is resolved by the proxy.
    ///   - address: the 4 or 16 bytes of an address; nil for a name.
    ///   - port: the server's port.
    package init(_ proxy: TransportSettings.Proxy, host: String, address: [UInt8]?, port: Int) {
        switch proxy.kind {
        case .socks5: exchange = .socks(SOCKSExchange(host: host, address: address, port: port, login: proxy.login))
        case .http: exchange = .http(ConnectExchange(host: host, port: port, login: proxy.login))
        }
    }

    /// The first bytes to the proxy.
    package var greeting: [UInt8] {
        switch exchange {
        case .socks(let socks): socks.greeting
        case .http(let http): http.request
        }
    }

    /// Takes what has come since the last bytes that were used.
    ///
    /// - Parameter bytes: all bytes that were not used yet; those of a step that says something are used up.
    /// - Returns: what comes next, and how many of the bytes were used.
    package mutating func receive(_ bytes: [UInt8]) -> (step: Step, used: Int) {
        switch exchange {
        case .socks(var socks):
            let result = socks.receive(bytes)
            exchange = .socks(socks)
            return result
        case .http(let http): return http.receive(bytes)
        }
    }
}
