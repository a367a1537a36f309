import Testing

@testable import MessageSigning

@Suite("Where header fields lie")
struct HeaderBlockTests {
    private func read(_ text: String, limit: Int = 100) -> (fields: [String], block: HeaderBlock) {
        var block = HeaderBlock()
        let bytes = [UInt8](text.utf8)
        block.read(bytes.span, limit: limit)
        let fields = block.fields.map { field in
            String(decoding: bytes[field.name], as: UTF8.self) + "|"
                + String(decoding: bytes[field.value], as: UTF8.self)
        }
        return (fields, block)
    }

    @Test("Folded fields stay whole, and the body begins behind the empty line")
    func folded() {
        let (fields, block) = read("A: 1\r\nB \t:2\r\n 3\r\n\t\r\nC:\r\n\r\nD: body\r\n")
        #expect(fields == ["A| 1", "B|2\r\n 3\r\n\t", "C|"])
        #expect(block.bodyStart == 26)
    }

    @Test("Lines that are no fields have no name")
    func nameless() {
        let fields = read("From a@b 12:00\r\nX\r\nÄ: 1\r\n: 2\r\nA: 1").fields
        #expect(fields == ["|From a@b 12:00", "|X", "|Ä: 1", "| 2", "A| 1"])
    }

    @Test("A bare CR or LF ends no line")
    func bare() {
        let (fields, block) = read("A: 1\nB: 2\rC: 3\r\r\n\r\nx")
        #expect(fields == ["A| 1\nB: 2\rC: 3\r"])
        #expect(block.bodyStart == 19)
    }

    @Test("A header without an end has no body, and too many fields are not read")
    func ends() {
        for text in ["", "A: 1", "A: 1\r\n", "A: 1\r"] { #expect(read(text).block.bodyStart == text.utf8.count) }
        let (fields, block) = read("A: 1\r\nB: 2\r\nC: 3\r\n\r\n", limit: 2)
        #expect(fields.count == 2)
        #expect(block.isCut && block.bodyStart == 20)
    }
}
