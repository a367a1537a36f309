import Foundation
import MailModel
import POP3Engine
import Synchronization
import Testing

@Suite("Collecting a mailbox")
struct CollectingTests {
    private static let mails = [
        "Subject: 账单\r\n\r\n.\r\n..two\r\n", "Subject: b\r\n\r\nbody\r\n", "\r\n",
        "Subject: large\r\n\r\n" + String(repeating: String(repeating: "x", count: 998) + "\r\n", count: 1000),
    ]

    @Test("All messages are stored as they are and deleted", arguments: [true, false])
    func collect(pipelines: Bool) async throws {
        var faults = TestMailbox.Faults()
        if !pipelines { faults.capabilities = [] }
        let mailbox = TestMailbox(Self.mails, faults: faults)
        let store = try TestStore()
        let summary = try await poll(mailbox, store)
        #expect(store.contents == Self.mails)
        #expect(store.messages.map(\.byteCount) == Self.mails.map(\.utf8.count))
        #expect(store.messages.map(\.listed.uid) == ["uid-0", "uid-1", "uid-2", "uid-3"])
        #expect(mailbox.contents == [])
        #expect(summary.listed == 4 && summary.fetched == 4 && summary.deleted == 4)
        #expect(store.strayFiles == [])
    }

    @Test("Batches are committed by the hundred")
    func batches() async throws {
        let mails = (0..<250).map { "Subject: \($0)\r\n\r\n第\($0)封\r\n" }
        let mailbox = TestMailbox(mails)
        let store = try TestStore()
        let summary = try await poll(mailbox, store)
        #expect(store.commits == [100, 100, 50])
        #expect(store.contents == mails)
        #expect(mailbox.contents == [])
        #expect(summary.deleted == 250)
    }

    @Test("A server without UIDL gives messages without unique ids")
    func noUniqueIDs() async throws {
        var faults = TestMailbox.Faults()
        faults.hasUniqueIDs = false
        let mailbox = TestMailbox(Self.mails, faults: faults)
        let store = try TestStore()
        _ = try await poll(mailbox, store)
        #expect(store.contents == Self.mails)
        #expect(store.messages.allSatisfy { $0.listed.uid == nil })
    }

    @Test("Messages that are kept on the server are compared and not fetched again")
    func keepOnServer() async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        let first = try await poll(mailbox, store, keepOnServer: true)
        let second = try await poll(mailbox, store, keepOnServer: true)
        #expect(mailbox.contents == Self.mails)
        #expect(store.contents == Self.mails)
        #expect(first.fetched == 4 && first.deleted == 0)
        #expect(second.fetched == 0 && second.deleted == 0)
        #expect(store.comparisons == 4)
    }

    @Test("A connection cut within a message loses nothing and stores nothing twice", arguments: [1, 3, 4])
    func cut(message: Int) async throws {
        var faults = TestMailbox.Faults()
        faults.cut = (1, message)
        let mailbox = TestMailbox(Self.mails, faults: faults)
        let store = try TestStore()
        let failure = await #expect(throws: CollectFailure.self) { try await poll(mailbox, store) }
        #expect(failure?.code == .unreachable)
        #expect(failure?.message == "the server closed the connection")
        #expect(failure?.phase == "fetching message \(message)")
        #expect(store.contents == Array(Self.mails.prefix(message - 1)))
        #expect(store.strayFiles == [])
        #expect(mailbox.contents == Self.mails)
        let summary = try await poll(mailbox, store)
        #expect(store.contents == Self.mails)
        #expect(store.strayFiles == [])
        #expect(mailbox.contents == [])
        #expect(summary.fetched == 5 - message && summary.deleted == 4)
    }

    @Test("A reply to QUIT that never comes is no failure, and claims no deletion", arguments: [true, false])
    func lostQuit(isDone: Bool) async throws {
        var faults = TestMailbox.Faults()
        faults.lostQuit = (1, isDone)
        let mailbox = TestMailbox(Self.mails, faults: faults)
        let store = try TestStore()
        let first = try await poll(mailbox, store)
        #expect(first.fetched == 4 && first.deleted == 0)
        let second = try await poll(mailbox, store)
        #expect(second.fetched == 0 && second.deleted == (isDone ? 0 : 4))
        #expect(store.contents == Self.mails)
        #expect(mailbox.contents == [])
    }

    @Test("Of a message beyond the ceiling the header is stored, and the message stays on the server")
    func tooLarge() async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        let summary = try await poll(mailbox, store, maximumMessageBytes: 10_000)
        #expect(store.contents == Array(Self.mails.prefix(3)) + ["Subject: large\r\n\r\n"])
        #expect(store.messages.map(\.isHeaderOnly) == [false, false, false, true])
        #expect(mailbox.contents == [Self.mails[3]])
        #expect(summary.fetched == 4 && summary.deleted == 3 && summary.left == 1)
    }

    @Test("When the store cannot keep a batch, the server keeps everything and no file is left by us")
    func storeFails() async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore(failsCommits: true)
        let failure = await #expect(throws: CollectFailure.self) { try await poll(mailbox, store) }
        #expect(failure?.code == .store)
        #expect(failure?.message == "the state folder is full")
        #expect(mailbox.contents == Self.mails)
        #expect(mailbox.log.suffix(2) == ["RSET", "QUIT"])
    }

    @Test("A file that cannot be made is the store's failure, with its path")
    func unwritableFile() async throws {
        let mailbox = TestMailbox(Self.mails)
        let failure = await #expect(throws: CollectFailure.self) { try await poll(mailbox, NowhereStore()) }
        #expect(failure?.code == .store)
        #expect(failure?.message == "/nowhere/邮件.eml: No such file or directory")
        #expect(mailbox.contents == Self.mails)
    }

    @Test("A file that is there already is not touched, and the server keeps everything")
    func fileIsThere() async throws {
        let mailbox = TestMailbox(Self.mails)
        let store = try TestStore()
        let file = store.folder.appendingPathComponent("2.eml")
        try Data("账本".utf8).write(to: file)
        let failure = await #expect(throws: CollectFailure.self) { try await poll(mailbox, store) }
        #expect(failure?.code == .store)
        #expect(failure?.message == "\(file.path): File exists")
        #expect(try String(contentsOf: file, encoding: .utf8) == "账本")
        #expect(store.strayFiles == ["2.eml"])
        #expect(mailbox.contents == Self.mails)
    }

    @Test("A cancelled poll fetches no more, deletes what is committed and leaves")
    func cancel() async throws {
        let mails = (0..<250).map { "Subject: \($0)\r\n\r\n" }
        let mailbox = TestMailbox(mails)
        let store = try CancellingStore()
        let summary = try await ScriptedServer.run(mailbox.serve) { port in
            let source = POP3MailSource(.sample(port))
            let task = Task { try await source.poll(into: store) }
            store.task.withLock { $0 = task }
            return try await task.value
        }
        #expect(summary.fetched == 100 && summary.deleted == 100)
        #expect(store.store.contents == Array(mails.prefix(100)))
        #expect(store.store.strayFiles == [])
        #expect(mailbox.contents == Array(mails.dropFirst(100)))
        #expect(mailbox.log.last == "QUIT")
    }

    private func poll(
        _ mailbox: TestMailbox,
        _ store: any CollectedMailStore,
        keepOnServer: Bool = false,
        maximumMessageBytes: Int = 64 << 20
    ) async throws -> PollSummary {
        try await ScriptedServer.run(mailbox.serve) { port in
            var settings = MailboxSettings.sample(port)
            settings.keepOnServer = keepOnServer
            settings.maximumMessageBytes = maximumMessageBytes
            return try await POP3MailSource(settings).poll(into: store)
        }
    }
}

/// A store whose folder is not there.
private struct NowhereStore: CollectedMailStore {
    func plan(_ listed: [ListedMessage]) async throws -> [CollectionStep] { listed.map { _ in .fetch } }
    func isStored(_ message: ListedMessage, header: [UInt8]) async throws -> Bool { false }
    func path(for message: ListedMessage) throws -> String { "/nowhere/邮件.eml" }
    func commit(_ messages: [FetchedMessage]) async throws {}
}

/// A store that has its poll cancelled as soon as it has committed something.
private final class CancellingStore: CollectedMailStore {
    let store: TestStore
    let task = Mutex<Task<PollSummary, any Error>?>(nil)

    init() throws { store = try TestStore() }

    func plan(_ listed: [ListedMessage]) async throws -> [CollectionStep] { try await store.plan(listed) }

    func isStored(_ message: ListedMessage, header: [UInt8]) async throws -> Bool {
        try await store.isStored(message, header: header)
    }

    func path(for message: ListedMessage) throws -> String { try store.path(for: message) }

    func commit(_ messages: [FetchedMessage]) async throws {
        try await store.commit(messages)
        var running: Task<PollSummary, any Error>?
        while running == nil {
            running = task.withLock { $0 }
            await Task.yield()
        }
        running?.cancel()
    }
}
