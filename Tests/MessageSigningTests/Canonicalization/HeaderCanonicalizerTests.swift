import Testing

@testable import MessageSigning

@Suite("Header fields in canonical form")
struct HeaderCanonicalizerTests {
    private func canonical(_ text: String, _ form: Canonicalization) -> String {
        let bytes = [UInt8](text.utf8)
        var block = HeaderBlock()
        block.read(bytes.span, limit: 10)
        var output: [UInt8] = []
        for field in block.fields { HeaderCanonicalizer.append(field, of: bytes.span, form, to: &output) }
        return String(decoding: output, as: UTF8.self)
    }

    @Test("The example of RFC 6376 §3.4.5")
    func example() {
        let header = "A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n"
        #expect(canonical(header, .relaxed).utf8.elementsEqual("a:X\r\nb:Y Z\r\n".utf8))
        #expect(canonical(header, .simple).utf8.elementsEqual("A: X\r\nB : Y\t\r\n\tZ  \r\n".utf8))
    }

    @Test("A signature's own field loses the value of b= and its line end")
    func signature() throws {
        let bytes = [UInt8]("DKIM-Signature: a=1; b= x\r\n y ;\r\n c=2 \r\n".utf8)
        var block = HeaderBlock()
        block.read(bytes.span, limit: 10)
        let field = try #require(block.fields.first)
        let hole = try #require(try TagList(bytes.span, in: field.value)["b"]).place
        var relaxed: [UInt8] = []
        HeaderCanonicalizer.append(field, without: hole, of: bytes.span, .relaxed, to: &relaxed)
        #expect(String(decoding: relaxed, as: UTF8.self) == "dkim-signature:a=1; b=; c=2")
        var simple: [UInt8] = []
        HeaderCanonicalizer.append(field, without: hole, of: bytes.span, .simple, to: &simple)
        #expect(simple.elementsEqual("DKIM-Signature: a=1; b=;\r\n c=2 ".utf8))
    }
}
