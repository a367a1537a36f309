import Foundation
import MailModel
import Synchronization

/// A store in a folder of its own, which it removes at its end.
final class TestStore: CollectedMailStore {
    /// What a store does wrong.
    enum Fault: Error, CustomStringConvertible {
        case full

        var description: String { "the state folder is full" }
    }

    private struct State {
        /// What was committed, by unique id and size.
        var committed: [(message: FetchedMessage, content: String)] = []
        var commits: [Int] = []
        var files = 0
        var comparisons = 0
        var plan: [ListedMessage] = []
    }

    let folder: URL
    /// Whether the next commits fail.
    let failsCommits: Bool
    private let state = Mutex(State())

    init(failsCommits: Bool = false) throws {
        self.failsCommits = failsCommits
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pop3-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var contents: [String] { state.withLock { $0.committed.map(\.content) } }
    var messages: [FetchedMessage] { state.withLock { $0.committed.map(\.message) } }
    var commits: [Int] { state.withLock { $0.commits } }
    var comparisons: Int { state.withLock { $0.comparisons } }
    var planned: [ListedMessage] { state.withLock { $0.plan } }

    /// The names in the folder that no committed message has.
    var strayFiles: [String] {
        let known = Set(messages.map { URL(fileURLWithPath: $0.path).lastPathComponent })
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !known.contains($0) }.sorted()
    }

    func plan(_ listed: [ListedMessage]) async throws -> [CollectionStep] {
        state.withLock { state in
            state.plan = listed
            let known = Set(state.committed.compactMap(\.message.listed.uid))
            return listed.map { message in message.uid.map { known.contains($0) } ?? false ? .compare : .fetch }
        }
    }

    func isStored(_ message: ListedMessage, header: [UInt8]) async throws -> Bool {
        let header = String(decoding: header, as: UTF8.self)
        return state.withLock { state in
            state.comparisons += 1
            return state.committed.contains { $0.message.listed.uid == message.uid && $0.content.hasPrefix(header) }
        }
    }

    func path(for message: ListedMessage) throws -> String {
        let number = state.withLock { state in
            state.files += 1
            return state.files
        }
        return folder.appendingPathComponent("\(number).eml").path
    }

    func commit(_ messages: [FetchedMessage]) async throws {
        if failsCommits { throw Fault.full }
        let contents = messages.map { message in
            (try? Data(contentsOf: URL(fileURLWithPath: message.path))).map { String(decoding: $0, as: UTF8.self) }
                ?? "?"
        }
        state.withLock { state in
            state.commits.append(messages.count)
            for (message, content) in zip(messages, contents) { state.committed.append((message, content)) }
        }
    }
}

extension MailboxSettings {
    /// A mailbox at a port of this machine, whose steps may take a quarter of a minute.
    static func sample(_ port: Int, _ tls: TLSRequirement = .none, host: String = "127.0.0.1") -> MailboxSettings {
        let login = Login(user: "退信", password: Secret("hunter2"))
        var settings = MailboxSettings(name: "bounces", host: host, port: port, tls: tls, login: login)
        settings.timeouts.connect = .seconds(15)
        settings.timeouts.reply = .seconds(15)
        settings.timeouts.endOfData = .seconds(15)
        return settings
    }
}
