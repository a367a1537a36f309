import Foundation
import Ledger

/// A workspace in a temporary folder with one mailbox, `bounces`.
final class CollectWorkspace: Sendable {
    let folder: URL

    init(port: Int, user: String = "bounces", password: String = "geheim") throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-crash-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = """
            mailboxes:
              bounces: {host: 127.0.0.1, port: \(port), tls: none, user: \(user), password: {file: secret}}

            """
        try Data(settings.utf8).write(to: folder.appendingPathComponent("martlet.yaml"))
        let secret = folder.appendingPathComponent("secret")
        try Data("\(password)\n".utf8).write(to: secret)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret.path)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Starts collecting.
    func start() throws -> ChildProcess {
        try ChildProcess(
            Martlet.path,
            ["collect"],
            in: folder.path,
            output: folder.appendingPathComponent("talk").path
        )
    }

    /// What the last process said.
    var talk: String {
        (try? String(contentsOf: folder.appendingPathComponent("talk"), encoding: .utf8)) ?? ""
    }

    /// The files that the ledger names.
    private func entries() throws -> [String] {
        let ledger = try RunLedger(stateFolder: state.path, access: .readOnly)
        return try ledger.collectedMessages(limit: 100_000).map(\.record.file)
    }

    /// Compares the ledger and the files with what the server ever had.
    ///
    /// - Returns: what is wrong.
    func findings(comparedWith messages: [MaildropMessage]) throws -> [String] {
        var findings: [String] = []
        let serials = Dictionary(uniqueKeysWithValues: messages.map { ($0.bytes, $0.serial) })
        var counted = [Int](repeating: 0, count: messages.count)
        for file in try entries() {
            if let serial = serials[try bytes(of: file)] {
                counted[serial] += 1
            } else {
                findings.append("\(file) is no message that the server had")
            }
        }
        for (serial, times) in counted.enumerated() where times != 1 {
            findings.append("message \(serial) is counted \(times) times")
        }
        return findings
    }

    /// A stored message.
    private func bytes(of file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: state.appendingPathComponent(file)))
    }

    private var state: URL { folder.appendingPathComponent(".martlet") }
}
