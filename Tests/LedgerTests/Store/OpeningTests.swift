import GRDB
import Glibc
import Testing

@testable import Ledger

@Suite("Opening the ledger")
struct OpeningTests {
    @Test("A new ledger is for its owner alone, marked as ours, and in WAL mode")
    func new() throws {
        let workspace = try Workspace()
        let file = workspace.path + "/ledger.sqlite"
        var facts = stat()
        _ = unsafe stat(file, &facts)
        #expect(facts.st_mode & 0o777 == 0o600)
        let other = try DatabaseQueue(path: file)
        #expect(try other.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        let application = try other.read { try Int32.fetchOne($0, sql: "PRAGMA application_id") }
        #expect(application == ConnectionSettings.applicationID)
        #expect(try other.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == Migration.all.count)
        let names = try other.read { try String.fetchAll($0, sql: "SELECT name FROM migration ORDER BY name") }
        #expect(names == Migration.all.map(\.name))
    }

    @Test("What was recorded is there when it is opened again, closed or not", arguments: [true, false])
    func again(isClosed: Bool) throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        if isClosed { try workspace.ledger.close() }
        try workspace.reopen()
        #expect(try workspace.ledger.run(run)?.name == "activation-20261123T0900Z")
    }

    @Test("Rule 5: claims, seals and verdicts are synced, outcomes are not")
    func durability() throws {
        let workspace = try Workspace()
        var levels: [Int?] = []
        for wanted in [Durability.synced, .relaxed, .relaxed, .synced] {
            try workspace.ledger.write(wanted, "testing") {
                levels.append(try Int.fetchOne($0, sql: "PRAGMA synchronous"))
            }
        }
        #expect(levels == [2, 1, 1, 2])
    }

    @Test("Two processes that open a new ledger at once both can use it")
    func together() async throws {
        let path = Workspace.makeFolder()
        defer { Workspace.remove(path) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { _ = try RunLedger(stateFolder: path).runs() } }
            try await group.waitForAll()
        }
    }

    @Test("A step that throws changes nothing")
    func rollback() throws {
        let workspace = try Workspace()
        #expect(throws: LedgerFailure.self) {
            try workspace.ledger.write(.synced, "testing") { connection in
                try connection.execute(sql: "INSERT INTO counter (name, value) VALUES ('x', 1)")
                try connection.execute(sql: "INSERT INTO nowhere VALUES (1)")
            }
        }
        let count = try workspace.ledger.read("testing") {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM counter WHERE name = 'x'")
        }
        #expect(count == 0)
    }

    @Test("A reader sees what a writer records, may write nothing, and brings an older ledger up to date")
    func reader() throws {
        let workspace = try Workspace()
        let reader = try RunLedger(stateFolder: workspace.path, access: .readOnly)
        let run = try workspace.run()
        #expect(try reader.run(run)?.number == run)
        let failure = #expect(throws: LedgerFailure.self) { try reader.finishRun(run, at: Workspace.now) }
        #expect(failure?.code == .readOnly)
        let empty = Workspace.makeFolder()
        defer { Workspace.remove(empty) }
        let file = try DatabaseQueue(path: empty + "/ledger.sqlite")
        try file.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 0; VACUUM") }
        try file.close()
        #expect(try RunLedger(stateFolder: empty, access: .readOnly).runs().isEmpty)
    }

    @Test("A ledger that another process keeps to itself is said to be locked")
    func locked() throws {
        let workspace = try Workspace()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: workspace.path + "/ledger.sqlite", configuration: configuration)
        let impatient = try RunLedger(path: workspace.path + "/ledger.sqlite", access: .readWrite, patience: 0.01)
        try other.inDatabase { try $0.beginTransaction(.immediate) }
        let failure = #expect(throws: LedgerFailure.self) { try impatient.finishRun(1, at: Workspace.now) }
        #expect(failure?.code == .locked)
        #expect(try impatient.runs().isEmpty)
        try other.inDatabase { try $0.rollback() }
        try impatient.finishRun(1, at: Workspace.now)
    }

    @Test("A task waits for a step without holding a thread of the pool, and gets its failure")
    func offPool() async throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        let ledger = workspace.ledger
        #expect(try await ledger.offPool { ledger throws(LedgerFailure) in try ledger.run(run) }?.number == run)
        await #expect(throws: LedgerFailure.self) {
            try await ledger.offPool { ledger throws(LedgerFailure) in try ledger.classCounts(of: 99) }
        }
    }
}
