import MailModel
import Testing

@testable import SMTPProtocol

@Suite("Proxies")
struct ProxyHandshakeTests {
    /// Plays a proxy that says `answers`, split as `size` says; gives what was said to it, and how it ended.
    private static func play(
        _ proxy: TransportSettings.Proxy,
        host: String = "smtp.example.cn",
        address: [UInt8]? = nil,
        answers: [UInt8],
        size: Int
    ) -> (said: [UInt8], last: ProxyHandshake.Step, left: [UInt8]) {
        var handshake = ProxyHandshake(proxy, host: host, address: address, port: 587)
        var said = handshake.greeting
        var pending: [UInt8] = []
        var last = ProxyHandshake.Step.wait
        var rest = answers[...]
        while !rest.isEmpty {
            pending += rest.prefix(size)
            rest = rest.dropFirst(size)
            while true {
                let (step, used) = handshake.receive(pending)
                pending.removeFirst(used)
                last = step
                guard case .say(let bytes) = step else { break }
                said += bytes
            }
            if case .wait = last { continue }
            break
        }
        return (said, last, pending + rest)
    }

    private static let login = Login(user: "王", password: Secret("geheim"))

    @Test("SOCKS 5 without a login, by name; the server's greeting behind it is left alone", arguments: [1, 2, 3, 100])
    func socks(size: Int) {
        let proxy = TransportSettings.Proxy(kind: .socks5, host: "127.0.0.1", port: 1_080)
        let answers: [UInt8] = [5, 0, 5, 0, 0, 1, 127, 0, 0, 1, 0x04, 0x38] + Array("220 hi".utf8)
        let played = Self.play(proxy, answers: answers, size: size)
        let name = Array("smtp.example.cn".utf8)
        #expect(played.said == [5, 1, 0, 5, 1, 0, 3, UInt8(name.count)] + name + [2, 75])
        #expect(played.last == .established(used: 10))
        #expect(played.left == Array("220 hi".utf8))
    }

    @Test("SOCKS 5 with a login and an address", arguments: [1, 7, 100])
    func login(size: Int) {
        let proxy = TransportSettings.Proxy(kind: .socks5, host: "127.0.0.1", port: 1_080, login: Self.login)
        let answers: [UInt8] = [5, 2, 1, 0, 5, 0, 0, 3, 1, 0x61, 0, 25]
        let played = Self.play(proxy, host: "192.0.2.1", address: [192, 0, 2, 1], answers: answers, size: size)
        let credentials: [UInt8] = [1, 3] + Array("王".utf8) + [6] + Array("geheim".utf8)
        #expect(played.said == [5, 2, 0, 2] + credentials + [5, 1, 0, 1, 192, 0, 2, 1, 2, 75])
        #expect(played.last == .established(used: 8))
    }

    @Test(
        "A SOCKS proxy that will not says why",
        arguments: [
            ([5, 0xFF], "the proxy wants a login"), ([5, 0, 5, 5, 0, 1, 0, 0, 0, 0, 0, 0], "connection refused"),
            ([4, 0], "does not speak SOCKS 5"), ([5, 0, 5, 0, 0, 9, 0], "unknown kind of address"),
        ] as [([UInt8], String)]
    )
    func socksRefusals(answers: [UInt8], words: String) {
        let proxy = TransportSettings.Proxy(kind: .socks5, host: "127.0.0.1", port: 1_080)
        guard case .failed(let text, _) = Self.play(proxy, answers: answers, size: 100).last else {
            Issue.record("not refused")
            return
        }
        #expect(text.contains(words))
    }

    @Test("HTTP CONNECT with a login; bytes behind the header are the server's", arguments: [1, 5, 500])
    func http(size: Int) {
        let proxy = TransportSettings.Proxy(kind: .http, host: "127.0.0.1", port: 3_128, login: Self.login)
        let answers = Array("HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n220 hi".utf8)
        let played = Self.play(proxy, host: "2001:db8::1", answers: answers, size: size)
        let said = String(decoding: played.said, as: UTF8.self)
        #expect(said.hasPrefix("CONNECT [2001:db8::1]:587 HTTP/1.1\r\nHost: [2001:db8::1]:587\r\n"))
        #expect(said.hasSuffix("Proxy-Authorization: Basic 546LOmdlaGVpbQ==\r\n\r\n"))
        guard case .established = played.last else {
            Issue.record("\(played.last)")
            return
        }
        #expect(played.left == Array("220 hi".utf8))
    }

    @Test(
        "An HTTP proxy that will not is told with its words, and one without an end is cut",
        arguments: [
            ("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", "wants a login"),
            ("HTTP/1.0 403 Forbidden\r\n\r\n", "403 Forbidden"), ("220 smtp.example\r\n\r\n", "does not speak HTTP"),
            (String(repeating: "a", count: 20_000), "has no end"),
        ]
    )
    func httpRefusals(answer: String, words: String) {
        let proxy = TransportSettings.Proxy(kind: .http, host: "127.0.0.1", port: 3_128)
        guard case .failed(let text, _) = Self.play(proxy, answers: Array(answer.utf8), size: 4_096).last else {
            Issue.record("not refused")
            return
        }
        #expect(text.contains(words))
    }
}
