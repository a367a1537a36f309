import Foundation
import Testing

/// Runs the program that was built beside the tests.
struct ClassifyCommandTests {
    struct Result {
        var status: Int32
        var output: String
        var talk: String
    }

    static func martlet(_ arguments: [String]) throws -> Result {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let folder = tests.deletingLastPathComponent()
        let process = Process()
        process.executableURL = folder.appendingPathComponent("martlet")
        process.arguments = arguments
        let output = Pipe()
        let talk = Pipe()
        process.standardOutput = output
        process.standardError = talk
        try process.run()
        let outputBytes = output.fileHandleForReading.readDataToEndOfFile()
        let talkBytes = talk.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: outputBytes, as: UTF8.self),
            talk: String(decoding: talkBytes, as: UTF8.self)
        )
    }

    static let report = """
        From: MAILER-DAEMON@mx.example.cn
        To: bounces@example.com
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        <wang.fang@example.cn>: host mx.example.cn said: 550 5.1.1 user unknown
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.cn

        Final-Recipient: rfc822; wang.fang@example.cn
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 user unknown
        --b--
        """

    @Test("A folder is read with all below it, and each message has its path for an id")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("new"),
            withIntermediateDirectories: true
        )
        try Data(Self.report.utf8).write(to: folder.appendingPathComponent("new/退信.eml"))
        let result = try Self.martlet(["classify", "--format", "jsonl", folder.path])
        #expect(result.status == 0)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(object["id"] as? String == "new/退信.eml")
        #expect(object["kind"] as? String == "bounce")
        let recipient = try #require((object["recipients"] as? [[String: Any]])?.first)
        #expect(recipient["address"] as? String == "wang.fang@example.cn")
        #expect(recipient["status"] as? String == "5.1.1")
        #expect(recipient["reply"] as? Int == 550)
        #expect(recipient["reason"] as? String == "userunknown")
        #expect(recipient["class"] as? String == "hard")
    }

    @Test("A path that is not there is named, and the exit code is 66")
    func missingFile() throws {
        let result = try Self.martlet(["classify", "/no/such/mail.eml"])
        #expect(result.status == 66)
        #expect(result.talk.contains("/no/such/mail.eml"))
        #expect(result.output.isEmpty)
    }

    @Test("Help has an example")
    func help() throws {
        let result = try Self.martlet(["classify", "--help"])
        #expect(result.status == 0)
        #expect(result.output.contains("martlet classify --format jsonl"))
    }
}
