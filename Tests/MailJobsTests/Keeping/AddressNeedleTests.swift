import Testing

@testable import MailJobs

@Suite("Finding an address in any bytes")
struct AddressNeedleTests {
    private func needle(_ addresses: String...) -> AddressNeedle {
        var needle = AddressNeedle()
        for address in addresses { needle.add(address) }
        return needle
    }

    @Test(
        "It is found whole, in any case, in URLs, in quoted-printable text, and between Chinese characters",
        arguments: [
            ("To: <Ann@Example.com>", "To: <***************>"), ("请联系ann@example.com。", "请联系***************。"),
            ("https://x/?u=ann%40example.com&v", "https://x/?u=*****************&v"),
            ("u=3Dann=40example.com", "u=3Dann=40example.com"), ("\"ann=40example.com\"", "\"*****************\""),
            ("ann@example.com.", "***************."),
            ("ann@example.comann@example.com", "ann@example.comann@example.com"),
            ("joann@example.com", "joann@example.com"), ("x.ann@example.com", "x.ann@example.com"),
            ("ann@example.com.example.net", "ann@example.com.example.net"),
            ("ann@example.community", "ann@example.community"),
            ("", ""),
        ]
    )
    func found(text: String, erased: String) {
        #expect(needle("ann@example.com").erased(text) ?? text == erased)
        #expect(needle("ann@example.com").isNamed(in: text) == (text != erased))
    }

    @Test("A domain is found in each of its spellings that is known")
    func spellings() {
        let both = needle("李雷@例子.测试", "李雷@xn--fsqu00a.xn--0zwm56d")
        #expect(both.isNamed(in: "rcpt 李雷@例子.测试 failed"))
        #expect(both.isNamed(in: "rcpt <李雷@XN--FSQU00A.xn--0zwm56d> failed"))
        #expect(!both.isNamed(in: "韩梅梅@例子.测试"))
    }
}
