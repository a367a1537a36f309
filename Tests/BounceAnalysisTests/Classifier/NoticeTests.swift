import BounceAnalysis
import Testing

extension SampleNotice: CustomTestStringConvertible {
    var testDescription: String { name }
}

@Suite("Notices of many makers")
struct NoticeTests {
    @Test("Kind, recipients, codes and reasons are found in free text of any language", arguments: SampleNotice.all)
    func notices(notice: SampleNotice) {
        let mail =
            "From: \(notice.from)\nTo: us@example.org\nSubject: \(notice.subject)\n"
            + "Content-Type: text/plain; charset=utf-8\n\n\(notice.text)\n"
        let verdict = BounceClassifier().classify(Array(mail.utf8))
        #expect(verdict.kind.rawValue == notice.kind)
        #expect(verdict.recipients.count == notice.recipients.count)
        for (found, expected) in zip(verdict.recipients, notice.recipients) {
            let parts = expected.split(separator: " ").map(String.init)
            #expect(found.address == parts[0])
            #expect(parts[1].split(separator: "|").map(String.init).contains(found.reason.rawValue))
            #expect((found.statusIsQuoted ? found.status : nil) ?? "-" == parts[2])
            #expect(found.reply.map(String.init) ?? "-" == parts[3])
        }
    }

    @Test(
        "An address ends where Chinese words and signs begin",
        arguments: [
            ("邮件发送到lilei@example.cn的邮箱失败", "lilei@example.cn"), ("收件人：wang@example.cn，", "wang@example.cn"),
            ("（李雷@例子.cn）", "李雷@例子.cn"), ("“a.b@mail.example.com”", "a.b@mail.example.com"),
            ("to a@b.example。", "a@b.example"),
            ("mail@mail.abc商店.cn", "mail@mail.abc商店.cn"), ("张三3@example.cn", "张三3@example.cn"),
            ("用户@例え.テスト", "用户@例え.テスト"),
        ]
    )
    func wide(text: String, address: String) {
        let bytes = Array(text.utf8)
        #expect(AddressScanner.all(bytes, in: 0..<bytes.count).map(\.address) == [address])
    }
}
