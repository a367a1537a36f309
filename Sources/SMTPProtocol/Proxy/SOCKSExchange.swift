internal import MailModel

/// SOCKS version 5 (RFC 1928) with a user name and a password (RFC 1929).
struct SOCKSExchange: Sendable {
    private enum State: Sendable {
        case method
        case login
        case connect
    }

    private static let version: UInt8 = 5
    private static let noLogin: UInt8 = 0
    private static let passwordLogin: UInt8 = 2

    private let host: String
    private let address: [UInt8]?
    private let port: Int
    private let login: Login?
    private var state = State.method

    init(host: String, address: [UInt8]?, port: Int, login: Login?) {
        self.host = host
        self.address = address
        self.port = port
        self.login = login
    }

    /// VER, NMETHODS, METHODS (RFC 1928 §3).
    var greeting: [UInt8] {
        login == nil ? [Self.version, 1, Self.noLogin] : [Self.version, 2, Self.noLogin, Self.passwordLogin]
    }

    mutating func receive(_ bytes: [UInt8]) -> (step: ProxyHandshake.Step, used: Int) {
        switch state {
        case .method: receiveMethod(bytes)
        case .login: receiveLogin(bytes)
        case .connect: receiveConnect(bytes)
        }
    }

    private mutating func receiveMethod(_ bytes: [UInt8]) -> (step: ProxyHandshake.Step, used: Int) {
        guard bytes.count >= 2 else { return (.wait, 0) }
        guard bytes[0] == Self.version else {
            return (.failed("the proxy does not speak SOCKS 5", .protocolBreach), 2)
        }
        switch (bytes[1], login) {
        case (Self.noLogin, _):
            state = .connect
            return (.say(request), 2)
        case (Self.passwordLogin, let login?):
            state = .login
            // VER 1, ULEN, UNAME, PLEN, PASSWD (RFC 1929 §2); longer ones were refused by the settings.
            let user = Array(login.user.utf8.prefix(255))
            let password = Array(login.secret.exposed.utf8.prefix(255))
            return (.say([1, UInt8(user.count)] + user + [UInt8(password.count)] + password), 2)
        default:
            let words = login == nil ? "the proxy wants a login" : "the proxy takes no login by password"
            return (.failed(words, .loginRefused), 2)
        }
    }

    private mutating func receiveLogin(_ bytes: [UInt8]) -> (step: ProxyHandshake.Step, used: Int) {
        guard bytes.count >= 2 else { return (.wait, 0) }
        guard bytes[1] == 0 else { return (.failed("the proxy refuses the login", .loginRefused), 2) }
        state = .connect
        return (.say(request), 2)
    }

    /// VER, CMD 1, RSV, ATYP, DST.ADDR, DST.PORT (RFC 1928 §4); names go as names.
    private var request: [UInt8] {
        let name = Array(host.utf8.prefix(255))
        let target = address.map { [$0.count == 4 ? 1 : 4] + $0 } ?? [3, UInt8(name.count)] + name
        return [Self.version, 1, 0] + target + [UInt8(port >> 8 & 0xFF), UInt8(port & 0xFF)]
    }

    private func receiveConnect(_ bytes: [UInt8]) -> (step: ProxyHandshake.Step, used: Int) {
        guard bytes.count >= 5 else { return (.wait, 0) }
        guard bytes[0] == Self.version else {
            return (.failed("the proxy's answer is not SOCKS 5", .protocolBreach), bytes.count)
        }
        guard bytes[1] == 0 else {
            return (.failed("the proxy cannot connect: \(Self.words(bytes[1]))", .unreachable), 5)
        }
        let addressLength: Int
        switch bytes[3] {
        case 1: addressLength = 4
        case 3: addressLength = 1 + Int(bytes[4])
        case 4: addressLength = 16
        default: return (.failed("the proxy's answer has an unknown kind of address", .protocolBreach), 5)
        }
        let length = 4 + addressLength + 2
        return bytes.count >= length ? (.established(used: length), length) : (.wait, 0)
    }

    /// REP (RFC 1928 §6).
    private static func words(_ code: UInt8) -> String {
        switch code {
        case 1: "general failure"
        case 2: "not allowed by its rules"
        case 3: "network unreachable"
        case 4: "host unreachable"
        case 5: "connection refused"
        case 6: "time to live exceeded"
        case 7: "command not supported"
        case 8: "kind of address not supported"
        default: "code \(code)"
        }
    }
}
