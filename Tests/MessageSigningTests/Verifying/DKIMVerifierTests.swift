import Foundation
import Testing

@testable import MessageSigning

@Suite("Verifying")
struct DKIMVerifierTests {
    /// A field that verifies is not needed to see why one is not even looked at.
    private static let right =
        "v=1; a=ed25519-sha256; d=example.com; s=m2; h=From; bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=; b=AAAA"

    private func result(_ tags: String, now: Int? = nil) throws -> DKIMVerdict.Result? {
        let message = Array("DKIM-Signature: \(tags)\r\nFrom: a@example.com\r\n\r\n".utf8)
        return Samples.results(message, now: now, Samples.answers(try Samples.identities())).first
    }

    private static func changed(_ old: String, _ new: String) -> String {
        right.replacingOccurrences(of: old, with: new)
    }

    @Test(
        "A field that breaks a rule has the result that fits",
        arguments: [
            (right, .fail(.signature)), (right + ";", .fail(.signature)),
            (changed("v=1; ", ""), .neutral(.missing(tag: "v"))), (changed("v=1", "v=2"), .neutral(.version)),
            (changed("a=ed25519-sha256; ", ""), .neutral(.missing(tag: "a"))),
            (changed("ed25519-sha256", "rsa-sha1"), .permerror(.sha1)),
            (changed("ed25519-sha256", "rsa-md5"), .neutral(.algorithm("rsa-md5"))),
            (changed("d=example.com; ", ""), .neutral(.missing(tag: "d"))),
            (changed("d=example.com", "d=com"), .neutral(.value(tag: "d"))),
            (changed("s=m2; ", ""), .neutral(.missing(tag: "s"))),
            (changed("s=m2", "s=m 2"), .neutral(.value(tag: "s"))),
            (changed("h=From; ", ""), .neutral(.missing(tag: "h"))),
            (changed("h=From", "h="), .permerror(.fromNotSigned)),
            (changed("h=From", "h=To"), .permerror(.fromNotSigned)),
            (changed("h=From", "h=From::To"), .neutral(.value(tag: "h"))),
            (changed("b=AAAA", "b="), .neutral(.value(tag: "b"))),
            (changed("b=AAAA", "b=A"), .neutral(.value(tag: "b"))),
            (changed("; b=AAAA", ""), .neutral(.missing(tag: "b"))),
            (right + "; c=bogus", .neutral(.canonicalization("bogus"))),
            (right + "; c=relaxed/x", .neutral(.canonicalization("relaxed/x"))),
            (right + "; q=http", .neutral(.queryMethod)),
            (right + "; q=http:dns/txt", .fail(.signature)),
            (right + "; i=@example.org", .permerror(.agentOutsideDomain)),
            (right + "; i=@notexample.com", .permerror(.agentOutsideDomain)),
            (right + "; i=example.com", .neutral(.value(tag: "i"))),
            (right + "; l=-1", .neutral(.value(tag: "l"))), (right + "; l=3", .fail(.bodyTooShort)),
            (right + "; l=0", .fail(.bodyHash)),
            (right + "; t=5; x=5", .neutral(.value(tag: "x"))), (right + "; x=99", .fail(.expired)),
            (right + "; x=100", .fail(.signature)),
            (right + "; l=" + String(repeating: "9", count: 76), .neutral(.value(tag: "l"))),
            (right + "; z=a|b:c", .fail(.signature)),
            (right + "; v=1", .neutral(.syntax("v= occurs twice"))),
            (changed("s=m2", "s=m1"), .permerror(.keyType("rsa"))),
            (changed("s=m2", "s=m3"), .permerror(.noKey)), (changed("bh=frcC", "bh=frcD"), .fail(.bodyHash)),
        ] as [(String, DKIMVerdict.Result)]
    )
    func rules(tags: String, expected: DKIMVerdict.Result) throws { #expect(try result(tags, now: 100) == expected) }

    @Test("The messages of RFC 8463 and RFC 6376 verify")
    func vectors() {
        let answers: (String) -> DKIMVerifier.KeyAnswer = { name in
            Vectors.records[name].map { .records([Array($0.utf8)]) } ?? .noSuchName
        }
        #expect(Samples.results(Vectors.rfc8463, answers) == [.pass, .pass])
        #expect(Samples.results(Vectors.rfc6376, answers) == [.pass])
        #expect(
            Samples.recordNames(Vectors.rfc8463) == [
                "brisbane._domainkey.football.example.com", "test._domainkey.football.example.com",
            ]
        )
    }

    @Test("The Ed25519 signature of RFC 8463 is made anew, byte by byte")
    func resigning() throws {
        let key = try DKIMKey(text: Array("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=".utf8))
        let message = Vectors.rfc8463
        var block = HeaderBlock()
        block.read(message.span, limit: 20)
        let tags = try TagList(message.span, in: block.fields[0].value)
        let signature = try DKIMSignature(tags)
        let found = DKIMVerifier.Reading(message.span, .init()).hash(of: message.span, signature, field: 0)
        let hash = try #require(found)
        #expect(try key.signature(for: hash) == signature.value)
    }

    @Test("What DNS says decides", arguments: [0, 1])
    func records(index: Int) throws {
        let identity = try Samples.identities()[index]
        var signer = DKIMSigner([identity])
        let message = try Samples.signed(Samples.newsletter, by: &signer)
        func result(_ answer: DKIMVerifier.KeyAnswer) -> DKIMVerdict.Result? {
            Samples.results(message) { _ in answer }.first
        }
        func result(_ change: @escaping (inout DKIMKeyRecord) -> Void) -> DKIMVerdict.Result? {
            Samples.results(message, Samples.answers([identity], change: change)).first
        }
        #expect(result(.tryLater("SERVFAIL")) == .temperror("SERVFAIL"))
        #expect(result(.noSuchName) == .permerror(.noKey))
        #expect(result(.records([])) == .permerror(.noKey))
        #expect(result(.records([Array("v=spf1 -all".utf8)])) == .permerror(.noKey))
        #expect(result(.records([Array("v=DKIM1; p=!".utf8)])) == .permerror(.keyRecord(.value(tag: "p"))))
        #expect(result { $0.publicKey = [] } == .permerror(.revokedKey))
        #expect(result { $0.services = ["tlsrpt"] } == .permerror(.keyNotForMail))
        #expect(result { $0.hashes = ["sha1"] } == .permerror(.hashNotAllowed))
        #expect(result { $0.publicKey = Array($0.publicKey.dropLast()) } == .permerror(.damagedKey))
        let own = Array(identity.key.record.text.utf8)
        #expect(result(.records([Array("v=spf1 -all".utf8), own])) == .pass)
        let foreign = Array(try DKIMKey.generate(identity.key.algorithm).record.text.utf8)
        #expect(result(.records([foreign])) == .fail(.signature))
        #expect(result(.records([foreign, own])) == .pass)
    }

    @Test("A domain that is only testing is marked")
    func testing() throws {
        let identities = [try Samples.identities()[1]]
        var signer = DKIMSigner(identities)
        let message = try Samples.signed(Samples.newsletter, by: &signer) + Array("x".utf8)
        let verdicts = Samples.verdicts(message, Samples.answers(identities) { $0.isTesting = true })
        #expect(verdicts.map(\.isTesting) == [true])
        #expect(verdicts.map(\.result) == [.fail(.bodyHash)])
    }

    @Test("Keys of 1024 bits verify, shorter ones never")
    func weak() throws {
        let short = try DKIMKey(text: Array(SampleKeys.short.utf8), leastBits: 1_024)
        let identity = try DKIMIdentity(domain: "example.com", selector: "old", key: short)
        var signer = DKIMSigner([identity])
        let message = try Samples.signed(Samples.newsletter, by: &signer)
        #expect(Samples.results(message, Samples.answers([identity])) == [.pass])
        let tiny =
            "v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKjzIu+maWskvoCrGYLc3HGy+Y0Y4Dr3"
            + "agafOmg/sQJkfahF3guMEhcmK3XcLD817INEVmIqAfoXYEmOkPezo3MCAwEAAQ=="
        #expect(Samples.results(message) { _ in .records([Array(tiny.utf8)]) } == [.permerror(.weakKey)])
    }

    @Test("Only so many signatures are checked")
    func tooMany() throws {
        let identities = [try Samples.identities()[1]]
        var signer = DKIMSigner(identities)
        let message = Samples.newsletter
        var fields: [UInt8] = []
        for _ in 0..<10 { _ = try signer.sign(message.span, at: 1, into: &fields) }
        let results = Samples.results(fields + Samples.newsletter, Samples.answers(identities))
        #expect(results == Array(repeating: .pass, count: 8) + Array(repeating: .neutral(.tooManySignatures), count: 2))
        #expect(Samples.recordNames(fields + Samples.newsletter).count == 1)
    }

    @Test("What stands behind l= is said to be covered by nobody")
    func length() {
        let answers: (String) -> DKIMVerifier.KeyAnswer = { _ in .noSuchName }
        let text = "DKIM-Signature: \(Self.right); l=2; c=simple/simple\r\nFrom: a@example.com\r\n\r\nabcdef\r\n"
        #expect(Samples.verdicts(Array(text.utf8), answers).map(\.uncoveredBytes) == [6])
    }

    @Test("Broken messages give a result, whatever is broken")
    func hostile() throws {
        var dice = Samples.Dice(state: 11)
        let answers = Samples.answers(try Samples.identities())
        let pieces = [
            "DKIM-Signature:", "v=1;", "a=ed25519-sha256;", "d=example.com;", "s=m2;", "h=From", ":", "b=", "bh=AAAA;",
            "\r\n", " ", "=", ";", "\u{0}", "From: a@b.example", "l=9;", "中",
        ]
        for _ in 0..<2_000 {
            let text = (0..<20).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
            let results = Samples.results(Array(text.utf8), answers)
            #expect(results.allSatisfy { $0 != .pass })
        }
    }

    @Test("A header without end is not looked at, nor signed")
    func manyFields() throws {
        let answers = Samples.answers(try Samples.identities())
        let many = "DKIM-Signature: " + Self.changed("h=From", "h=From" + String(repeating: ":a", count: 499))
        let header = many + "\r\nFrom: a@example.com\r\n" + String(repeating: "a:\r\n", count: 1_998)
        #expect(Samples.results(Array((header + "\r\n").utf8), answers) == [.fail(.signature)])
        let more = Array((header + "From: x@evil.example\r\n\r\n").utf8)
        #expect(Samples.results(more, answers) == [.neutral(.tooManyFields)])
        var signer = try DKIMSigner(Samples.identities())
        var fields: [UInt8] = []
        let outcome = try signer.sign(more.span, at: 1, into: &fields)
        #expect(outcome == .tooManyFields)
    }

    @Test("A file with the line ends of Unix verifies as it was sent")
    func files() throws {
        let identities = try Samples.identities()
        var signer = DKIMSigner(identities)
        let message = try Samples.signed(Samples.newsletter, by: &signer)
        let saved = message.filter { $0 != 13 }
        let answers = Samples.answers(identities)
        #expect(Samples.results(saved, answers) != [.pass, .pass])
        #expect(DKIMVerifier.wireForm(ofFile: saved) == message)
        #expect(DKIMVerifier.wireForm(ofFile: message) == message)
        #expect(DKIMVerifier.wireForm(ofFile: Array("a\rb\n".utf8)) == Array("a\rb\r\n".utf8))
    }
}
