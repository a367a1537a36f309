import MailModel
import Testing

@testable import CurlEngine

struct RelayURLTests {
    @Test(
        "Host, port and name in EHLO make a URL",
        arguments: [
            ("mx.example.com", TLSRequirement.none, "mail.example.com", "smtp://mx.example.com:25/mail.example.com"),
            ("192.0.2.1", .starttls, "[192.0.2.7]", "smtp://192.0.2.1:25/%5B192.0.2.7%5D"),
            ("2001:db8::1", .implicit, "[IPv6:2001:db8::2]", "smtps://[2001:db8::1]:25/%5BIPv6%3A2001%3Adb8%3A%3A2%5D"),
            ("[::1]", .opportunistic, "a/b?c#d", "smtp://[::1]:25/a%2Fb%3Fc%23d"),
        ]
    )
    func urls(host: String, tls: TLSRequirement, hello: String, url: String) {
        #expect(RelayURL.text(.init(name: "x", host: host, port: 25, tls: tls, helloName: hello)) == url)
    }
}
