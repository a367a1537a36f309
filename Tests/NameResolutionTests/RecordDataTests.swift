import MailModel
import Testing

@testable import NameResolution

@Suite("What records hold")
struct RecordDataTests {
    @Test("An MX record has a preference and a host")
    func exchanger() {
        #expect(RecordData.exchanger([0, 10, 2, 0x6D, 0x78, 0]) == ExchangerRecord(preference: 10, host: "mx"))
        #expect(RecordData.exchanger([0, 0, 0]) == ExchangerRecord(preference: 0, host: ""))
        #expect(RecordData.exchanger([0, 10]) == nil)
        #expect(RecordData.exchanger([0, 10, 2, 0x6D, 0x20, 0]) == nil)
    }

    @Test("The strings of a text are joined without a space")
    func text() {
        #expect(RecordData.text([2, 0x61, 0x62, 1, 0x63]) == Array("abc".utf8))
        #expect(RecordData.text([0]) == [])
        #expect(RecordData.text([3, 0x61]) == nil)
    }

    @Test("A TLSA record needs something to match")
    func association() {
        #expect(
            RecordData.association([3, 1, 1, 7])
                == CertificateAssociation(usage: 3, selector: 1, matchingType: 1, data: [7])
        )
        #expect(RecordData.association([3, 1, 1]) == nil)
    }

    @Test("Addresses are shown as people write them")
    func addresses() {
        let shown = { (bytes: [UInt8]) in HostAddress(bytes: bytes)?.description }
        #expect(shown([192, 0, 2, 1]) == "192.0.2.1")
        #expect(shown([0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [1]) == "2001:db8::1")
        #expect(shown(Array(repeating: 0, count: 16)) == "::")
        #expect(shown([0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 3, 0, 4, 0, 5]) == "1:0:2::3:4:5")
        #expect(shown([1, 2, 3]) == nil)
    }
}
