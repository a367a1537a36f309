import MailModel
import MailTestKit
import Testing

struct ScriptedServerTests {
    @Test("A message is kept with its envelope, dots un-stuffed")
    func keepsMessages() throws {
        let server = try ScriptedServer()
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        #expect(client.read().hasPrefix("220 "))
        client.socket.write(Array("EHLO client\r\n".utf8))
        #expect(client.read(until: "250 SMTPUTF8\r\n").contains("250-PIPELINING\r\n"))
        #expect(client.say("MAIL FROM:<a@b.test> SIZE=10") == "250 2.1.0 ok\r\n")
        #expect(client.say("RCPT TO:<王芳@example.test>") == "250 2.1.5 ok\r\n")
        #expect(client.say("DATA") == "354 go on\r\n")
        #expect(client.say("..\r\n..x\r\ny\r\n.").hasPrefix("250 "))
        #expect(client.say("QUIT").hasPrefix("221 "))
        #expect(client.readToEnd().isEmpty)
        let message = try #require(server.record.messages.first)
        #expect(message.reversePath == "a@b.test")
        #expect(message.mailParameters == ["SIZE=10"])
        #expect(message.recipients == ["王芳@example.test"])
        #expect(message.content == Array(".\r\n.x\r\ny\r\n".utf8))
        #expect(message.answer == .accepted)
        #expect(server.record.breaches.isEmpty)
    }

    @Test("Chunks of BDAT make a message")
    func chunking() throws {
        let server = try ScriptedServer(ServerBehaviour { $0.keywords = ["PIPELINING", "CHUNKING"] })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = client.read()
        client.socket.write(Array("EHLO client\r\n".utf8))
        _ = client.read(until: "250 CHUNKING\r\n")
        _ = client.say("MAIL FROM:<>")
        _ = client.say("RCPT TO:<ann@example.test>")
        client.socket.write(Array("BDAT 5\r\n.\r\n.\rBDAT 1 LAST\r\n\n".utf8))
        #expect(client.read(until: "已排队\r\n").hasPrefix("250 2.0.0 5 octets\r\n250 "))
        #expect(server.record.messages.first?.content == Array(".\r\n.\r\n".utf8))
        #expect(server.record.breaches.isEmpty)
    }

    @Test("Going on before a reply is noted as a breach where PIPELINING is not offered", arguments: [true, false])
    func pipelining(isOffered: Bool) throws {
        let server = try ScriptedServer(ServerBehaviour { $0.keywords = isOffered ? ["PIPELINING"] : [] })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = client.read()
        client.socket.write(Array("EHLO client\r\n".utf8))
        _ = client.read(until: isOffered ? "250 PIPELINING\r\n" : "greets you\r\n")
        client.socket.write(Array("MAIL FROM:<>\r\nRCPT TO:<a@example.test>\r\nDATA\r\n".utf8))
        _ = client.read(until: "354 go on\r\n")
        #expect(server.record.breaches.isEmpty == isOffered)
    }

    @Test("A login is checked", arguments: [("AHUAcA==", "235"), ("AHUAcQ==", "535")])
    func login(response: String, code: String) throws {
        let server = try ScriptedServer(ServerBehaviour { $0.login = ServerLogin(user: "u", password: "p") })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = client.read()
        client.socket.write(Array("EHLO client\r\n".utf8))
        _ = client.read(until: "250 AUTH PLAIN LOGIN\r\n")
        #expect(client.say("AUTH PLAIN \(response)").hasPrefix(code))
    }

    @Test("A cut behind the final dot leaves the message unanswered")
    func cut() throws {
        let server = try ScriptedServer(ServerBehaviour { $0.cuts = ["ann": .atEndOfData] })
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        _ = client.read()
        _ = client.say("HELO client")
        _ = client.say("MAIL FROM:<>")
        _ = client.say("RCPT TO:<ann@example.test>")
        _ = client.say("DATA")
        #expect(client.say("x\r\n.").isEmpty)
        #expect(server.record.messages.map(\.answer) == [.none])
    }

    @Test("A script is played step by step, and each connection has its own")
    func scripts() throws {
        let server = try ScriptedServer { number in
            number == 0
                ? .script([.sendByteByByte("220 你好"), .expect("EHLO"), .send("250 ok"), .readMessage, .close])
                : .script([.send("421 busy"), .reset])
        }
        defer { server.stop() }
        let client = try TestClient(port: server.port)
        #expect(client.read() == "220 你好\r\n")
        #expect(client.say("ehlo x") == "250 ok\r\n")
        client.socket.write(Array("a\r\n.\r\n".utf8))
        #expect(client.readToEnd().isEmpty)
        #expect(try TestClient(port: server.port).read().hasPrefix("421"))
        #expect(server.record.connections == 2)
        #expect(server.record.messages.map(\.content) == [Array("a\r\n".utf8)])
    }

    @Test("Stopping ends a connection on which the server is mute")
    func stopping() throws {
        let server = try ScriptedServer { _ in .script([.stayMute]) }
        let client = try TestClient(port: server.port)
        client.socket.write([1])
        while server.record.connections == 0 { ServerThread.sleep(.milliseconds(1)) }
        server.stop()
        #expect(client.readToEnd().isEmpty)
    }
}
