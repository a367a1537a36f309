import MailModel
import Testing

struct ReplyTests {
    @Test(
        "An enhanced status code is three numbers and then a space or the end",
        arguments: [
            ("5.1.1 no such user", "5.1.1"), ("4.7.650", "4.7.650"), ("2.0.0\tok", "2.0.0"),
            ("5.1", nil), ("5.1.", nil), ("5..1 x", nil), ("3.1.1 x", nil), ("5.1.1234 x", nil), ("5.1.1: x", nil),
            ("", nil), ("192.0.2.1 blocked", nil), ("收件人不存在", nil),
        ] as [(String, String?)]
    )
    func leadingStatus(text: String, expected: String?) {
        #expect(EnhancedStatusCode.leading(text.utf8)?.code.description == expected)
    }

    @Test("A status whose class contradicts the reply code keeps subject and detail")
    func contradiction() throws {
        let code = try #require(ReplyCode(rawValue: 550))
        #expect(Reply(code: code, text: "2.1.5 user unknown").status?.description == "5.1.5")
        #expect(Reply(code: code, text: "user unknown").status == nil)
    }

    @Test("A code outside 200 to 599 is none", arguments: [0, 99, 199, 600, 999] as [UInt16])
    func codeRange(number: UInt16) {
        #expect(ReplyCode(rawValue: number) == nil)
    }

    @Test("A reply of several lines is quoted on one")
    func description() throws {
        let code = try #require(ReplyCode(rawValue: 452))
        #expect(Reply(code: code, text: "4.2.2 邮箱已满\ntry later").description == "452 4.2.2 邮箱已满 try later")
    }
}
