import Foundation
import Testing

@testable import MessageSigning

@Suite("Key records in DNS")
struct DKIMKeyRecordTests {
    private func read(_ text: String) throws(DKIMKeyRecord.Fault) -> DKIMKeyRecord {
        try DKIMKeyRecord(parsing: [UInt8](text.utf8))
    }

    @Test("All tags are read")
    func tags() throws {
        let record = try read("v=DKIM1; h=sha1:sha256; k=RSA; n=a note; p=AQ ID; s=email : tlsrpt; t=y:s; x=unknown")
        #expect(record.keyType == "rsa")
        #expect(record.publicKey == [1, 2, 3])
        #expect(record.hashes == ["sha1", "sha256"])
        #expect(record.services == ["email", "tlsrpt"])
        #expect(record.isTesting && record.isStrict && record.servesMail && record.allowsSHA256 && !record.isRevoked)
    }

    @Test("What is not given has its default")
    func defaults() throws {
        let record = try read("p=AQID")
        #expect(record.keyType == "rsa")
        #expect(record.servesMail && record.allowsSHA256 && !record.isTesting && !record.isStrict)
        #expect(try read("v=DKIM1; p=").isRevoked)
        #expect(try read("v=DKIM1;p= ;").isRevoked)
    }

    @Test(
        "What is no key record is refused with the reason",
        arguments: [
            ("v=spf1 -all", DKIMKeyRecord.Fault.otherVersion),
            ("v=DKIM2; p=AQID", .otherVersion),
            ("v=dkim1; p=AQID", .otherVersion), ("k=rsa; v=DKIM1; p=AQID", .otherVersion), ("google=1", .otherVersion),
            ("v=DKIM1; k=rsa", .missing(tag: "p")), ("v=DKIM1; p=A", .value(tag: "p")),
            ("v=DKIM1; p=AQID; s=a::b", .value(tag: "s")), ("v=DKIM1; p=AQID; p=AQID", .syntax("p= occurs twice")),
            ("", .syntax("a tag without a name at byte 0")), ("p=" + String(repeating: "A", count: 9_000), .tooLong),
        ]
    )
    func refused(text: String, fault: DKIMKeyRecord.Fault) {
        #expect(throws: fault) { try DKIMKeyRecord(parsing: [UInt8](text.utf8)) }
    }

    @Test("A record is written in strings of at most 255 bytes, and reads back")
    func strings() throws {
        let key = try DKIMKey(text: [UInt8](SampleKeys.pkcs1.utf8))
        var record = key.record
        record.isTesting = true
        record.services = ["email"]
        #expect(record.text.hasPrefix("v=DKIM1; k=rsa; s=email; t=y; p=MIIBIjAN"))
        #expect(record.strings.map(\.utf8.count) == [255, record.text.utf8.count - 255])
        #expect(try DKIMKeyRecord(parsing: [UInt8](record.strings.joined().utf8)) == record)
        let zone = record.zoneText(selector: "m1", domain: "example.com")
        #expect(zone.hasPrefix("m1._domainkey.example.com. IN TXT (\n    \"v=DKIM1; k=rsa;"))
        #expect(zone.hasSuffix("\"\n)\n"))
        let short = try DKIMKey(ed25519Seed: [UInt8](repeating: 7, count: 32)).record
        #expect(short.zoneText(selector: "m2", domain: "例子.中国").split(separator: "\n").count == 1)
    }

    @Test("A bare RSAPublicKey is the same key as one with its algorithm named")
    func bareKey() throws {
        let key = try DKIMKey(text: [UInt8](SampleKeys.pkcs1.utf8))
        #expect(try read("v=DKIM1; p=" + SampleKeys.barePublicKey).belongs(to: key))
        #expect(try !read("v=DKIM1; k=ed25519; p=" + SampleKeys.barePublicKey).belongs(to: key))
    }
}
