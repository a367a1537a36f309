import MailModel
import Testing

@testable import CurlEngine

struct LoginOptionsTests {
    /// The text of the options, or why there are none.
    private func options(
        _ login: Login,
        _ tls: TLSRequirement = .starttls,
        host: String = "smtp.example.cn",
        hasSCRAM: Bool = false
    ) -> String {
        var settings = TransportSettings(name: "test", host: host, port: 587, tls: tls, login: login)
        settings.engine = .curl
        do throws(TransportFailure) {
            return try LoginOptions(settings, login, hasSCRAM: hasSCRAM).text
        } catch {
            guard case .unsupported(let words) = error.cause, error.code == .configuration else { return "\(error)" }
            return "* \(words)"
        }
    }

    private func login(_ mechanism: Login.Mechanism) -> Login {
        Login(user: "news", password: Secret("密码"), mechanism: mechanism)
    }

    @Test("libcurl is left with what suits the proof")
    func proofs() {
        #expect(options(login(.auto)) == "AUTH=CRAM-MD5;AUTH=PLAIN;AUTH=LOGIN")
        #expect(
            options(login(.auto), hasSCRAM: true)
                == "AUTH=SCRAM-SHA-256;AUTH=SCRAM-SHA-1;AUTH=CRAM-MD5;AUTH=PLAIN;AUTH=LOGIN"
        )
        #expect(options(Login(user: "news", proof: .token(Secret("t")))) == "AUTH=OAUTHBEARER;AUTH=XOAUTH2")
        #expect(options(Login(user: "", proof: .certificate)) == "AUTH=EXTERNAL")
        #expect(options(login(.scramSHA256), hasSCRAM: true) == "AUTH=SCRAM-SHA-256")
    }

    @Test("What libcurl lacks is said, with what to do")
    func lacking() {
        #expect(options(login(.scramSHA256)).hasPrefix("* this libcurl was built without GNU SASL"))
        #expect(options(login(.scramSHA256Plus), hasSCRAM: true).hasPrefix("* libcurl cannot bind a login to TLS"))
        #expect(options(login(.scramSHA1Plus)).contains("engine: native"))
    }

    @Test("In the clear no password goes out but on this machine or where it is allowed")
    func clear() {
        #expect(options(login(.auto), .none) == "AUTH=CRAM-MD5")
        #expect(options(login(.plain), .none).hasPrefix("* tls: none"))
        #expect(options(login(.plain), .none, host: "127.0.0.1") == "AUTH=PLAIN")
        var allowed = login(.plain)
        allowed.allowsClear = true
        #expect(options(allowed, .none) == "AUTH=PLAIN")
    }
}
