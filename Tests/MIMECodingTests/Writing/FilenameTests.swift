import Testing

@testable import MIMECoding

@Suite("File names of attachments")
struct FilenameTests {
    private static let content: [UInt8] = [1, 2, 3]

    private func header(_ name: String) throws -> ReferenceReader.Part {
        let part = try EncodedPart(
            .attachment,
            mediaType: MediaType("application/pdf"),
            filename: name.bytes,
            content: Self.content.span
        )
        return try #require(ReferenceReader.message(part.bytes))
    }

    @Test(
        "Plain names are quoted, others go by RFC 2231",
        arguments: [
            ("terms.pdf", "attachment; filename=\"terms.pdf\""),
            ("two words.pdf", "attachment; filename=\"two words.pdf\""),
            ("账单.pdf", "attachment; filename*=utf-8''%E8%B4%A6%E5%8D%95.pdf"),
            ("a\"b.pdf", "attachment; filename*=utf-8''a%22b.pdf"),
            ("=?x?=", "attachment; filename*=utf-8''%3D%3Fx%3F%3D"),
        ]
    )
    func disposition(_ name: String, _ expected: String) throws {
        #expect(try header(name).value("Content-Disposition") == expected)
    }

    @Test("A name without RFC 2231 stands in Content-Type for readers that know no better")
    func fallback() throws {
        #expect(try header("账单.pdf").value("Content-Type") == "application/pdf; name=\"=?UTF-8?B?6LSm5Y2VLnBkZg==?=\"")
        #expect(try header("terms.pdf").value("Content-Type") == "application/pdf; name=\"terms.pdf\"")
    }

    @Test("Names of every length come back whole from lines of 78")
    func lengths() throws {
        for unit in ["x", "é", "账", "😀", "a b", "%", "'", "*"] {
            for count in stride(from: 1, through: 255 / unit.utf8.count, by: 7) {
                let name = String(repeating: unit, count: count)
                let part = try EncodedPart(
                    .attachment,
                    mediaType: .octetStream,
                    filename: name.bytes,
                    content: Self.content.span
                )
                #expect(ReferenceReader.lines(part.bytes).allSatisfy { $0.count <= 78 })
                let message = MIMEMessage(part.bytes)
                #expect(
                    message.disposition(of: message.root)?.parameters.text("filename").map { Array($0.utf8) }
                        == name.bytes
                )
            }
        }
    }

    @Test("A name that no file system takes, or with control characters, is refused")
    func refused() {
        for name in [String(repeating: "x", count: 256), "a\tb", "a\u{85}b", "a\u{2028}b", "a\u{1}"] {
            #expect(throws: HeaderFault.self) { try header(name) }
        }
    }
}
