import Testing

@testable import MIMECoding

@Suite("Parameters of structured fields")
struct ParameterTests {
    private func parameter(_ text: String, _ name: StaticString) -> String? {
        ContentType(fieldValue: Array(text.utf8)).parameters.text(name)
    }

    @Test(
        "Quoted, bare, commented and folded values are read",
        arguments: [
            ("text/plain; charset=utf-8", "utf-8"), ("text/plain;charset=\"utf-8\"", "utf-8"),
            ("text/plain; charset = \"utf-8\" (really)", "utf-8"), ("text/plain; charset=utf-8 (really)", "utf-8"),
            ("text/plain; (a;b=c) CHARSET=utf-8", "utf-8"), ("text/plain; charset=\"utf\\-8\"", "utf-8"),
            ("text/plain; charset=\"utf\r\n -8\"", "utf -8"), ("text/plain; charset=utf-8; charset=latin1", "utf-8"),
            ("text/plain charset=utf-8", "utf-8"), ("text/plain; format=flowed charset=utf-8", "utf-8"),
            ("text/plain; charset=\"utf-8", "utf-8"), ("text/plain;;; charset=utf-8;;", "utf-8"),
            ("text/plain; =; charset=utf-8", "utf-8"), ("text; charset=utf-8", "utf-8"),
        ]
    )
    func forms(text: String, wanted: String) {
        #expect(parameter(text, "charset") == wanted)
        #expect(ContentType(fieldValue: Array(text.utf8)).mediaType == "text/plain")
    }

    @Test(
        "Continuations and charsets are joined and decoded (RFC 2231)",
        arguments: [
            ("a/b; name*=UTF-8''%E8%B4%A6%E5%8D%95.pdf", "账单.pdf"),
            ("a/b; name*=gb18030'zh'%D5%CB%B5%A5.pdf", "账单.pdf"),
            ("a/b; name*0=a; name*1=b; name*2=c", "abc"), ("a/b; name*2=c; name*0=a; name*1=b", "abc"),
            ("a/b; name*0=a; name*2=c", "a"), ("a/b; name*0*=UTF-8''%E8%B4; name*1*=%A6; name*2=%41", "账%41"),
            ("a/b; name=plain; name*=UTF-8''%41", "A"), ("a/b; name=plain; name*0=a; name*1=b", "ab"),
            ("a/b; name=plain; name*1=b", "plain"), ("a/b; name*01=b; name=plain", "plain"),
            ("a/b; name*=%41", "A"), ("a/b; name*=UTF-8'%41", "A"), ("a/b; name*=UTF-8''100%", "100%"),
            ("a/b; name=\"=?UTF-8?B?6LSm5Y2V?=.pdf\"", "账单.pdf"), ("a/b; name=my file (1).pdf", "my file (1).pdf"),
            ("a/b; name=my file.pdf; size=3", "my file.pdf"),
        ]
    )
    func continuations(text: String, wanted: String) {
        #expect(parameter(text, "name") == wanted)
    }

    @Test("A boundary is not decoded")
    func boundary() {
        let type = ContentType(fieldValue: Array("multipart/mixed; boundary=\"=?UTF-8?Q?a?=\"".utf8))
        #expect(type.parameters.rawValue("boundary") == Array("=?UTF-8?Q?a?=".utf8))
    }

    @Test("What is no media type counts as text/plain", arguments: ["", "text", "/", "text/", "/plain", ";", "(a"])
    func noType(text: String) {
        let type = ContentType(fieldValue: Array(text.utf8))
        #expect(type.mediaType == "text/plain")
        #expect(type.isDefault)
    }

    @Test(
        "Transfer encodings are known by their usual names",
        arguments: [
            ("BASE64", .base64), (" base64 (a) ", .base64), ("\"quoted-printable\"", .quotedPrintable),
            ("8bit", .identity),
            ("", .identity), ("x-uuencode", .uuencode), ("base64;", .base64), ("x-unheard-of", .unknown),
        ] as [(String, TransferEncoding)]
    )
    func encodings(text: String, wanted: TransferEncoding) {
        #expect(TransferEncoding(fieldValue: Array(text.utf8)) == wanted)
    }
}
