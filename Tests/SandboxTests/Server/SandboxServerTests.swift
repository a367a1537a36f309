import BounceAnalysis
import NIOCore
import Sandbox
import Testing

@Suite("The built-in server")
struct SandboxServerTests {
    @Test(
        "A recipient's local part decides the answer at RCPT and at the end of the message",
        arguments: [
            ("wang@example.cn", ["250", "250", "250", "221"]),
            ("hard-bounce+1@example.cn", ["250", "550", "554", "221"]),
            ("Hard-Bounce@example.cn", ["250", "550", "554", "221"]),
            ("hard-bouncer@example.cn", ["250", "250", "250", "221"]),
            ("later-bounce+1@example.cn", ["250", "250", "250", "221"]),
            ("full+1@example.cn", ["250", "452", "554", "221"]),
            ("spam+1@example.cn", ["250", "250", "554", "221"]),
            ("slow+1@example.cn", ["250", "250", "250", "221"]),
            ("busy+1@example.cn", ["250", "421"]),
            ("drop+1@example.cn", ["250"]),
            ("drop-after-data+1@example.cn", ["250", "250"]),
            ("greylist+1@example.cn", ["250", "451", "554", "221"]),
        ]
    )
    func behaviours(recipient: String, codes: [String]) async throws {
        try await withSandbox { server in
            let heard = try await SandboxClient.send(server.smtpPort, from: "bounces@example.com", to: [recipient])
            #expect(heard == codes)
        }
    }

    @Test("A deferred address is taken on its third try, whatever others do")
    func deferral() async throws {
        try await withSandbox { server in
            var codes: [String] = []
            for name in ["defer+1", "DEFER+1", "defer+2", "defer+1", "defer+2", "defer+2"] {
                let heard = try await SandboxClient.send(server.smtpPort, from: "", to: ["\(name)@example.cn"])
                codes.append(heard[1])
            }
            #expect(codes == ["451", "451", "451", "250", "451", "250"])
            #expect(server.counters.deferred == 4)
        }
    }

    @Test("Greylisting ends after its time")
    func greylisting() async throws {
        try await withSandbox {
            $0.greylisting = .zero
        } _: { server in
            let codes = try await [1, 2].asyncMap { _ in
                try await SandboxClient.send(server.smtpPort, from: "", to: ["greylist@example.cn"])[1]
            }
            #expect(codes == ["451", "250"])
        }
    }

    @Test(
        "What comes back is understood as what it is, and names the recipient",
        arguments: [
            ("later-bounce+7@example.cn", "bounce", "5.1.1", RecipientVerdict.DeliveryClass.hard),
            ("later-full@example.cn", "bounce", "5.2.2", .soft),
            ("delayed+a@example.cn", "delayed", "4.4.1", .soft),
            ("complaint+a@example.cn", "complaint", "", .soft),
            ("auto-reply+a@example.cn", "auto-reply", "", .soft),
            ("later-bounce+王@例子.测试", "bounce", "5.1.1", .hard),
        ]
    )
    func answers(
        recipient: String,
        kind: String,
        status: String,
        deliveryClass: RecipientVerdict.DeliveryClass
    ) async throws {
        try await withSandbox {
            $0.keep = .none
        } _: { server in
            let codes = try await SandboxClient.send(
                server.smtpPort,
                from: "bounces+k3xq@example.com",
                to: [recipient],
                parameters: (" SMTPUTF8", "")
            )
            #expect(codes == ["250", "250", "250", "221"])
            let mail = try #require(try await SandboxClient.fetch(server.popPort, user: "bounces").first)
            let verdict = BounceClassifier().classify(mail)
            #expect(verdict.kind.rawValue == kind)
            #expect(verdict.confidence == .high)
            #expect(verdict.references.deliveredTo.first?.address == "bounces+k3xq@example.com")
            #expect(verdict.recipients.map(\.address) == (kind == "auto-reply" ? [] : [recipient]))
            if !status.isEmpty {
                #expect(verdict.recipients.first?.status == status)
                #expect(verdict.recipients.first?.deliveryClass.coarse == deliveryClass)
            }
            let identifiers = verdict.references.repliesTo + [verdict.references.returnedMessageID].compactMap(\.self)
            #expect(identifiers.contains("m1@martlet.example"))
        }
    }

    @Test("ENVID and ORCPT come back decoded, and cannot break out of their line")
    func dsnParameters() async throws {
        try await withSandbox { server in
            _ = try await SandboxClient.send(
                server.smtpPort,
                from: "bounces@example.com",
                to: ["later-bounce@example.cn"],
                parameters: (" ENVID=run+2B7+0D+0AX", " ORCPT=rfc822;a+2Bb@example.cn")
            )
            let mail = try await SandboxClient.fetch(server.popPort, user: "bounces@example.com")
            let text = String(decoding: mail.joined(), as: UTF8.self)
            #expect(text.contains("\r\nOriginal-Envelope-Id: run+7??X\r\n"))
            #expect(text.contains("\r\nOriginal-Recipient: rfc822;a+b@example.cn\r\n"))
        }
    }

    @Test(
        "Nothing is answered to the null reverse-path, nor what NOTIFY declines",
        arguments: [("", ""), ("a@example.com", " NOTIFY=NEVER"), ("a@example.com", " NOTIFY=DELAY")]
    )
    func noAnswer(reversePath: String, notify: String) async throws {
        try await withSandbox { server in
            _ = try await SandboxClient.send(
                server.smtpPort,
                from: reversePath,
                to: ["later-bounce@example.cn"],
                parameters: ("", notify)
            )
            #expect(server.counters.accepted == 1)
            #expect(server.counters.bounces == 0)
            #expect(server.storedMessages == 0)
        }
    }

    @Test("NOTIFY=SUCCESS gets a report of delivery, which is no bounce")
    func successReport() async throws {
        try await withSandbox { server in
            _ = try await SandboxClient.send(
                server.smtpPort,
                from: "me@example.com",
                to: ["wang@example.cn"],
                parameters: ("", " NOTIFY=SUCCESS")
            )
            let mail = try #require(try await SandboxClient.fetch(server.popPort, user: "me").first)
            #expect(BounceClassifier().classify(mail).subtype == "success-report")
        }
    }

    @Test("Accepted mail lies in the recipients' mailboxes with the dots it had")
    func storedMail() async throws {
        try await withSandbox { server in
            let words =
                "HELO t\r\nMAIL FROM:<me@example.com>\r\nRCPT TO:<Wang+list@example.cn>\r\nRCPT TO:<李@example.cn>\r\n"
            let said = try await SandboxClient.talk(
                server.smtpPort,
                words + "RSET\r\nMAIL FROM:<me@example.com> SMTPUTF8\r\nRCPT TO:<Wang+list@example.cn>\r\n"
                    + "RCPT TO:<李@example.cn>\r\nDATA\r\nSubject: x\r\n\r\n..\r\n...\r\n.\r\nQUIT\r\n"
            )
            #expect(said.contains("553 5.6.7"))
            for (user, path) in [("wang", "Wang+list@example.cn"), ("李@example.cn", "李@example.cn")] {
                let mail = try await SandboxClient.talk(server.popPort, "USER \(user)\r\nPASS x\r\nRETR 1\r\nQUIT\r\n")
                #expect(mail.contains("Return-Path: <me@example.com>\r\nDelivered-To: \(path)\r\n"))
                #expect(mail.contains("Subject: x\r\n\r\n..\r\n...\r\n.\r\n+OK Bye"))
            }
        }
    }

    @Test("A mailbox belongs to one session at a time, and only QUIT deletes")
    func oneSession() async throws {
        try await withSandbox { server in
            _ = try await SandboxClient.send(server.smtpPort, from: "", to: ["wang@example.cn"])
            let login = "USER wang\r\nPASS x\r\n"
            try await SandboxClient.connect(server.popPort) { inbound, outbound in
                try await outbound.write(ByteBuffer(string: login + "DELE 1\r\n"))
                _ = try await SandboxClient.hear(&inbound) { $0.contains("+OK Marked\r\n") }
                let second = try await SandboxClient.talk(server.popPort, login + "QUIT\r\n")
                #expect(second.contains("-ERR [IN-USE] "))
            }
            while server.counters.popConnections > 0, server.storedMessages == 1 {
                let said = try await SandboxClient.talk(server.popPort, login + "STAT\r\nDELE 1\r\nQUIT\r\n")
                // The server may not have seen yet that the first client has gone.
                if said.contains("[IN-USE]") { continue }
                #expect(said.contains("+OK 1 "))
            }
            #expect(server.counters.deleted == 1)
        }
    }

    @Test("The wrong password is refused by both protocols")
    func wrongPassword() async throws {
        try await withSandbox { server in
            let smtp = try await SandboxClient.talk(server.smtpPort, "EHLO t\r\nAUTH PLAIN AHUAd3Jvbmc=\r\nQUIT\r\n")
            #expect(smtp.contains("\r\n535 5.7.8 "))
            let pop = try await SandboxClient.talk(server.popPort, "USER u\r\nPASS wrong\r\nQUIT\r\n")
            #expect(pop.contains("-ERR [AUTH] "))
        }
    }

    @Test("Answers can be late")
    func delay() async throws {
        try await withSandbox {
            $0.answerDelay = .seconds(3_600)
        } _: { server in
            _ = try await SandboxClient.send(server.smtpPort, from: "b@example.com", to: ["later-bounce@example.cn"])
            #expect(server.storedMessages == 1)
            #expect(try await SandboxClient.fetch(server.popPort, user: "b").isEmpty)
        }
    }

    @Test("Hundreds of pipelined messages in pieces are all accepted and counted")
    func pipeline() async throws {
        try await withSandbox {
            $0.threads = 2
        } _: { server in
            let one = "MAIL FROM:<b@example.com>\r\nRCPT TO:<c@example.cn>\r\nDATA\r\nSubject: x\r\n\r\nhi\r\n.\r\n"
            let said = try await SandboxClient.talk(
                server.smtpPort,
                "HELO t\r\n" + String(repeating: one, count: 500) + "QUIT\r\n"
            )
            #expect(said.components(between: "Ok: queued as ", and: "\r\n").count == 500)
            #expect(server.counters.accepted == 500)
            #expect(try await SandboxClient.fetch(server.popPort, user: "c").count == 500)
        }
    }

    @Test("One connection more than allowed is told so")
    func tooManyConnections() async throws {
        try await withSandbox {
            $0.connections = 1
        } _: { server in
            try await SandboxClient.connect(server.popPort) { inbound, outbound in
                _ = try await SandboxClient.hear(&inbound) { $0.contains("ready\r\n") }
                let said = try await SandboxClient.talk(server.smtpPort, "")
                #expect(said == "421 4.3.2 Too many connections\r\n")
                try await outbound.write(ByteBuffer(string: "QUIT\r\n"))
                #expect(try await SandboxClient.hear(&inbound) { _ in false } == "+OK Bye\r\n")
            }
        }
    }

    @Test("A server that stops says goodbye")
    func stopping() async throws {
        let server = try await SandboxServer.start(SandboxSettings(smtpPort: 0, popPort: 0))
        let said = try await SandboxClient.connect(server.smtpPort) { inbound, _ in
            _ = try await SandboxClient.hear(&inbound) { $0.contains("\r\n") }
            async let end: Void = server.stop()
            let said = try await SandboxClient.hear(&inbound) { _ in false }
            await end
            return said
        }
        #expect(said == "421 4.3.2 The server is being stopped\r\n")
    }

    @Test(
        "Other machines are kept out unless that is allowed",
        arguments: ["0.0.0.0", "::", "192.0.2.1", "mx.example.cn"]
    )
    func loopbackOnly(host: String) async throws {
        let failure = await #expect(throws: SandboxFailure.self) {
            try await SandboxServer.start(SandboxSettings(smtpHost: host, smtpPort: 0, popPort: 0))
        }
        #expect(failure?.code == .configuration)
        #expect(failure?.message.contains(host) == true)
    }

    @Test("A port that is taken is named, with what to do")
    func portInUse() async throws {
        try await withSandbox { server in
            let failure = await #expect(throws: SandboxFailure.self) {
                try await SandboxServer.start(SandboxSettings(smtpPort: 0, popPort: server.popPort))
            }
            #expect(failure?.code == .unreachable)
            #expect(failure?.message.contains("POP3 on 127.0.0.1, port \(server.popPort)") == true)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
