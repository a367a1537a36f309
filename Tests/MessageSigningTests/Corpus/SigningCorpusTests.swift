import Crypto
import Foundation
import Testing

@testable import MessageSigning

@Suite("Signatures made anew with the keys of other implementations")
struct SigningCorpusTests {
    struct Case: Decodable, Sendable {
        enum Key: Decodable, Sendable {
            case rsa([UInt8])
            case ed25519([UInt8])

            private enum CodingKeys: String, CodingKey {
                case der = "derB64"
            }

            init(from decoder: any Decoder) throws {
                if let seed = try? decoder.singleValueContainer().decode(String.self) {
                    self = .ed25519(
                        [UInt8](Data(base64Encoded: String(seed.dropFirst("ed25519-seed:".count))) ?? Data())
                    )
                } else {
                    let text = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .der)
                    self = .rsa([UInt8](Data(base64Encoded: text) ?? Data()))
                }
            }
        }

        let id: String
        let `class`: String
        let privateKey: Key
        let message: String
        let signatureHeaderWithoutB: String
        let tags: [String: String]
        let expectBh: String
        let expectB: String
        let sha1: Bool?
    }

    @Test("Every settled case gives the very same hash and signature")
    func corpus() throws {
        let cases = try DKIMCorpus.cases("sign.jsonl", as: Case.self)
        var made = 0
        for item in cases where item.sha1 != true {
            try check(item)
            made += 1
        }
        print("sign.jsonl: \(made) of \(cases.count) cases signed; the others ask for SHA-1, which is never used")
    }

    private func check(_ item: Case) throws {
        let key: DKIMKey
        switch item.privateKey {
        case .rsa(let der): key = try DKIMKey(rsaDER: der, leastBits: 1_024)
        case .ed25519(let seed): key = try DKIMKey(ed25519Seed: seed)
        }
        let message = [UInt8](item.signatureHeaderWithoutB.utf8) + [13, 10] + [UInt8](item.message.utf8)
        let forms = (item.tags["c"] ?? "simple/simple").split(separator: "/").map(String.init)
        let header = try #require(Canonicalization(rawValue: forms[0]))
        let body = try #require(Canonicalization(rawValue: forms.count > 1 ? forms[1] : "simple"))
        var block = HeaderBlock()
        block.read(message.span, limit: 100)
        var digest = BodyDigest(body, length: item.tags["l"].flatMap(Int.init))
        digest.update(message.span.extracting(droppingFirst: block.bodyStart))
        #expect(Data(digest.finish().hash).base64EncodedString() == item.expectBh, "\(item.id)")
        var used: Set<Int> = [0]
        var canonical: [UInt8] = []
        for name in (item.tags["h"] ?? "").split(separator: ":") {
            let small = [UInt8](name.trimmingCharacters(in: .whitespacesAndNewlines).lowercased().utf8)
            guard
                let place = block.fields.indices.last(where: { index in
                    !used.contains(index)
                        && ASCIIByte.matches(message.span.extracting(block.fields[index].name), small: small)
                })
            else { continue }
            used.insert(place)
            HeaderCanonicalizer.append(block.fields[place], of: message.span, header, to: &canonical)
        }
        let own = block.fields[0]
        let tags = try TagList(message.span, in: own.value)
        let hole = try #require(tags["b"]).place
        HeaderCanonicalizer.append(own, without: hole, of: message.span, header, to: &canonical)
        let signature = try key.signature(for: SHA256.hash(data: canonical))
        #expect(Data(signature).base64EncodedString() == item.expectB, "\(item.id)")
    }
}
