import Authentication
import MailModel
import Testing

struct SCRAMTests {
    private func exchange(
        _ mechanism: SASLMechanism,
        nonce: String,
        user: String = "user",
        password: String = "pencil",
        offered: [String]? = nil,
        binding: ChannelBinding? = nil
    ) throws -> SASLExchange {
        try SASLExchange(
            mechanism,
            login: LoginSample.password(user, password),
            circumstances: LoginSample.encrypted(offered ?? [mechanism.rawValue], binding: binding),
            nonce: Array(nonce.utf8)
        )
    }

    private static let sha1First =
        "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"
    private static let sha256First =
        "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"

    @Test("SCRAM-SHA-1 has the exchange of RFC 5802 §5")
    func sha1() throws {
        var exchange = try exchange(.scramSHA1, nonce: "fyko+d2lbbFgONRv9qkxdawL")
        #expect(exchange.initialResponse == Array("n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL".utf8))
        #expect(
            LoginSample.text(exchange.receive(challenge: Array(Self.sha1First.utf8)))
                == "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="
        )
        #expect(exchange.objection != nil)
        #expect(exchange.receive(challenge: Array("v=rmF9pqV8S7suAoZWja4dJRkFsKQ=".utf8)) == .respond([]))
        #expect(exchange.objection == nil)
    }

    @Test("SCRAM-SHA-256 has the exchange of RFC 7677 §3")
    func sha256() throws {
        var exchange = try exchange(.scramSHA256, nonce: "rOprNGfwEbeRWgbNEkqO")
        #expect(exchange.initialResponse == Array("n,,n=user,r=rOprNGfwEbeRWgbNEkqO".utf8))
        #expect(
            LoginSample.text(exchange.receive(challenge: Array(Self.sha256First.utf8)))
                == "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
                + "p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
        )
        let final = "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
        #expect(exchange.receive(challenge: Array(final.utf8)) == .respond([]))
        #expect(exchange.objection == nil)
        #expect(LoginSample.isCancelled(exchange.receive(challenge: [])))
    }

    @Test(
        "A server that does not prove itself is not believed",
        arguments: ["v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G8=", "v=", "v=AAAA", "x=1", "", "v=!"]
    )
    func badSignature(final: String) throws {
        var exchange = try exchange(.scramSHA256, nonce: "rOprNGfwEbeRWgbNEkqO")
        _ = exchange.receive(challenge: Array(Self.sha256First.utf8))
        #expect(LoginSample.isCancelled(exchange.receive(challenge: Array(final.utf8))))
        #expect(exchange.objection != nil)
    }

    @Test(
        "A first message that must not be answered is not",
        arguments: [
            ("r=other,s=QSXCR+Q6sek8bf92,i=4096", "not ours"),
            ("r=rOprNGfwEbeRWgbNEkqO,s=QSXCR+Q6sek8bf92,i=4096", "not ours"),
            ("r=rOprNGfwEbeRWgbNEkqOx,s=QSXCR+Q6sek8bf92,i=2147483648", "only cost our time"),
            ("r=rOprNGfwEbeRWgbNEkqOx,s=QSXCR+Q6sek8bf92,i=99999999999999999999", "no number"),
            ("r=rOprNGfwEbeRWgbNEkqOx,s=QSXCR+Q6sek8bf92,i=1", "guess"),
            ("r=rOprNGfwEbeRWgbNEkqOx,s=QSXCR+Q6sek8bf92,i=-4096", "no number"),
            ("r=rOprNGfwEbeRWgbNEkqOx,s=QSXCR+Q6sek8bf92", "without"), ("r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096", "without"),
            ("r=rOprNGfwEbeRWgbNEkqOx,s=!!!!,i=4096", "without"),
            ("m=x,r=rOprNGfwEbeRWgbNEkqOx,s=QQ==,i=4096", "extension"),
            ("s=QQ==,r=rOprNGfwEbeRWgbNEkqOx,i=4096", "without"), ("密码", "know"), (",,,", "know"),
        ]
    )
    func badFirst(first: String, words: String) throws {
        var exchange = try exchange(.scramSHA256, nonce: "rOprNGfwEbeRWgbNEkqO")
        let answer = LoginSample.text(exchange.receive(challenge: Array(first.utf8)))
        #expect(answer.hasPrefix("* "))
        #expect(answer.contains(words), "\(answer)")
        // Nothing comes after it either.
        #expect(LoginSample.isCancelled(exchange.receive(challenge: Array(Self.sha256First.utf8))))
    }

    @Test("An error that the server names is kept, and its refusal awaited")
    func error() throws {
        var exchange = try exchange(.scramSHA256, nonce: "rOprNGfwEbeRWgbNEkqO")
        _ = exchange.receive(challenge: Array(Self.sha256First.utf8))
        #expect(exchange.receive(challenge: Array("e=invalid-proof".utf8)) == .respond([]))
        #expect(exchange.complaint == Array("invalid-proof".utf8))
        #expect(exchange.objection != nil)
    }

    @Test("A name with the letters of the grammar is escaped, one in Chinese is not")
    func names() throws {
        let first = try exchange(.scramSHA256, nonce: "abc", user: "a=b,c张三").initialResponse
        #expect(first == Array("n,,n=a=3Db=2Cc张三,r=abc".utf8))
    }

    @Test("Binding is used, said to be possible where the server seems to have none, and not mentioned otherwise")
    func binding() throws {
        let binding = try #require(CertificateSample.binding)
        let plus = ["SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"]
        func header(_ mechanism: SASLMechanism, _ offered: [String], _ binding: ChannelBinding?) throws -> String {
            let first = try exchange(mechanism, nonce: "abc", offered: offered, binding: binding).initialResponse
            return String(
                decoding: (first ?? []).prefix { $0 != UInt8(ascii: "n") || $0 == first?.first },
                as: UTF8.self
            )
        }
        #expect(try header(.scramSHA256Plus, plus, binding).hasPrefix("p=tls-server-e"))
        #expect(
            try exchange(.scramSHA256, nonce: "abc", binding: binding).initialResponse == Array("y,,n=user,r=abc".utf8)
        )
        #expect(
            try exchange(.scramSHA256, nonce: "abc", offered: plus, binding: binding).initialResponse
                == Array("n,,n=user,r=abc".utf8)
        )
        #expect(try exchange(.scramSHA256, nonce: "abc").initialResponse == Array("n,,n=user,r=abc".utf8))
    }

    @Test("What is bound is the header and the certificate's hash")
    func boundData() throws {
        let binding = try #require(CertificateSample.binding)
        var exchange = try exchange(.scramSHA256Plus, nonce: "rOprNGfwEbeRWgbNEkqO", binding: binding)
        let answer = LoginSample.text(exchange.receive(challenge: Array(Self.sha256First.utf8)))
        let field = answer.split(separator: ",").first.map { Array($0.utf8.dropFirst(2)) } ?? []
        let data = try #require(SASLBase64.decode(field))
        #expect(data.starts(with: "p=tls-server-end-point,,".utf8))
        #expect(data.count == 24 + 32)
    }

    @Test("Nonces are long, printable, without commas, and never the same")
    func nonces() {
        let nonces = (0..<50).map { _ in SCRAMExchange.freshNonce() }
        #expect(Set(nonces).count == 50)
        #expect(nonces.allSatisfy { $0.count == 24 && $0.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2C } })
    }
}
