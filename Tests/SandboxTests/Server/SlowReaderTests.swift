import NIOCore
import Sandbox
import Testing

@Suite("Clients that read slowly")
struct SlowReaderTests {
    @Test("A client that asks for much and reads late gets all of it")
    func lateReader() async throws {
        try await withSandbox { server in
            let line = String(repeating: "行", count: 320) + "\r\n"
            let content = "Subject: x\r\n\r\n" + String(repeating: line, count: 200)
            _ = try await SandboxClient.send(server.smtpPort, from: "", to: ["wang@example.cn"], content: content)
            let rounds = 64
            let commands = "USER wang\r\nPASS x\r\n" + String(repeating: "RETR 1\r\n", count: rounds) + "QUIT\r\n"
            let count = try await SandboxClient.connect(server.popPort) { inbound, outbound in
                try await outbound.write(ByteBuffer(string: commands))
                // Long enough for the server to fill every buffer on the way.
                try await Task.sleep(for: .milliseconds(100))
                var count = 0
                while let buffer = try await inbound.next() { count += buffer.readableBytes }
                return count
            }
            #expect(count > rounds * content.utf8.count)
            #expect(server.counters.fetched == rounds)
        }
    }

    @Test("What was asked before the client ended its side is still answered")
    func halfClosed() async throws {
        try await withSandbox { server in
            let said = try await SandboxClient.connect(server.smtpPort) { inbound, outbound in
                try await outbound.write(
                    ByteBuffer(string: "EHLO t\r\nMAIL FROM:<>\r\nRCPT TO:<slow@example.cn>\r\nVRFY x\r\n")
                )
                outbound.finish()
                return try await SandboxClient.hear(&inbound) { _ in false }
            }
            #expect(said.hasSuffix("250 2.1.5 Ok\r\n252 2.0.0 Send some mail, I shall try to deliver it\r\n"))
        }
    }

    @Test("A connection that says nothing is ended")
    func idle() async throws {
        try await withSandbox {
            $0.idle = .milliseconds(20)
        } _: { server in
            let smtp = try await SandboxClient.talk(server.smtpPort, "")
            #expect(smtp.hasSuffix("421 4.4.2 Nothing was said for too long, closing\r\n"))
            let pop = try await SandboxClient.talk(server.popPort, "")
            #expect(pop.hasSuffix("-ERR Nothing was said for too long, closing\r\n"))
        }
    }
}
