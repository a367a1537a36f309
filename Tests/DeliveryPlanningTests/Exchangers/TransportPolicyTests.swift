import Crypto
import DeliveryPlanning
import MailModel
import Testing

@Suite("Policies and announced certificates")
struct TransportPolicyTests {
    private func parse(_ text: String) -> TransportPolicy? { TransportPolicy(parsing: Array(text.utf8)) }

    @Test("The example of the RFC is read, with either line end", arguments: ["\n", "\r\n"])
    func example(_ end: String) throws {
        let lines = [
            "version: STSv1", "mode: enforce", "mx: mail.example.com", "mx: *.Example.net", "mx: backupmx.example.com",
            "max_age: 604800", "",
        ]
        let policy = try #require(parse(lines.joined(separator: end)))
        #expect(policy.mode == .enforce && policy.maximumAge == 604_800)
        #expect(policy.permits("mail.example.com") && policy.permits("mx1.example.net"))
        let others = ["example.net", "a.b.example.net", "mail.example.com.evil.example", ".example.net", "x"]
        for host in others { #expect(!policy.permits(host), "\(host)") }
    }

    @Test(
        "What is no policy is none",
        arguments: [
            "", "version: STSv2\nmode: none\nmax_age: 1", "version: STSv1\nmode: maybe\nmax_age: 1\nmx: a",
            "version: STSv1\nmode: enforce\nmax_age: 1", "version: STSv1\nmode: enforce\nmx: a",
            "version: STSv1\nmode: enforce\nmx: a\nmax_age: -1", "version: STSv1\nmode: enforce\nmx: a\nmax_age: 1e9",
            "<html>404</html>",
        ]
    )
    func refused(_ text: String) { #expect(parse(text) == nil) }

    @Test("A policy is kept for a year at most, and one that is too large is none")
    func bounds() {
        #expect(parse("version: STSv1\nmode: none\nmax_age: 9999999999")?.maximumAge == 31_557_600)
        #expect(parse("version: STSv1\nmode: none\nmax_age: 1\n" + String(repeating: "x", count: 70_000)) == nil)
    }

    @Test("The announcement has an id, and only one may be there")
    func record() {
        let id = { (texts: [String]) in PolicyRecord.id(in: texts.map { Array($0.utf8) }) }
        #expect(id(["v=STSv1; id=20160831085700Z;"]) == "20160831085700Z")
        #expect(id(["v=spf1 -all", "v=STSv1;id=a1"]) == "a1")
        #expect(id(["v=STSv1; id=a", "v=STSv1; id=b"]) == nil)
        for text in ["v=STSv12; id=a", "v=STSv1", "v=STSv1; id=", "v=STSv1; id=a-b", " v=STSv1; id=a"] {
            #expect(id([text]) == nil, "\(text)")
        }
    }

    @Test("What is kept reads back as it was, whatever else is in the file is nothing")
    func kept() {
        let policy = KeptPolicy(id: "20261123", expires: 1_800_000_000, text: Array("version: STSv1\n".utf8))
        #expect(KeptPolicy(bytes: policy.bytes) == policy)
        for length in 0..<30 { #expect(KeptPolicy(bytes: Array(policy.bytes.prefix(length))) == nil) }
        #expect(KeptPolicy(bytes: Array("something else 1 2\n".utf8)) == nil)
    }

    private static let certificate: [UInt8] = Array("certificate".utf8)
    private static let key: [UInt8] = Array("key".utf8)

    @Test("Certificates and keys match whole, by SHA-256 and by SHA-512")
    func matching() {
        let sha256 = Array(SHA256.hash(data: Self.key))
        let sha512 = Array(SHA512.hash(data: Self.certificate))
        for (selector, type, data) in [(1, 0, Self.key), (1, 1, sha256), (0, 2, sha512), (0, 0, Self.certificate)] {
            let record = CertificateAssociation(
                usage: 3,
                selector: UInt8(selector),
                matchingType: UInt8(type),
                data: data
            )
            #expect(record.isUsable)
            #expect(record.matches(certificate: Self.certificate, publicKey: Self.key))
            #expect(!record.matches(certificate: [1], publicKey: [2]))
        }
    }

    @Test(
        "Signed records demand a match; none that can be used demand TLS; unsigned ones nothing; failures forbid mail"
    )
    func demands() {
        let own = CertificateAssociation(usage: 3, selector: 1, matchingType: 0, data: [1])
        let unusable = [
            CertificateAssociation(usage: 1, selector: 1, matchingType: 0, data: [1]),
            CertificateAssociation(usage: 0, selector: 1, matchingType: 0, data: [1]),
            CertificateAssociation(usage: 3, selector: 2, matchingType: 0, data: [1]),
            CertificateAssociation(usage: 3, selector: 1, matchingType: 1, data: [1]),
            CertificateAssociation(usage: 2, selector: 0, matchingType: 7, data: [1]),
        ]
        let signed = NameProof(isSecure: true, seconds: 60)
        let plain = NameProof(isSecure: false, seconds: 60)
        #expect(CertificateDemand(.records(unusable + [own], signed)) == .match([own]))
        #expect(CertificateDemand(.records(unusable, signed)) == .anyCertificate)
        #expect(CertificateDemand(.records([own], plain)) == .nothing)
        #expect(CertificateDemand(.noSuchName(signed)) == .nothing)
        #expect(CertificateDemand(.tryLater("SERVFAIL")) == .unknown("SERVFAIL"))
        #expect(CertificateDemand(.bogus("forged")) == .unknown("forged"))
    }
}
