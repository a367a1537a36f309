import Testing

@testable import NameResolution

@Suite("Names of the DNS")
struct HostNameTests {
    @Test("What may be asked about", arguments: ["例", "a b.example", "a\\.b", "", ".", "a..b", "\u{7}.example"])
    func refused(_ name: String) { #expect(!HostName.isName(name)) }

    @Test(
        "Names of hosts and of records",
        arguments: ["mx1.Example.com", "xn--fsqu00a.xn--fiqs8s.", "_25._tcp.mx.example"]
    )
    func taken(_ name: String) { #expect(HostName.isName(name)) }

    @Test("A name in wire format is read whole, in lower case")
    func wire() {
        let bytes: [UInt8] = [3, 0x4D, 0x58, 0x31, 7] + Array("example".utf8) + [0]
        #expect(HostName.text(bytes[...]) == "mx1.example")
        #expect(HostName.text([0]) == "")
        for end in 0..<bytes.count { #expect(HostName.text(bytes[..<end]) == nil) }
        #expect(HostName.text([4, 0x61, 0x0D, 0x0A, 0x62, 0][...]) == nil)
    }
}
