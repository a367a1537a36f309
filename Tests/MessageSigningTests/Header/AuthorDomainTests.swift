import Testing

@testable import MessageSigning

@Suite("The domain of From")
struct AuthorDomainTests {
    @Test(
        "The domain of the first mailbox is found",
        arguments: [
            (" no-reply@Example.COM", "example.com"), (" 管理员 <no-reply@example.com>", "example.com"),
            (" \"a@b.example, c\" <x@example.com>", "example.com"),
            (" =?utf-8?B?5a6i5pyN?=\r\n <x@example.com>", "example.com"),
            (" a@b.example <x@example.com>", "example.com"), (" x@example.com (a@b.example (c))", "example.com"),
            (" (a <b@c.example>) x@example.com", "example.com"), (" \"a\\\"@b.example\"@example.com", "example.com"),
            (" x@example.com, y@b.example", "example.com"), (" A: x@example.com, y@b.example;", "example.com"),
            (" <@a.example,@b.example:x@example.com>", "example.com"), (" x@\r\n\texample.com", "example.com"),
            (" 客服@例子.中国", "例子.中国"), (" ", ""), (" nobody", ""), (" <>", ""), (" \"a@b.example", ""),
            (" (a@b.example", ""),
            (" \"\\", ""), (" (\\", ""),
        ]
    )
    func found(value: String, domain: String) {
        var output: [UInt8] = [1]
        AuthorDomain.find(in: [UInt8](value.utf8).span, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == domain)
    }
}
