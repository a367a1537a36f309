import GRDB
import Glibc
import MailModel
import Testing

@testable import Ledger

/// A folder with a file system of its own, taken down with the object; nil where the system does not let us.
final class SmallDisk {
    let path = Workspace.makeFolder()

    init?(options: String) {
        guard unsafe mount("martlet-test", path, "tmpfs", 0, options) == 0 else {
            Workspace.remove(path)
            return nil
        }
    }

    /// Nothing can be written any more.
    func makeReadOnly() -> Bool { unsafe mount("martlet-test", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) == 0 }

    deinit {
        _ = unsafe umount2(path, Int32(MNT_DETACH))
        _ = unsafe rmdir(path)
    }

    static let isPossible = SmallDisk(options: "size=64k") != nil
}

private let smallDisksWork = SmallDisk.isPossible

@Suite("What the ledger refuses, and in which words")
struct RefusalTests {
    private func failure(_ work: () throws -> Void) -> LedgerFailure? {
        do { try work() } catch { return error as? LedgerFailure }
        return nil
    }

    @Test("A folder that is missing, and a ledger that is missing when it is only to be read")
    func missing() throws {
        let folder = failure { _ = try RunLedger(stateFolder: "/nowhere/at/all") }
        #expect(folder?.code == .missing)
        #expect(folder?.description.contains("/nowhere/at/all") == true)
        let path = Workspace.makeFolder()
        defer { Workspace.remove(path) }
        #expect(failure { _ = try RunLedger(stateFolder: path, access: .readOnly) }?.code == .missing)
        #expect(unsafe access(path + "/ledger.sqlite", F_OK) != 0)
    }

    @Test("A database of another program, which is left as it was")
    func foreign() throws {
        let path = Workspace.makeFolder()
        defer { Workspace.remove(path) }
        let file = path + "/ledger.sqlite"
        let other = try DatabaseQueue(path: file)
        try other.write { try $0.execute(sql: "CREATE TABLE invoices (number INTEGER)") }
        try other.close()
        let before = SmallFile.read(file, upTo: 1 << 20)
        #expect(failure { _ = try RunLedger(stateFolder: path) }?.code == .foreign)
        #expect(SmallFile.read(file, upTo: 1 << 20) == before)
        #expect(unsafe access(file + "-wal", F_OK) != 0)
    }

    @Test("A file that is no database")
    func noDatabase() throws {
        let path = Workspace.makeFolder()
        defer { Workspace.remove(path) }
        write(Array("姓名,邮箱\n王小明,wang@example.com\n".utf8), at: 0, of: path + "/ledger.sqlite")
        #expect(failure { _ = try RunLedger(stateFolder: path) }?.code == .foreign)
    }

    @Test("A ledger of a newer version, which is left as it was")
    func newer() throws {
        let workspace = try Workspace()
        try workspace.ledger.write(.synced, "testing") { try $0.execute(sql: "PRAGMA user_version = 99") }
        let failure = failure { try workspace.reopen() }
        #expect(failure?.code == .newer)
        #expect(failure?.cause.contains("99") == true)
    }

    @Test("A damaged ledger: whatever page is overwritten, there is an error or an answer, never a crash")
    func corrupt() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 2_000)
        let claims = try workspace.claim(2_000, in: run)
        try workspace.record(claims.map { Outcomes.event($0.seq, Outcomes.every[Int($0.seq) % 5]) }, in: run)
        try workspace.ledger.close()
        let file = workspace.path + "/ledger.sqlite"
        let whole = try bytes(file)
        var codes: Set<LedgerFailure.Code> = []
        for page in 0..<whole.count / 4_096 {
            let noise = (0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ page) }
            write(noise, at: page * 4_096, of: file)
            let found = failure {
                try workspace.reopen()
                _ = try workspace.ledger.classCounts(of: run)
                _ = try workspace.ledger.openClaims(in: run)
                _ = try workspace.ledger.recipients(in: run, limit: 5_000)
                _ = try workspace.ledger.recipients(in: run, states: [.failed, .deferred], limit: 5_000)
                _ = try workspace.ledger.history(of: 1, in: run)
            }
            if let found { codes.insert(found.code) }
            write(whole, at: 0, of: file)
        }
        #expect(codes.contains(.corrupt))
        #expect(codes.isSubset(of: [.corrupt, .foreign, .misuse]))
    }

    @Test("A file that was cut short")
    func cutShort() throws {
        let workspace = try Workspace()
        let run = try workspace.run(recipients: 2_000)
        try workspace.ledger.close()
        _ = unsafe truncate(workspace.path + "/ledger.sqlite", 4_096 * 3)
        let failure = failure {
            try workspace.reopen()
            _ = try workspace.ledger.classCounts(of: run)
        }
        #expect(failure?.code == .corrupt)
    }

    @Test("Columns that hold what no statement of ours writes are read without a crash")
    func nonsense() throws {
        let workspace = try Workspace()
        let run = try workspace.run()
        try workspace.ledger.write(.synced, "testing") { connection in
            try connection.execute(
                sql: """
                    INSERT INTO recipient (run, seq, state, attempt, at, code, text, phase, session, cause, status)
                    VALUES (?1, 0, 77, 'many', 'noon', 1e99, x'ff', -1, -5, 9, 'x'), (?1, 1, 4, -1, 0, 9999, 3, 300, 1e30, 0, 1)
                    """,
                arguments: [run]
            )
        }
        #expect(try workspace.ledger.recipients(in: run).map(\.seq) == [1])
        _ = try workspace.ledger.recipient(0, in: run)
        _ = try workspace.ledger.classCounts(of: run)
        _ = try workspace.ledger.remaining(in: run)
    }

    @Test("A full disk: the step fails, says so, and everything before it is there", .enabled(if: smallDisksWork))
    func fullDisk() throws {
        let disk = try #require(SmallDisk(options: "size=700k"))
        let ledger = try RunLedger(stateFolder: disk.path)
        let workspace = try Workspace()
        let words = String(repeating: "x", count: 2_000)
        var created = 0
        let failure = failure {
            while created < 5_000 {
                _ = try ledger.createRun(
                    NewRun(
                        name: "r\(created)",
                        job: "j",
                        occurrence: "\(created)",
                        seal: [],
                        recipients: 1,
                        created: Workspace.now,
                        note: words
                    )
                )
                created += 1
            }
        }
        #expect(failure?.code == .fullDisk)
        #expect(failure?.advice.contains("free some space") == true)
        #expect(created > 10)
        #expect(try ledger.runs().count == created)
        withExtendedLifetime(workspace) {}
    }

    @Test("A disk too small for a ledger at all", .enabled(if: smallDisksWork))
    func tinyDisk() throws {
        let disk = try #require(SmallDisk(options: "size=64k"))
        #expect(failure { _ = try RunLedger(stateFolder: disk.path) }?.code == .fullDisk)
    }

    @Test("A folder that may not be written", .enabled(if: smallDisksWork))
    func readOnly() throws {
        let disk = try #require(SmallDisk(options: "size=1m"))
        try #require(disk.makeReadOnly())
        #expect(failure { _ = try RunLedger(stateFolder: disk.path) }?.code == .readOnly)
    }

    @Test("A disk that becomes read-only under an open ledger", .enabled(if: smallDisksWork))
    func becomesReadOnly() throws {
        let disk = try #require(SmallDisk(options: "size=4m"))
        try RunLedger(stateFolder: disk.path).close()
        try #require(disk.makeReadOnly())
        #expect(failure { _ = try RunLedger(stateFolder: disk.path) }?.code == .readOnly)
    }

    @Test(
        "Errors of the device are told from a full disk, a lock and a damaged file",
        arguments: [
            (ResultCode.SQLITE_IOERR_WRITE, LedgerFailure.Code.io), (.SQLITE_IOERR_FSYNC, .io),
            (.SQLITE_IOERR_READ, .io), (.SQLITE_FULL, .fullDisk), (.SQLITE_READONLY_DBMOVED, .readOnly),
            (.SQLITE_BUSY, .locked), (.SQLITE_CORRUPT_VTAB, .corrupt), (.SQLITE_NOTADB, .foreign),
        ]
    )
    func codes(result: ResultCode, code: LedgerFailure.Code) {
        let error = DatabaseError(resultCode: result, message: "disk I/O error")
        let failure = LedgerFailure(error, phase: "claiming recipients", path: "/tmp/ledger.sqlite")
        #expect(failure.code == code)
        #expect(failure.description.hasPrefix("claiming recipients failed (/tmp/ledger.sqlite): disk I/O error; "))
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
        _ = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return bytes
    }

    private func write(_ bytes: [UInt8], at offset: Int, of path: String) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        _ = unsafe pwrite(descriptor, bytes, bytes.count, off_t(offset))
    }
}
