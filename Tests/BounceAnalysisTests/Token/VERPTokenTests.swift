import BounceAnalysis
import Testing

@Suite("VERP tokens")
struct VERPTokenTests {
    private let secret = Array("a secret of the workspace".utf8)

    @Test(
        "A token comes back as the run and seq it was made from",
        arguments: [
            (0, 0), (1, 42), (7, 1_000_000), (UInt32.max, UInt32.max), (0, UInt32.max), (UInt32.max, 0),
        ] as [(UInt32, UInt32)]
    )
    func roundTrip(run: UInt32, seq: UInt32) {
        let text = VERPToken.make(secret: secret, run: run, seq: seq)
        #expect(text.utf8.count == VERPToken.length)
        #expect(text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) })
        #expect(VERPToken.parse(text.utf8, secret: secret) == VERPToken(run: run, seq: seq))
    }

    @Test("Letter case does not matter, as some systems change it")
    func letterCase() {
        let text = VERPToken.make(secret: secret, run: 3, seq: 4)
        #expect(VERPToken.parse(text.uppercased().utf8, secret: secret) == VERPToken(run: 3, seq: 4))
    }

    @Test("A token in which any one letter was changed is refused")
    func everyLetterCounts() {
        let text = Array(VERPToken.make(secret: secret, run: 12, seq: 345_678).utf8)
        for index in text.indices {
            for letter in "abcdefghijklmnopqrstuvwxyz234567".utf8 where letter != text[index] {
                var forged = text
                forged[index] = letter
                #expect(VERPToken.parse(forged, secret: secret) == nil, "letter \(index)")
            }
        }
    }

    @Test("A token of another secret is refused")
    func otherSecret() {
        let text = VERPToken.make(secret: secret, run: 1, seq: 1)
        #expect(VERPToken.parse(text.utf8, secret: Array("another secret".utf8)) == nil)
    }

    @Test(
        "What is no token is refused",
        arguments: ["", "a", "管理员", "0aaaaaiaaaacvcj5mdoywonzv", "aaaaaaiaaaacvcj5mdoywonzvmm"]
    )
    func noToken(text: String) {
        #expect(VERPToken.parse(text.utf8, secret: secret) == nil)
    }

    @Test("Tokens of one maker do not depend on the order they are made in")
    func order() {
        var forward = VERPToken.Maker(secret: secret)
        var scattered = VERPToken.Maker(secret: secret)
        var texts: [UInt32: [UInt8]] = [:]
        for seq in 0..<64 as Range<UInt32> {
            var out: [UInt8] = []
            forward.append(VERPToken(run: 9, seq: seq), to: &out)
            texts[seq] = out
        }
        #expect(Set(texts.values).count == 64)
        for seq in [63, 0, 17, 16, 2, 40, 5] as [UInt32] {
            var out: [UInt8] = []
            scattered.append(VERPToken(run: 9, seq: seq), to: &out)
            #expect(out == texts[seq])
        }
    }
}

@Suite("Reverse-path patterns")
struct ReversePathPatternTests {
    private let secret = Array("a secret of the workspace".utf8)

    @Test("The token is found in the address again, in any letter case")
    func found() throws {
        let pattern = try ReversePathPattern("bounces+{token}@example.com")
        var maker = VERPToken.Maker(secret: secret)
        let token = VERPToken(run: 2, seq: 77)
        let address = pattern.make(token, maker: &maker)
        #expect(address.hasPrefix("bounces+") && address.hasSuffix("@example.com"))
        #expect(pattern.token(in: address, maker: &maker) == token)
        #expect(pattern.token(in: address.uppercased(), maker: &maker) == token)
        #expect(pattern.token(in: "x" + address, maker: &maker) == nil)
        #expect(pattern.token(in: address + ".cn", maker: &maker) == nil)
    }

    @Test(
        "A pattern that cannot work is refused with the reason",
        arguments: [
            ("bounces@example.com", .tokenCount(0)),
            ("{token}+{token}@example.com", .tokenCount(2)),
            ("bounces@{token}.example.com", .notInLocalPart),
            ("bounces+{token}", .notInLocalPart),
            ("bounces{token}@example.com", .tokenTouchesWord),
            ("{token}x@example.com", .tokenTouchesWord),
            ("a-very-long-local-part-that-leaves-no-room+{token}@example.com", .localPartTooLong(69)),
        ] as [(String, ReversePathPattern.Failure)]
    )
    func refused(pattern: String, failure: ReversePathPattern.Failure) {
        #expect(throws: failure) { try ReversePathPattern(pattern) }
    }

    @Test("The token of a collected bounce is found in the fields the delivery left behind")
    func collected() throws {
        let pattern = try ReversePathPattern("bounces+{token}@例子.example")
        var maker = VERPToken.Maker(secret: secret)
        let token = VERPToken(run: 1, seq: 9)
        let address = pattern.make(token, maker: &maker)
        let mail = """
            Delivered-To: bounces@example.com
            X-Original-To: \(address.uppercased())
            From: MAILER-DAEMON@mx.example.cn
            To: someone@example.com
            Subject: failure notice

            Hi.
            """
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        let found = pattern.tokens(in: verdict.references, maker: &maker)
        #expect(found.map(\.token) == [token])
        #expect(found.map(\.field) == ["x-original-to"])
        let clues = verdict.clues(patterns: [pattern], maker: &maker)
        #expect(clues.first == Clue(fact: .token(token), confidence: .high))
    }
}
