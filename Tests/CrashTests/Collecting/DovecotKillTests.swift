import Foundation
import MailTestKit
import Testing

extension CrashTests {
    /// The variables of `scripts/rig env`.
    private static let rig = ProcessInfo.processInfo.environment

    @Test(
        "Collecting from Dovecot that is killed again and again counts each message exactly once",
        .enabled(if: rig["MARTLET_RIG"] != nil, "scripts/rig up starts Dovecot"),
        .timeLimit(.minutes(5))
    )
    func killedAtDovecot() async throws {
        let box = "bounces-18"
        let port = try #require(Self.rig["MARTLET_RIG_POP3_PORT"].flatMap { Int($0) })
        let mail = URL(fileURLWithPath: try #require(Self.rig["MARTLET_RIG_MAIL"])).appendingPathComponent(box)
        let password = try #require(Self.rig["MARTLET_RIG_PASSWORD"])
        let messages = (0..<200).map { MaildropMessage(serial: $0, bytes: $0 == 100 ? 20_000_000 : 900 + $0 * 31) }
        let (kills, findings) = try await blocking {
            let workspace = try CollectWorkspace(port: port, user: box, password: password)
            try Self.empty(mail)
            for message in messages { try Self.deliver(message, to: mail.path) }
            var generator = SplitMix(seed: CrashSettings.seed, "collect, Dovecot")
            var kills = 0
            for _ in 0..<(8 + 12 * CrashSettings.rounds) {
                let child = try workspace.start()
                ServerThread.sleep(.milliseconds(Int.random(in: 20...500, using: &generator)))
                child.kill()
                if case .killed = child.wait() { kills += 1 }
            }
            var end = ChildProcess.End.exited(-1)
            for _ in 0..<40 where end != .exited(0) {
                end = try workspace.start().wait()
                // Dovecot may still hold the mailbox of the one that was killed.
                if end != .exited(0) { ServerThread.sleep(.milliseconds(200)) }
            }
            var findings = try workspace.findings(comparedWith: messages)
            if end != .exited(0) { findings.append("it never ends: \(end): \(workspace.talk)") }
            return (kills, findings)
        }
        #expect(findings.isEmpty, "seed \(CrashSettings.seed)")
        #expect(kills > 0, "the program was never killed")
        print("collect, Dovecot: \(messages.count) messages, \(kills) kills, \(findings.count) broken")
    }

    /// Makes a Maildir anew.
    private static func empty(_ mail: URL) throws {
        try? FileManager.default.removeItem(at: mail)
        for place in [mail] + ["new", "cur", "tmp"].map({ mail.appendingPathComponent($0) }) {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try giveAway(place.path, likeIn: mail.deletingLastPathComponent().path, mode: 0o700)
        }
    }

    /// Gives a file or folder to the owner of another folder.
    private static func giveAway(_ path: String, likeIn folder: String, mode: Int) throws {
        let owner = try FileManager.default.attributesOfItem(atPath: folder)
        try FileManager.default.setAttributes(
            [
                .ownerAccountID: owner[.ownerAccountID] ?? 0, .groupOwnerAccountID: owner[.groupOwnerAccountID] ?? 0,
                .posixPermissions: mode,
            ],
            ofItemAtPath: path
        )
    }

    /// Puts a message into a Maildir.
    private static func deliver(_ message: MaildropMessage, to folder: String) throws {
        let name = "1700000\(1_000 + message.serial).M\(message.serial)P1.crash"
        let draft = "\(folder)/tmp/\(name)"
        try Data(message.bytes).write(to: URL(fileURLWithPath: draft))
        try giveAway(draft, likeIn: folder, mode: 0o600)
        try FileManager.default.moveItem(atPath: draft, toPath: "\(folder)/new/\(name)")
    }
}
