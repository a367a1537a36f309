import Testing

@testable import MessageSigning

@Suite("Signatures that other implementations made or refused")
struct VerifyingCorpusTests {
    struct Case: Decodable, Sendable {
        struct Signature: Decodable, Sendable {
            let d: String?
            let s: String?
            let a: String?
            let result: String
            let reason: String?
        }

        let id: String
        let `class`: String
        let message: String
        let dns: [String: String]
        let now: Int?
        let sha1: Bool?
        let signatures: [Signature]
    }

    @Test("Every settled case of the corpus has the expected result")
    func corpus() throws {
        let cases = try DKIMCorpus.cases("verify.jsonl", as: Case.self)
        var choices = (same: 0, all: 0)
        for item in cases {
            let message = [UInt8](item.message.utf8)
            let verdicts = DKIMVerifier(now: item.now).verify(message.span) { name in
                item.dns[name].map { .records([[UInt8]($0.utf8)]) } ?? .noSuchName
            }
            let isRight =
                verdicts.count == item.signatures.count
                && zip(verdicts, item.signatures).allSatisfy { isExpected($0, $1) }
            if item.class == "must" {
                #expect(isRight, "\(item.id): \(verdicts.map(\.result)) instead of \(item.signatures)")
            } else {
                choices.all += 1
                choices.same += isRight ? 1 : 0
            }
        }
        print(
            "verify.jsonl: \(cases.count) cases, of \(choices.all) that are a matter of choice \(choices.same) the same"
        )
    }

    private func isExpected(_ verdict: DKIMVerdict, _ expected: Case.Signature) -> Bool {
        // RFC 8301 came after these: what SHA-1 signed holds no more.
        if expected.a == "rsa-sha1" { return verdict.result != .pass }
        guard expected.result == "fail" else { return verdict.result == .pass }
        switch expected.reason {
        case "signature": return verdict.result == .fail(.signature)
        case "body hash": return verdict.result == .fail(.bodyHash)
        case "expired": return verdict.result == .fail(.expired)
        case "revoked": return verdict.result == .permerror(.revokedKey)
        case "hash not allowed by key": return verdict.result == .permerror(.hashNotAllowed)
        case "service type": return verdict.result == .permerror(.keyNotForMail)
        case "no key": return verdict.result == .permerror(.noKey)
        case "no v=": return verdict.result == .neutral(.missing(tag: "v"))
        case "algorithm", "version", "canonicalization": return verdict.result.word == "neutral"
        default: return verdict.result != .pass
        }
    }
}
