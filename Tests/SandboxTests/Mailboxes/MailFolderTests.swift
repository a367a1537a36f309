import Foundation
import Sandbox
import Testing

@Suite("The folder of accepted mail")
struct MailFolderTests {
    /// A new folder, gone when the test is.
    private func withFolder(_ test: (String) async throws -> Void) async throws {
        let path = NSTemporaryDirectory() + "/martlet-sandbox-\(UInt64.random(in: 0...(.max)))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await test(path)
    }

    @Test(
        "Each recipient whom the message reaches gets a file, kept in memory or not",
        arguments: SandboxSettings.Keeping.allCases
    )
    func files(keep: SandboxSettings.Keeping) async throws {
        try await withFolder { path in
            try await withSandbox {
                $0.folder = path
                $0.keep = keep
            } _: { server in
                let codes = try await SandboxClient.send(
                    server.smtpPort,
                    from: "a@example.com",
                    to: ["wang@example.cn", "hard-bounce@example.cn", "later-bounce@example.cn", "li@example.cn"]
                )
                #expect(codes == ["250", "250", "550", "250", "250", "250", "221"])
                let names = try FileManager.default.contentsOfDirectory(atPath: path)
                #expect(names.count == 2)
                #expect(names.allSatisfy { $0.hasSuffix(".eml") })
                let texts = try names.map { try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8) }.sorted()
                #expect(texts.first?.contains("Delivered-To: li@example.cn\r\n") == true)
                #expect(texts.last?.hasSuffix("\r\n\r\n您好\r\n") == true)
            }
        }
    }

    @Test("A message that cannot be written is put off, and leaves nothing behind")
    func fullDisk() async throws {
        try await withFolder { path in
            try await withSandbox {
                $0.folder = path
            } _: { server in
                try FileManager.default.removeItem(atPath: path)
                let codes = try await SandboxClient.send(server.smtpPort, from: "", to: ["wang@example.cn"])
                #expect(codes == ["250", "250", "452", "221"])
                #expect(server.storedMessages == 0)
                #expect(server.counters.accepted == 0)
            }
        }
    }

    @Test("A folder that cannot be made stops the start")
    func badFolder() async throws {
        var settings = SandboxSettings(smtpPort: 0, popPort: 0)
        settings.folder = "/dev/null/mail"
        let failure = await #expect(throws: SandboxFailure.self) { try await SandboxServer.start(settings) }
        #expect(failure?.code == .folder)
        #expect(failure?.message.contains("/dev/null/mail") == true)
    }
}
