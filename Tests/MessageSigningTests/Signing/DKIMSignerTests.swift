import Foundation
import Testing

@testable import MessageSigning

@Suite("Signing")
struct DKIMSignerTests {
    private static let forms = Canonicalization.allCases.flatMap { header in
        Canonicalization.allCases.map { Canonicalization.Pair(header: header, body: $0) }
    }

    @Test("Both signatures verify in every canonical form", arguments: forms)
    func roundTrip(forms: Canonicalization.Pair) throws {
        let identities = try Samples.identities()
        var policy = DKIMSigner.Policy()
        policy.canonicalization = forms
        policy.lifetime = 86_400
        var signer = DKIMSigner(identities, policy: policy)
        let message = try Samples.signed(Samples.newsletter, by: &signer)
        let verdicts = Samples.verdicts(message, now: 1_795_000_001, Samples.answers(identities))
        #expect(verdicts.map(\.result) == [.pass, .pass])
        #expect(verdicts.map(\.algorithm) == [.rsaSHA256, .ed25519SHA256])
        #expect(verdicts.map(\.keyBits) == [2_048, 256])
        #expect(String(decoding: message, as: UTF8.self).contains("c=\(forms);"))
    }

    @Test("The field is folded, and the same for the same time")
    func layout() throws {
        var signer = try DKIMSigner(Samples.identities())
        var fields: [UInt8] = []
        let message = Samples.newsletter
        let outcome = try signer.sign(message.span, at: 1_795_000_000, into: &fields)
        #expect(outcome == .signed(2))
        let text = String(decoding: fields, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.last == "")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines[0] == "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com; s=m1;")
        let names =
            "h=From:From:Reply-To:Subject:Subject:Date:Date:Message-ID:To:To:Cc:MIME-Version:Content-Type:"
            + "Content-Type:Content-Transfer-Encoding:List-Id:List-Id:List-Unsubscribe:List-Unsubscribe:"
            + "List-Unsubscribe-Post:List-Unsubscribe-Post;"
        #expect(text.replacingOccurrences(of: "\r\n ", with: "").contains(names))
        var again = try DKIMSigner(Samples.identities())
        #expect(try Samples.signed(Samples.newsletter, by: &again) == fields + Samples.newsletter)
        #expect(try Samples.signed(Samples.newsletter, by: &again, at: 1) != fields + Samples.newsletter)
    }

    @Test("A body in runs is signed as if it lay in one")
    func runs() throws {
        var signer = try DKIMSigner([Samples.identities()[1]])
        let message = Samples.newsletter
        var block = HeaderBlock()
        block.read(message.span, limit: 100)
        var whole: [UInt8] = []
        _ = try signer.sign(message.span, at: 1, into: &whole)
        for cut in block.bodyStart...message.count {
            var fields: [UInt8] = []
            _ = try signer.sign(header: message.span.extracting(first: block.bodyStart), at: 1, into: &fields) { feed in
                feed.add(message.span.extracting(block.bodyStart..<cut))
                feed.add(message.span.extracting(cut..<message.count))
            }
            #expect(fields == whole)
        }
    }

    @Test(
        "Whoever adds or changes a sealed field breaks the signature",
        arguments: [
            "From: x@evil.example", "Subject: 中奖了", "List-Unsubscribe: <https://evil.example>", "Cc: x@evil.example",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Reply-To: x@evil.example",
        ]
    )
    func sealed(field: String) throws {
        let identities = try Samples.identities()
        var signer = DKIMSigner(identities)
        let message = try Samples.signed(Samples.newsletter, by: &signer)
        let results = Samples.results(Array((field + "\r\n").utf8) + message, Samples.answers(identities))
        #expect(results.count == 2 && results.allSatisfy { $0 != .pass })
        let other = Samples.results(Array("X-Relay: yes\r\n".utf8) + message, Samples.answers(identities))
        #expect(other == [.pass, .pass])
    }

    @Test("Any changed byte of what is signed breaks the simple form")
    func changed() throws {
        let identities = [try Samples.identities()[1]]
        var policy = DKIMSigner.Policy()
        policy.canonicalization = .init(header: .simple, body: .simple)
        var signer = DKIMSigner(identities, policy: policy)
        let mine = try Samples.signed(Samples.newsletter, by: &signer)
        let unsigned = Array("X-Campaign: activation\r\n".utf8)
        let start = mine.indices.first { mine[$0...].starts(with: unsigned) } ?? 0
        for index in mine.indices where !(start..<start + unsigned.count).contains(index) {
            var changed = mine
            changed[index] ^= 0x01
            let results = Samples.results(changed, Samples.answers(identities))
            #expect(results.allSatisfy { $0 != .pass }, "byte \(index)")
        }
    }

    @Test(
        "The nearest domain with keys signs",
        arguments: [
            ("a@example.com", "m1.example.com m2.example.com"), ("a@EXAMPLE.com", "m1.example.com m2.example.com"),
            ("a@mail.example.com", "p.mail.example.com"), ("a@x.mail.example.com", "w.example.com"),
            ("a@shop.example.com", "w.example.com"), ("客服@例子.中国", "c.xn--fsqu00a.xn--fiqs8s"),
            ("a@notexample.com", ""), ("a@com", ""), ("a@[192.0.2.1]", ""),
        ]
    )
    func choice(address: String, expected: String) throws {
        let key = try Samples.ed25519Key()
        let both = try Samples.identities()
        var signer = DKIMSigner([
            both[0], try DKIMIdentity(domain: "mail.example.com", selector: "p", key: key), both[1],
            try DKIMIdentity(domain: "例子.中国", selector: "c", key: key),
        ])
        var wide = DKIMSigner([
            try DKIMIdentity(domain: "example.com", selector: "w", key: key, coversSubdomains: true)
        ])
        let message = Array("From: \(address)\r\nSubject: 你好\r\n\r\n正文\r\n".utf8)
        var signed = try Samples.signed(message, by: &signer)
        if signed == message, expected.hasPrefix("w.") { signed = try Samples.signed(message, by: &wide) }
        let names = Samples.recordNames(signed).map {
            $0.replacingOccurrences(of: "._domainkey", with: "")
        }
        #expect(names.joined(separator: " ") == expected)
    }

    @Test("A message without one author is not signed, and says why")
    func unsigned() throws {
        var signer = try DKIMSigner(Samples.identities())
        func outcome(_ text: String) throws -> DKIMSigner.Outcome {
            var fields: [UInt8] = []
            let message = [UInt8](text.utf8)
            let outcome = try signer.sign(message.span, at: 1, into: &fields)
            #expect(fields.isEmpty)
            return outcome
        }
        #expect(try outcome("To: a@example.com\r\n\r\n") == .noAuthor)
        #expect(try outcome("") == .noAuthor)
        #expect(try outcome("From: nobody\r\n\r\n") == .noAuthor)
        #expect(try outcome("From: a@example.com\r\nfrom: a@example.com\r\n\r\n") == .severalAuthorFields)
        #expect(try outcome("From: a@other.example\r\n\r\n") == .noIdentity(domain: "other.example"))
    }

    @Test("An agent is stated, quoted where its local part needs it")
    func agent() throws {
        let identity = try DKIMIdentity(
            domain: "example.com",
            selector: "m1",
            key: Samples.ed25519Key(),
            agent: "小=明;@news.Example.com"
        )
        var signer = DKIMSigner([identity])
        let message = try Samples.signed(Samples.newsletter, by: &signer)
        #expect(String(decoding: message, as: UTF8.self).contains("i==E5=B0=8F=3D=E6=98=8E=3B@news.example.com;"))
        #expect(Samples.results(message, Samples.answers([identity])) == [.pass])
        let strict = Samples.results(message, Samples.answers([identity]) { $0.isStrict = true })
        #expect(strict == [.permerror(.agentNotDomain)])
    }

    @Test("Identities that nobody could look up are refused")
    func identityFaults() throws {
        let key = try Samples.ed25519Key()
        #expect(throws: DKIMIdentity.Fault.domain("com")) { try DKIMIdentity(domain: "com", selector: "a", key: key) }
        #expect(throws: DKIMIdentity.Fault.domain("a b.c")) {
            try DKIMIdentity(domain: "a b.c", selector: "a", key: key)
        }
        #expect(throws: DKIMIdentity.Fault.selector("a b")) {
            try DKIMIdentity(domain: "b.c", selector: "a b", key: key)
        }
        for agent in ["x", "x@c.d", "x@ab.c", "x\r\n@b.c"] {
            #expect(throws: DKIMIdentity.Fault.agent(agent, domain: "b.c")) {
                try DKIMIdentity(domain: "b.c", selector: "s", key: key, agent: agent)
            }
        }
    }

    @Test("A list of fields needs From, and takes nothing that relays change")
    func fieldList() throws {
        #expect(throws: SignedFieldList.Fault.noFrom) { try SignedFieldList(["To"], sealed: []) }
        #expect(throws: SignedFieldList.Fault.unstable("Received")) {
            try SignedFieldList(["From", "Received"], sealed: [])
        }
        #expect(throws: SignedFieldList.Fault.noName("X Y")) { try SignedFieldList(["From"], sealed: ["X Y"]) }
        let list = try SignedFieldList(["From", "X-A"], sealed: ["from", "X-B"])
        #expect(list.entries.map(\.isSealed) == [true, false, true])
    }

    @Test("Fields that occur several times are signed from the bottom up")
    func repeated() throws {
        let identities = [try Samples.identities()[1]]
        var policy = DKIMSigner.Policy()
        policy.fields = try SignedFieldList(["From", "X-A"], sealed: [])
        policy.statesTime = false
        var signer = DKIMSigner(identities, policy: policy)
        let message = try Samples.signed(Array("X-A: 1\r\nFrom: a@example.com\r\nx-a: 2\r\n\r\n".utf8), by: &signer)
        #expect(String(decoding: message, as: UTF8.self).contains("h=From:X-A:X-A;"))
        #expect(!String(decoding: message, as: UTF8.self).contains("t="))
        let answers = Samples.answers(identities)
        #expect(Samples.results(message, answers) == [.pass])
        #expect(Samples.results(Array("X-A: 0\r\n".utf8) + message, answers) == [.pass])
        #expect(Samples.results(message + Array("x".utf8), answers) == [.fail(.bodyHash)])
    }
}
