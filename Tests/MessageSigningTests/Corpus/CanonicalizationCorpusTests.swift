import Crypto
import Foundation
import Testing

@testable import MessageSigning

@Suite("Canonical forms as other implementations have them")
struct CanonicalizationCorpusTests {
    struct Case: Decodable, Sendable {
        let id: String
        let part: String
        let algo: String
        let `class`: String
        let input: String
        let expected: String?
        let expectedSha256B64: String?
    }

    @Test("Every settled case of the corpus has the expected bytes")
    func corpus() throws {
        let cases = try DKIMCorpus.cases("canon.jsonl", as: Case.self)
        var choices = (same: 0, all: 0)
        for item in cases {
            let form = try #require(Canonicalization(rawValue: item.algo))
            let output = canonical(item.part, DKIMCorpus.wire(item.input), form)
            let isRight: Bool
            if let hash = item.expectedSha256B64 {
                isRight = Data(SHA256.hash(data: output)).base64EncodedString() == hash
            } else {
                isRight = output.elementsEqual((item.expected ?? "").utf8)
            }
            if item.class == "must" {
                #expect(isRight, "\(item.id): \(String(decoding: output, as: UTF8.self))")
            } else {
                choices.all += 1
                choices.same += isRight ? 1 : 0
            }
        }
        print(
            "canon.jsonl: \(cases.count) cases, of \(choices.all) that are a matter of choice \(choices.same) the same"
        )
    }

    private func canonical(_ part: String, _ input: [UInt8], _ form: Canonicalization) -> [UInt8] {
        guard part != "body", part != "body-hash" else { return Samples.canonicalBody(input, form) }
        var block = HeaderBlock()
        block.read(input.span, limit: 1_000)
        var output: [UInt8] = []
        for field in block.fields { HeaderCanonicalizer.append(field, of: input.span, form, to: &output) }
        guard part == "message" else { return output }
        return output + [13, 10] + Samples.canonicalBody([UInt8](input[block.bodyStart...]), form)
    }
}
