import Testing

@testable import Workspace

@Suite("Faults of martlet.yaml")
struct WorkspaceFaultTests {
    static let faults: [(text: String, fault: String)] = [
        (
            "transport:\n  a: {host: h}\n",
            "martlet.yaml:1:1: transport: there is no setting `transport` here; did you mean `transports`?"
        ),
        (
            "transports:\n  a:\n    host: h\n    domains:\n      qq.com:\n        colour: blue\n",
            "martlet.yaml:6:9: transports.a.domains.qq.com.colour: there is no setting `colour` here; "
                + "the keys of a domain are `rate`, `connections`"
        ),
        (
            "transports:\n  a:\n    port: 25\n",
            "martlet.yaml:3:5: transports.a.host: `host` is missing: nothing says where mail goes; "
                + "add `host: smtp.example.com`"
        ),
        (
            "transports: {a: {host: h, route: mx}}",
            "martlet.yaml:1:18: transports.a.host: `host` names a relay, and `route: mx` delivers without one; "
                + "keep one of them"
        ),
        (
            "transports: {a: {host: h, tls: dane}}",
            "martlet.yaml:1:32: transports.a.tls: `dane` belongs to direct delivery, and there is a `host`; "
                + "write `tls: starttls` for a relay"
        ),
        (
            "transports: {a: {host: h, port: smtp}}",
            "martlet.yaml:1:33: transports.a.port: `smtp` is no whole number; write something like `port: 587`"
        ),
        (
            "transports: {a: {host: h, port: 70000}}",
            "martlet.yaml:1:33: transports.a.port: 70000 is too large; write a number from 1 to 65535"
        ),
        (
            "transports: {a: {host: h, port: [587]}}",
            "martlet.yaml:1:33: transports.a.port: a list stands where text should be; write `port: 587`"
        ),
        (
            "transports: {a: {host: h, tls: yes}}",
            "martlet.yaml:1:32: transports.a.tls: `yes` is none of its words; "
                + "write one of `none`, `opportunistic`, `starttls`, `implicit`, `dane`"
        ),
        (
            "transports: {a: {host: h, tls: start}}",
            "martlet.yaml:1:32: transports.a.tls: `start` is none of its words; did you mean `starttls`?"
        ),
        (
            "transports: {a: {host: h, rate: 100}}",
            "martlet.yaml:1:33: transports.a.rate: `100` is no rate; write something like `100/s`, `5/min` or `1000/h`"
        ),
        (
            "transports: {a: {host: h, grace: 60}}",
            "martlet.yaml:1:34: transports.a.grace: `60` has no unit; write `60s` for seconds; m, h, d are the others"
        ),
        (
            "transports: {a: {host: h, grace: soon}}",
            "martlet.yaml:1:34: transports.a.grace: `soon` is no duration; "
                + "write something like `30s`, `5m`, `2h`, `2d` or `1h 30m`"
        ),
        (
            "transports: {a: {host: 'smtp.example.com:587'}}",
            "martlet.yaml:1:24: transports.a.host: `smtp.example.com:587` has a port behind it; "
                + "write `host: smtp.example.com` and `port: 587`"
        ),
        (
            "transports: {a: {host: 'smtp://h'}}",
            "martlet.yaml:1:24: transports.a.host: `smtp://h` is a URL; write only the name: `h`"
        ),
        (
            "transports: {a: {host: a b}}",
            "martlet.yaml:1:24: transports.a.host: `a b` is neither a host name nor an IP address; "
                + "write something like `host: smtp.example.com`"
        ),
        (
            "transports:\n  a:\n    host:\n",
            "martlet.yaml:3:5: transports.a.host: `host` is missing: nothing says where mail goes; "
                + "add `host: smtp.example.com`"
        ),
        (
            "transports: {a: {host: h, hello: 192.0.2.1}}",
            "martlet.yaml:1:34: transports.a.hello: `192.0.2.1` is neither a domain nor an IP address in brackets; "
                + "write something like `hello: mail.example.com`"
        ),
        (
            "transports: {a: {host: h, resolver: dns.example}}",
            "martlet.yaml:1:37: transports.a.resolver: `dns.example` is neither `system` nor an IP address; "
                + "write something like `resolver: system`"
        ),
        (
            "transports: {a: {host: h, domains: {'a b': {rate: 1/s}}}}",
            "martlet.yaml:1:37: transports.a.domains: `a b` is no domain; write something like `example.com`"
        ),
        (
            "transports: {a: {host: h, auth: {user: u}}}",
            "martlet.yaml:1:33: transports.a.auth.password: `password` is missing; "
                + "add `password: {env: SMTP_PASSWORD}`"
        ),
        (
            "transports: [a]",
            "martlet.yaml:1:13: transports: a list stands where names with values should be; "
                + "write `transports: {relay: {host: smtp.example.com}}`"
        ),
        (
            "transports: {a: h}",
            "martlet.yaml:1:17: transports.a: text stands where a group of keys should be; "
                + "write keys below it, such as `engine: native`"
        ),
        (
            "transports: {'a b': {host: h}}",
            "martlet.yaml:1:14: transports: `a b` is no name; take letters, digits, `-`, `_` and dots inside, 100 at most"
        ),
        (
            "mailboxes: {b: {host: h, user: u, password: {env: P}, keep_on_server: maybe}}",
            "martlet.yaml:1:71: mailboxes.b.keep_on_server: `maybe` is neither yes nor no; write `true` or `false`"
        ),
        (
            "identity: {reverse_path: 'bounces@{token}.example.com'}",
            "martlet.yaml:1:26: identity.reverse_path: `{token}` stands behind the `@`, where it would need a domain for "
                + "each recipient; write something like `reverse_path: \"bounces+{token}@example.com\"`"
        ),
        (
            "identity: {reverse_path: 'b+{{token}}@example.com'}",
            "martlet.yaml:1:26: identity.reverse_path: there are braces; `{token}`, in single ones, is all that is known "
                + "here; write something like `reverse_path: \"bounces+{token}@example.com\"`"
        ),
        (
            "identity: {reverse_path: '{token}{token}@example.com'}",
            "martlet.yaml:1:26: identity.reverse_path: `{token}` stands there more than once; "
                + "write something like `reverse_path: \"bounces+{token}@example.com\"`"
        ),
        (
            "identity: {reverse_path: 'a-local-part-of-forty-letters-or-more-xx+{token}@example.com'}",
            "martlet.yaml:1:26: identity.reverse_path: this is no address (the token takes 26 letters): the part before "
                + "the `@` is longer than 64 bytes; no server takes that; "
                + "write something like `reverse_path: \"bounces+{token}@example.com\"`"
        ),
        (
            "ledger: mysql",
            "martlet.yaml:1:9: ledger: `mysql` is no ledger; write `ledger: sqlite`, or a postgres:// address"
        ),
        (
            "- a\n",
            "martlet.yaml:1:1: a list stands where a group of keys should be; "
                + "write keys below it, such as `transports: {relay: {host: smtp.example.com}}`"
        ),
        (
            "identity: {dkim: {domain: example.com}}",
            "martlet.yaml:1:18: identity.dkim: a group of keys stands where a list should be; "
                + "write `dkim: [{domain: example.com, selector: m1, key: {file: keys/m1.pem}}]`"
        ),
        (
            "transports: {a: {host: h, tls_ca: ''}}",
            "martlet.yaml:1:35: transports.a.tls_ca: the text is empty; write something like `tls_ca: certs/ca.pem`"
        ),
        (
            "transports: {a: {host: h, tls_ca: \"a\\nb\"}}",
            "martlet.yaml:1:35: transports.a.tls_ca: the text has more than one line; "
                + "write something like `tls_ca: certs/ca.pem`"
        ),
        (
            "transports: {a: {host: h, connections: }}",
            "martlet.yaml:1:27: transports.a.connections: there is no value; "
                + "write `connections: 8`, or take the line away"
        ),
    ]

    @Test("A fault says where, what, why and what to do", arguments: faults.map(\.text).indices)
    func fault(_ index: Int) {
        let (text, fault) = Self.faults[index]
        #expect(workspaceFaults(text).map(\.description) == [fault])
    }

    @Test("All faults of a file come at once, in its order")
    func allAtOnce() {
        let faults = workspaceFaults(
            """
            transports:
              a: {host: h, port: x}
              a: {host: h}
              b: {hots: h, tls: none}
            mailboxes:
              c: {host: h}
            ledgr: sqlite
            """
        )
        #expect(faults.map(\.place?.line) == [2, 3, 4, 6, 6, 7])
        #expect(
            faults.map(\.kind) == [
                .badValue, .duplicateKey, .unknownKey, .missingKey, .missingKey, .unknownKey,
            ]
        )
    }

    @Test(
        "A secret in the file is refused with the line to write, and never shown",
        arguments: [
            "geheim", "'geheim'", "[geheim]", "{geheim}", "{geheim: x}", "{value: geheim}", "{env: ge-heim}",
            "{{geheim}}",
            "\"geheim\" geheim", "\"geheim", "{env: [geheim]}",
        ]
    )
    func literalSecret(_ value: String) {
        let faults = workspaceFaults("transports:\n  a: {host: h, auth: {user: u, password: \(value)}}\n")
        #expect(!faults.isEmpty)
        #expect(!faults.map(\.description).joined().contains("heim"))
    }

    @Test("The line to write instead of a password names a variable")
    func literalRemedy() {
        #expect(
            workspaceFaults("transports: {a: {host: h, auth: {user: u, password: x}}}").map(\.description) == [
                "martlet.yaml:1:53: transports.a.auth.password: a secret must not stand in this file, where others may read "
                    + "it; write `password: {env: SMTP_PASSWORD}`, or {file: PATH}, or {command: \"…\"}"
            ]
        )
        #expect(
            workspaceFaults("mailboxes: {a: {host: h, user: u, password: {evn: P}}}").map(\.remedy) == [
                "did you mean `env`?"
            ]
        )
        #expect(
            workspaceFaults("mailboxes: {a: {host: h, user: u, password: {env: P, file: q}}}").map(\.kind)
                == [.contradiction]
        )
        #expect(workspaceFaults("ledger: postgres://u:geheim@db/mail").map(\.kind) == [.literalSecret])
    }
}
