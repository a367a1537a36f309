internal import Authentication
internal import MailModel

/// The CONNECT method of an HTTP proxy (RFC 9110 §9.3.6).
struct ConnectExchange: Sendable {
    /// Bytes that an answer's header may have.
    private static let maximumBytes = 16_384

    private let authority: String
    private let login: Login?

    init(host: String, port: Int, login: Login?) {
        authority = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(port)" : "\(host):\(port)"
        self.login = login
    }

    /// The request; a login by the Basic scheme (RFC 7617).
    var request: [UInt8] {
        var text = Array("CONNECT \(authority) HTTP/1.1\r\nHost: \(authority)\r\n".utf8)
        if let login {
            text += Array("Proxy-Authorization: Basic ".utf8)
            text += SASLBase64.encode(Array("\(login.user):\(login.secret.exposed)".utf8))
            text += [0x0D, 0x0A]
        }
        return text + [0x0D, 0x0A]
    }

    func receive(_ bytes: [UInt8]) -> (step: ProxyHandshake.Step, used: Int) {
        guard let end = Self.headerEnd(bytes) else {
            guard bytes.count <= Self.maximumBytes else {
                return (.failed("the proxy's answer has no end", .protocolBreach), bytes.count)
            }
            return (.wait, 0)
        }
        let line = String(decoding: bytes[..<end].prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
        let words = line.split(separator: " ", maxSplits: 2)
        guard words.count >= 2, words[0].hasPrefix("HTTP/1."), let code = Int(words[1]) else {
            return (.failed("the proxy does not speak HTTP", .protocolBreach), end)
        }
        switch code {
        case 200...299: return (.established(used: end), end)
        case 407:
            let words = login == nil ? "the proxy wants a login" : "the proxy refuses the login"
            return (.failed("\(words): \(ReplyText.line(line))", .loginRefused), end)
        default: return (.failed("the proxy cannot connect: \(ReplyText.line(line))", .unreachable), end)
        }
    }

    /// Where the header ends: behind the first empty line.
    private static func headerEnd(_ bytes: [UInt8]) -> Int? {
        var isLineEmpty = false
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x0A where isLineEmpty: return index + 1
            case 0x0A: isLineEmpty = true
            case 0x0D: continue
            default: isLineEmpty = false
            }
        }
        return nil
    }
}
