import MailModel
import Testing

@testable import Workspace

@Suite("Secrets")
struct SecretReaderTests {
    private func read(
        _ source: SecretReference.Source,
        in folder: TemporaryFolder,
        environment: [String: String] = ["PATH": "/usr/bin:/bin"],
        patience: Duration = .seconds(30)
    ) throws(ConfigFaults) -> String {
        let reference = SecretReference(
            source: source,
            file: "martlet.yaml",
            place: SourcePlace(line: 3, column: 9),
            setting: "transports.relay.auth.password"
        )
        return try SecretReader(workspace: folder.workspace, environment: environment, patience: patience)
            .read(reference).exposed
    }

    private func fault(_ body: () throws(ConfigFaults) -> String) -> String {
        do {
            return "no fault: \(try body())"
        } catch {
            return error.description
        }
    }

    @Test("A variable is read, and named when it is not there")
    func variables() throws {
        let folder = try TemporaryFolder()
        #expect(try read(.environment("P"), in: folder, environment: ["P": "ge heim "]) == "ge heim ")
        #expect(
            fault { () throws(ConfigFaults) in try read(.environment("P"), in: folder, environment: [:]) }
                == "martlet.yaml:3:9: transports.relay.auth.password: the environment variable `P` is not set; "
                + "run `export P=…` first"
        )
        #expect(
            fault { () throws(ConfigFaults) in try read(.environment("P"), in: folder, environment: ["P": ""]) }
                .contains("`P` is empty")
        )
        #expect(ShellCommand.environment["PATH"] != nil)
    }

    @Test(
        "A file is read without the line end behind it",
        arguments: [
            ("geheim", "geheim"), ("geheim\n", "geheim"), ("geheim\r\n", "geheim"), ("a\nb\n\n", "a\nb\n"),
            ("密\n", "密"),
        ]
    )
    func files(_ text: String, _ secret: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("keys/smtp", text, permissions: 0o600)
        #expect(try read(.file("keys/smtp"), in: folder) == secret)
        #expect(try read(.file("\(folder.path)/keys/smtp"), in: folder) == secret)
    }

    @Test("A file that others may read is refused with what to run", arguments: [0o644, 0o640, 0o602, 0o604])
    func openFile(_ permissions: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write("smtp", "geheim", permissions: permissions)
        let text = fault { () throws(ConfigFaults) in try read(.file("smtp"), in: folder) }
        #expect(text.contains("run `chmod 600 \(folder.path)/smtp`"))
        #expect(!text.contains("geheim"))
    }

    @Test("A file that is missing, empty, a folder, no text or too large is refused")
    func badFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("empty", "\n", permissions: 0o600)
        try folder.write("bytes", [0xFF], permissions: 0o600)
        try folder.write("large", [UInt8](repeating: 65, count: 70_000), permissions: 0o600)
        try folder.write("folder/x", "")
        for (name, words) in [
            ("gone", "No such file"), ("empty", "is empty"), ("bytes", "no UTF-8"), ("large", "larger than"),
            ("folder", "is no file"),
        ] {
            #expect(fault { () throws(ConfigFaults) in try read(.file(name), in: folder) }.contains(words))
        }
    }

    @Test("A command's first line is the secret; it runs in the workspace, without input")
    func commands() throws {
        let folder = try TemporaryFolder()
        try folder.write("smtp", "aus der Datei\nzweite Zeile\n")
        #expect(try read(.command("cat smtp"), in: folder) == "aus der Datei")
        #expect(try read(.command("printf 'a b\\r\\nc'"), in: folder) == "a b")
        #expect(try read(.command("cat; echo x"), in: folder) == "x")
        #expect(try read(.command("echo \"$V\""), in: folder, environment: ["V": "o'k", "PATH": "/bin"]) == "o'k")
        #expect(try read(.command("echo warning >&2; echo ok"), in: folder) == "ok")
    }

    @Test("A command that fails shows what it complained, and never what it printed")
    func failingCommands() throws {
        let folder = try TemporaryFolder()
        let text = fault { () throws(ConfigFaults) in
            try read(.command("echo geheim; echo 'no such entry' >&2; echo more >&2; exit 3"), in: folder)
        }
        #expect(
            text == "martlet.yaml:3:9: transports.relay.auth.password: the command ended with code 3: no such entry; "
                + "run it by hand to see why"
        )
        #expect(fault { () throws(ConfigFaults) in try read(.command("kill -9 $$"), in: folder) }.contains("signal 9"))
        #expect(fault { () throws(ConfigFaults) in try read(.command("true"), in: folder) }.contains("printed nothing"))
        #expect(fault { () throws(ConfigFaults) in try read(.command("nix-da"), in: folder) }.contains("code 127"))
    }

    @Test("A command that takes too long is ended with all it started, and one that floods is too")
    func endlessCommands() throws {
        let folder = try TemporaryFolder()
        let slow = fault { () throws(ConfigFaults) in
            try read(.command("(sleep 300; echo x) & sleep 300"), in: folder, patience: .milliseconds(200))
        }
        #expect(slow.contains("took longer than 200ms and was ended"))
        let closed = fault { () throws(ConfigFaults) in
            try read(.command("exec >/dev/null 2>&1; sleep 300"), in: folder, patience: .milliseconds(200))
        }
        #expect(closed.contains("took longer than 200ms"))
        #expect(
            fault { () throws(ConfigFaults) in try read(.command("yes geheim"), in: folder) }.contains(
                "more than 65536"
            )
        )
    }

    @Test("A transport's settings are whole, and its secret is read then")
    func transport() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "martlet.yaml",
            """
            transports:
              relay:
                {engine: curl, host: smtp.example.com, tls: implicit, tls_ca: ca.pem, hello: mail.example.com,
                auth: {user: 用户, password: {env: P}, mechanism: LOGIN}, connections: 3, messages_per_connection: 7,
                rate: 30/min, grace: 5s, unanswered: 9}
              direct: {route: mx}
            mailboxes:
              bounces: {host: pop.example.com, tls: none, user: u, password: {env: Q}, tls_ca: pop.pem, keep_on_server: yes}
            """
        )
        try folder.write("ca.pem", "")
        try folder.write("pop.pem", "")
        let settings = try folder.workspace.settings()
        let secrets = SecretReader(workspace: folder.workspace, environment: ["P": "p", "Q": "q"])
        let relay = try settings.transports[0].settings(secrets)
        var expected = TransportSettings(
            name: "relay",
            host: "smtp.example.com",
            port: 465,
            tls: .implicit,
            login: Login(user: "用户", password: Secret("p"), mechanism: .login),
            helloName: "mail.example.com"
        )
        expected.engine = .curl
        expected.trustedCertificates = "\(folder.path)/ca.pem"
        expected.connections = 3
        expected.messagesPerConnection = 7
        expected.messagesPerSecond = 0.5
        expected.grace = .seconds(5)
        expected.unanswered = 9
        #expect(relay == expected)
        #expect(!"\(relay)".contains("\"p\""))
        let direct = try settings.transports[1].settings(secrets)
        #expect(direct.direct == DirectSettings())
        #expect(direct.host.isEmpty && direct.port == 25 && direct.tls == .opportunistic)
        var mailbox = MailboxSettings(
            name: "bounces",
            host: "pop.example.com",
            port: 110,
            tls: .none,
            login: Login(user: "u", password: Secret("q"))
        )
        mailbox.trustedCertificates = "\(folder.path)/pop.pem"
        mailbox.keepOnServer = true
        #expect(try settings.mailboxes[0].settings(secrets) == mailbox)
        #expect(throws: ConfigFaults.self) {
            try settings.mailboxes[0].settings(SecretReader(workspace: folder.workspace, environment: [:]))
        }
    }
}
