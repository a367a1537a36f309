import MailModel
import Testing

@testable import Workspace

extension LoginDefinition {
    /// Where the password is; nil when something else is the proof.
    var passwordSource: SecretReference.Source? {
        if case .password(let reference) = proof { reference.source } else { nil }
    }
}

@Suite("How to log in, and TLS")
struct LoginDefinitionTests {
    private func transport(_ keys: String) throws -> TransportDefinition {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "transports: {a: {host: h, \(keys)}}\n")
        return try folder.workspace.settings().transports[0]
    }

    private static let pin = "sha256//QUsaVx4Dia42Qk6SzqFFb3brsKyyKF3AjUXL9LQmfFM="

    @Test("A password, a token or the client's certificate is the proof")
    func proofs() throws {
        let password = try transport("auth: {user: 张三, password: {env: P}, mechanism: scram-sha-256-PLUS}")
        #expect(password.auth?.user == "张三")
        #expect(password.auth?.passwordSource == .environment("P"))
        #expect(password.auth?.mechanism == .scramSHA256Plus)
        #expect(password.auth?.allowsClear == false)
        let token = try transport("auth: {user: u, token: {command: get-token}, allow_clear: yes}")
        guard case .token(let reference)? = token.auth?.proof else {
            Issue.record("no token")
            return
        }
        #expect(reference.source == .command("get-token"))
        #expect(token.auth?.allowsClear == true)
        let external = try transport("tls_cert: c.pem, auth: {mechanism: external}")
        #expect(external.auth?.proof == .certificate)
        #expect(external.auth?.user == "")
        #expect(try transport("tls_cert: c.pem, auth: {user: u}").auth?.proof == .certificate)
        #expect(try transport("tls_cert: c.pem, auth: {user: u, password: {env: P}}").auth?.passwordSource != nil)
    }

    @Test("Versions, pins and the client's certificate are read")
    func tlsOptions() throws {
        let options = try transport("tls_min: 1.3, tls_pins: \"\(Self.pin)\", tls_cert: c.pem, tls_key: /k.pem")
            .tlsOptions
        #expect(options.minimum == .v13)
        #expect(options.pins.map(\.count) == [32])
        #expect(options.certificate?.hasSuffix("/c.pem") == true)
        #expect(options.key == "/k.pem")
        let plain = try transport("tls_cert: /c.pem, tls_pins: ['\(Self.pin)', '\(Self.pin)']").tlsOptions
        #expect(plain.minimum == nil)
        #expect(plain.pins.count == 2)
        #expect(plain.key == "/c.pem")
    }

    @Test(
        "What contradicts itself or is missing is told with the line to write",
        arguments: [
            (
                "auth: {user: u, password: {env: P}, token: {env: T}}",
                "auth.token: `password` and `token` stand together"
            ),
            ("auth: {user: u, password: {env: P}, mechanism: xoauth2}", "auth.token: `token` is missing"),
            ("auth: {user: u, token: {env: T}, mechanism: plain}", "auth.token: `plain` takes a password"),
            ("auth: {mechanism: external}", "auth.mechanism: `external` needs a client certificate"),
            ("tls_cert: c, auth: {mechanism: external, password: {env: P}}", "auth.password: `external` has the cert"),
            ("auth: {password: {env: P}}", "auth.user: `user` is missing"),
            ("auth: {user: u, password: {env: P}, mechanism: apop}", "auth.mechanism: `apop` is none of its words"),
            ("auth: {user: u, token: geheim}", "auth.token: a secret must not stand in this file"),
            ("tls_key: k", "tls_key: `tls_key` belongs to a certificate"),
            ("tls_pins: [abc]", "tls_pins: `abc` is no pin"),
            ("tls_min: 1.1", "tls_min: `1.1` is none of its words"),
            ("tls: none, tls_min: 1.3", "tls_min: `tls: none` has no TLS"),
            ("tls: opportunistic, tls_pins: ['\(Self.pin)']", "tls_pins: `tls: opportunistic` goes on without"),
        ]
    )
    func faults(_ keys: String, _ words: String) {
        let faults = workspaceFaults("transports: {a: {host: h, \(keys)}}")
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.description.contains("transports.a.\(words)") == true, "\(faults)")
        #expect(!"\(faults)".contains("geheim"))
    }

    @Test("A mailbox has the same keys beside its own, and APOP")
    func mailbox() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "martlet.yaml",
            "mailboxes: {b: {host: h, user: u, password: {env: P}, mechanism: apop, allow_clear: yes, tls_min: 1.3}}\n"
        )
        let mailbox = try folder.workspace.settings().mailboxes[0]
        #expect(mailbox.login.mechanism == .apop)
        #expect(mailbox.login.allowsClear)
        #expect(mailbox.tlsOptions.minimum == .v13)
        let settings = try mailbox.settings(SecretReader(workspace: folder.workspace, environment: ["P": "p"]))
        #expect(settings.allowsClearLogin)
        #expect(settings.tlsOptions.minimum == .v13)
    }

    @Test("A private key that others may read, and files that are not there, are refused")
    func files() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "martlet.yaml",
            "transports: {a: {host: h, tls_ca: ca.pem, tls_cert: c.pem, tls_key: c.key}}\n"
        )
        let transport = try folder.workspace.settings().transports[0]
        func faults() -> String {
            do {
                _ = try transport.settings(SecretReader(workspace: folder.workspace, environment: [:]))
                return ""
            } catch {
                return error.faults.map(\.description).joined(separator: "\n")
            }
        }
        #expect(faults().split(separator: "\n").count == 3)
        for name in ["ca.pem", "c.pem", "c.key"] { try folder.write(name, "x") }
        try folder.write("c.key", "x", permissions: 0o640)
        #expect(faults().contains("transports.a.tls_key: other users may read \(folder.path)/c.key"))
        #expect(faults().contains("chmod 600"))
        try folder.write("c.key", "x", permissions: 0o600)
        #expect(faults() == "")
    }
}
