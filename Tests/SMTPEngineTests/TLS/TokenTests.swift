import MailModel
import MailTestKit
import SMTPEngine
import Synchronization
import Testing

/// Tokens `t1`, `t2` and so on; each is given until it is refused, once.
private final class CountedTokens: TokenSource {
    private let state = Mutex((number: 1, accepted: 0))
    private let last: Int

    init(last: Int) { self.last = last }

    var accepted: Int { state.withLock { $0.accepted } }

    func current() throws(TokenFailure) -> Secret {
        let number = state.withLock { $0.number }
        guard number <= last else { throw TokenFailure(message: "535 no; no more tokens", isRefusal: true) }
        return Secret("t\(number)")
    }

    func accepted(_ token: Secret) { state.withLock { $0.accepted += 1 } }

    func refused(_ token: Secret, saying words: String) -> Bool {
        state.withLock { state in
            if token.exposed == "t\(state.number)" { state.number += 1 }
            return true
        }
    }
}

@Suite("Access tokens at a relay")
struct TokenTests {
    /// A server that takes `t2` only.
    private static func server() throws -> ScriptedServer {
        try ScriptedServer { number in
            let opening: [ServerStep] = [.send("220 mx"), .expect("EHLO"), .send("250-mx\n250 AUTH XOAUTH2")]
            // user=news^Aauth=Bearer t2^A^A
            let good = "AUTH XOAUTH2 dXNlcj1uZXdzAWF1dGg9QmVhcmVyIHQyAQE="
            return number == 1
                ? .script(opening + [.expect(good), .send("235 ok"), .serve(ServerBehaviour())])
                : .script(
                    opening + [
                        .expect("AUTH XOAUTH2"), .send("334 eyJzdGF0dXMiOiI0MDEifQ=="), .readLine, .send("535 expired"),
                        .close,
                    ]
                )
        }
    }

    @Test("A token that has expired is followed by another, and the run goes on")
    func refreshed() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let tokens = CountedTokens(last: 2)
        let delivery = await Delivery.run(port: server.port) {
            $0.login = Login(user: "news", proof: .token(Secret("")))
            $0.login?.tokens = tokens
        }
        #expect(delivery.failure == nil, "\(delivery.words)")
        #expect(delivery.accepted == 3)
        #expect(server.record.connections == 2)
        #expect(server.record.breaches.isEmpty, "\(server.record.breaches)")
        #expect(tokens.accepted == 1)
    }

    @Test("Where no other token is to be had, the refusal stands, with the server's words")
    func refused() async throws {
        let server = try Self.server()
        defer { server.stop() }
        let delivery = await Delivery.run(port: server.port) {
            $0.login = Login(user: "news", proof: .token(Secret("")))
            $0.login?.tokens = CountedTokens(last: 1)
        }
        #expect(delivery.failure?.code == .loginRefused)
        #expect(delivery.failure?.phase == .auth)
        #expect(delivery.words == "535 no; no more tokens")
        #expect(server.record.connections == 1)
    }
}
