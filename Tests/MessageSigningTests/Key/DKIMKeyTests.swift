import Foundation
import MailModel
import Testing

@testable import MessageSigning

@Suite("Private keys")
struct DKIMKeyTests {
    private func read(_ text: String) throws(DKIMKey.Fault) -> DKIMKey { try DKIMKey(text: [UInt8](text.utf8)) }

    @Test("RSA keys are read in PKCS#1 and in PKCS#8, and are the same key")
    func rsa() throws {
        let first = try read(SampleKeys.pkcs1)
        let second = try read("Made in 上海\r\n" + SampleKeys.pkcs8.replacingOccurrences(of: "\n", with: "\r\n"))
        #expect(first.algorithm == .rsaSHA256)
        #expect(first.bits == 2_048)
        #expect(first.publicKey == second.publicKey)
        let body = SampleKeys.publicKey.split(separator: "\n").dropFirst().dropLast().joined()
        #expect(Data(first.publicKey).base64EncodedString() == body)
    }

    @Test("Ed25519 keys are read as PEM and as a bare seed")
    func ed25519() throws {
        let key = try read(SampleKeys.ed25519)
        #expect(key.algorithm == .ed25519SHA256)
        #expect(Data(key.publicKey).base64EncodedString() == "cn/6BGxuc59Y3Ul+dRKUyFg512kMtRIVyLs3qv22zZo=")
        // RFC 8463, appendix A.2.
        let seed = try read("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=\n")
        #expect(seed.record.text == "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
    }

    @Test(
        "What is no key for signing is refused with the reason",
        arguments: [
            ("", DKIMKey.Fault.noKey), ("hello", .noKey), (SampleKeys.publicKey, .wrongKind(label: "public key")),
            (SampleKeys.encryptedPKCS1, .encrypted), (SampleKeys.ellipticCurve, .unknownAlgorithm),
            (SampleKeys.x25519, .unknownAlgorithm), (SampleKeys.short, .tooWeak(bits: 1_024)),
            (SampleKeys.tiny, .tooWeak(bits: nil)), (String(repeating: "a", count: 70_000), .tooLong),
            (SampleKeys.pkcs1.replacingOccurrences(of: "MII", with: "MIX"), .malformed),
            ("-----BEGIN PRIVATE KEY-----\n!!!\n-----END PRIVATE KEY-----", .malformed),
            ("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", .malformed),
            ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", .encrypted),
            ("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----", .wrongKind(label: "ec private key")),
            ("-----BEGIN PRIVATE KEY-----\nAAAA", .noKey),
        ]
    )
    func refused(text: String, fault: DKIMKey.Fault) {
        #expect(throws: fault) { try DKIMKey(text: [UInt8](text.utf8)) }
    }

    @Test(
        "No damage to a key file crashes, and what is read is never another key",
        arguments: [SampleKeys.pkcs8, SampleKeys.ed25519]
    )
    func damaged(text: String) throws {
        let whole = try read(text)
        let bytes = [UInt8](text.utf8)
        for index in bytes.indices {
            _ = try? DKIMKey(text: [UInt8](bytes[..<index]))
            var changed = bytes
            changed[index] ^= 0x04
            guard whole.algorithm == .rsaSHA256, let key = try? DKIMKey(text: changed) else { continue }
            #expect(key.publicKey == whole.publicKey)
        }
    }

    @Test("A new key comes back from its own PEM", arguments: DKIMAlgorithm.allCases)
    func generated(algorithm: DKIMAlgorithm) throws {
        let key = try DKIMKey.generate(algorithm)
        let again = try read(key.pem.exposed)
        #expect(key.pem.exposed.hasSuffix("-----END PRIVATE KEY-----\n"))
        #expect(again.publicKey == key.publicKey)
        #expect(again.algorithm == algorithm)
        #expect(key.record.belongs(to: again))
        #expect(try !DKIMKey.generate(.ed25519SHA256).record.belongs(to: key))
    }

    @Test("RSA keys of other sizes are not made", arguments: [0, -256, 1_024, 2_049, 8_192])
    func sizes(bits: Int) {
        #expect(throws: DKIMKey.Fault.size(bits: bits)) { try DKIMKey.generate(.rsaSHA256, bits: bits) }
    }

    @Test("A key is never printed")
    func printing() throws {
        let key = try read(SampleKeys.ed25519)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\(key.pem)"] {
            #expect(!text.contains("PDyb"))
            #expect(text.contains("256 bits") || text.contains("***"))
        }
    }
}
