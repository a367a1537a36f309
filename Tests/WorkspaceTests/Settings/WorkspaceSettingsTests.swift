import MailModel
import Testing

@testable import Workspace

@Suite("martlet.yaml")
struct WorkspaceSettingsTests {
    static let documented = """
        # martlet.yaml: what all jobs share
        transports:
          relay:                                   # the name a job uses in `via:`
            engine: native                         # native | curl
            host: smtp.example.com                 # a relay; leave host out and say `route: mx` for direct delivery
            port: 587
            tls: starttls                          # none | opportunistic | starttls | implicit | dane (direct only)
            tls_ca: certs/ca.pem                   # optional extra trust anchors
            auth: {user: news, password: {env: SMTP_PASSWORD}, mechanism: auto}   # or {file: …}, {command: …}
            connections: 8                         # per site
            messages_per_connection: 500
            rate: 100/s                            # of the whole transport
            domains: {gmail.com: {rate: 20/s, connections: 4}}
          direct: {engine: native, route: mx, resolver: system, hello: mail.example.com}
        mailboxes:
          bounces: {host: pop.example.com, port: 995, tls: implicit, user: bounces, password: {env: POP3_PASSWORD}}   # tls_ca as above
        identity:
          reverse_path: "bounces+{token}@example.com"      # VERP; without {token} one fixed reverse-path
          dkim: [{domain: example.com, selector: m1, key: {file: keys/m1.pem}}]
        ledger: sqlite                             # or a postgres:// URL (section 10)
        """

    private func read(_ text: String) throws -> WorkspaceSettings {
        try WorkspaceSettings.read(
            Array(text.utf8),
            file: "martlet.yaml",
            workspace: WorkspaceFolder(path: "/srv/mail", statePath: "/srv/mail/.martlet")
        )
    }

    @Test("The documented example is read whole")
    func documentedExample() throws {
        let settings = try read(Self.documented)
        let relay = settings.transports[0]
        #expect(relay.name == "relay")
        #expect(relay.engine == .native)
        #expect(relay.route == .relay(host: "smtp.example.com"))
        #expect(relay.port == 587)
        #expect(relay.security == .starttls)
        #expect(relay.trustedCertificates == "/srv/mail/certs/ca.pem")
        #expect(relay.auth?.user == "news")
        #expect(relay.auth?.mechanism == .auto)
        #expect(relay.auth?.passwordSource == .environment("SMTP_PASSWORD"))
        #expect(relay.connections == 8)
        #expect(relay.messagesPerConnection == 500)
        #expect(relay.rate?.perSecond == 100)
        #expect(relay.domains == [DomainLimit(domain: "gmail.com", rate: Rate(parsing: "20/s"), connections: 4)])
        #expect(relay.grace == .seconds(60))
        #expect(relay.unanswered == 64)
        #expect(relay.unavailable.isEmpty)

        let direct = settings.transports[1]
        #expect(direct.route == .exchangers)
        #expect(direct.port == 25)
        #expect(direct.security == .opportunistic)
        #expect(direct.resolver == .system)
        #expect(direct.hello == "mail.example.com")
        #expect(direct.unavailable.isEmpty)

        let mailbox = settings.mailboxes[0]
        #expect(mailbox.name == "bounces")
        #expect(mailbox.host == "pop.example.com")
        #expect(mailbox.port == 995)
        #expect(mailbox.security == .implicit)
        #expect(mailbox.login.user == "bounces")
        #expect(mailbox.login.passwordSource == .environment("POP3_PASSWORD"))

        #expect(settings.identity.reversePath?.address(token: "abc") == "bounces+abc@example.com")
        #expect(settings.identity.dkim.map(\.selector) == ["m1"])
        #expect(settings.ledger == .sqlite)
        #expect(settings.unavailable.isEmpty)
    }

    @Test(
        "The port follows TLS, and TLS follows the ports that mean it",
        arguments: [
            ("", 587, TransportDefinition.Security.starttls), (", tls: implicit", 465, .implicit),
            (", tls: none", 25, .none), (", tls: opportunistic", 25, .opportunistic), (", port: 465", 465, .implicit),
            (", port: 2525, tls: none", 2525, .none), (", port: 465, tls: starttls", 465, .starttls),
        ]
    )
    func transportPorts(_ text: String, _ port: Int, _ security: TransportDefinition.Security) throws {
        let transport = try read("transports: {a: {host: localhost\(text)}}").transports[0]
        #expect(transport.port == port)
        #expect(transport.security == security)
        #expect(transport.unavailable.isEmpty)
    }

    @Test(
        "A mailbox's port follows TLS likewise",
        arguments: [
            ("", 110, TLSRequirement.starttls), (", tls: implicit", 995, .implicit), (", tls: none", 110, .none),
            (", port: 995", 995, .implicit),
        ]
    )
    func mailboxPorts(_ text: String, _ port: Int, _ security: TLSRequirement) throws {
        let mailbox = try read("mailboxes: {a: {host: 127.0.0.1, user: u, password: {env: P}\(text)}}").mailboxes[0]
        #expect(mailbox.port == port)
        #expect(mailbox.security == security)
    }

    @Test(
        "A file without settings is one without transports",
        arguments: ["", "# nothing", "transports:\nmailboxes:\n"]
    )
    func empty(_ text: String) throws {
        let settings = try read(text)
        #expect(settings.transports.isEmpty)
        #expect(settings.ledger == .sqlite)
    }

    @Test("Names, hosts and reverse-paths in Chinese are read")
    func chinese() throws {
        let settings = try read(
            """
            transports: {中继: {host: 邮件.例子.测试, hello: 例子.测试}}
            identity: {reverse_path: "退信+{token}@例子.测试"}
            """
        )
        #expect(settings.transports[0].name == "中继")
        #expect(settings.transports[0].route == .relay(host: "xn--5nq051n.xn--fsqu00a.xn--0zwm56d"))
        #expect(settings.transports[0].hello == "xn--fsqu00a.xn--0zwm56d")
        #expect(settings.identity.reversePath?.address(token: "q") == "退信+q@例子.测试")
    }

    @Test(
        "Hosts may be names, IPv4 and IPv6",
        arguments: [
            ("mail_1", "mail_1"), ("127.0.0.1", "127.0.0.1"), ("'::1'", "::1"), ("'[2001:db8::1]'", "2001:db8::1"),
            ("SMTP.Example.COM", "smtp.example.com"),
        ]
    )
    func hosts(_ text: String, _ host: String) throws {
        #expect(try read("transports: {a: {host: \(text)}}").transports[0].route == .relay(host: host))
    }

    @Test(
        "What is not built yet is read, and named",
        arguments: [
            (
                "transports: {a: {route: mx, engine: curl}}",
                "martlet.yaml:1:29: transports.a.engine: `route: mx` by the engine `curl` is not available in this version; "
                    + "write `engine: native`, or name a relay with `host: smtp.example.com`"
            ),
            (
                "transports: {a: {host: h, resolver: 192.0.2.53}}",
                "martlet.yaml:1:27: transports.a.resolver: `resolver` for a relay is not available in this version; "
                    + "write `resolver: system`"
            ),
            (
                "ledger: postgres://db.example.com/mail",
                "martlet.yaml:1:1: ledger: a ledger in PostgreSQL is not available in this version; write `ledger: sqlite`"
            ),
        ]
    )
    func unavailable(_ text: String, _ fault: String) throws {
        let settings = try read(text)
        let all = settings.unavailable + settings.transports.flatMap(\.unavailable)
        #expect(all.last?.description == fault)
        #expect(all.allSatisfy { $0.kind == .unavailable })
    }

    @Test("A job's transport is the named one, or the only one")
    func transportOfJob() throws {
        let settings = try read("transports: {relay: {host: a.example}, other: {host: b.example}}")
        let single = try read("transports: {relay: {host: a.example}}")
        let named = try JobDefinitionTests.job("via: relay")
        let misspelt = try JobDefinitionTests.job("via: realy")
        let silent = try JobDefinitionTests.job("")
        #expect(try settings.transport(for: named).name == "relay")
        #expect(try single.transport(for: silent).name == "relay")
        #expect {
            try settings.transport(for: misspelt)
        } throws: { error in
            "\(error)" == "jobs/a.yaml:4:6: via: there is no transport `realy`; did you mean `relay`?"
        }
        #expect {
            try settings.transport(for: silent)
        } throws: { error in
            "\(error)"
                == "jobs/a.yaml: via: there are several transports, and none is named; "
                + "add `via:` with one of `relay`, `other`"
        }
    }

    @Test("Every mailbox that a job collects from and that is not there is named")
    func mailboxesOfJob() throws {
        let settings = try read("mailboxes: {bounces: {host: h, user: u, password: {env: P}}}")
        #expect(try settings.mailboxes(for: JobDefinitionTests.job("collect: bounces")).map(\.name) == ["bounces"])
        #expect {
            try settings.mailboxes(for: JobDefinitionTests.job("collect: [bounce, bounces, replies]"))
        } throws: { error in
            "\(error)" == """
                jobs/a.yaml:4:11: collect: there is no mailbox `bounce`; did you mean `bounces`?
                jobs/a.yaml:4:28: collect: there is no mailbox `replies`; martlet.yaml has `bounces`
                """
        }
    }
}
