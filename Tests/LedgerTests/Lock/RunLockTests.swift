import Glibc
import MailModel
import Testing

@testable import Ledger

@Suite("The lock of a run")
struct RunLockTests {
    private func acquire(_ path: String, at now: Timestamp = Workspace.now) throws -> RunLock? {
        switch try RunLock.acquire(path: path, now: now) {
        case .acquired(let lock): lock
        case .held: nil
        }
    }

    private func holder(_ path: String) throws -> RunLock.Holder? {
        switch try RunLock.acquire(path: path, now: Workspace.now + .seconds(9)) {
        case .acquired: nil
        case .held(let holder): holder
        }
    }

    @Test("Rule 7: a second one is told who holds it and since when; it can be had again once it is released")
    func held() throws {
        let workspace = try Workspace()
        let path = workspace.path + "/run.lock"
        var lock = try acquire(path)
        #expect(lock != nil)
        let holder = try #require(try holder(path))
        #expect(holder.pid == getpid() && holder.since == Workspace.now && !holder.host.isEmpty)
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(try acquire(path) != nil)
    }

    @Test("Rule 7: opening and closing the file elsewhere in the process does not give the lock away")
    func strayClose() throws {
        let workspace = try Workspace()
        let path = workspace.path + "/run.lock"
        let lock = try acquire(path)
        let descriptor = unsafe open(path, O_RDWR)
        close(descriptor)
        #expect(try acquire(path) == nil)
        withExtendedLifetime(lock) {}
    }

    @Test("Two runs have two locks")
    func two() throws {
        let workspace = try Workspace()
        let first = try acquire(workspace.path + "/1.lock")
        #expect(try acquire(workspace.path + "/2.lock") != nil)
        withExtendedLifetime(first) {}
    }

    @Test("A holder that left nothing readable is still a holder")
    func unreadable() throws {
        let workspace = try Workspace()
        let path = workspace.path + "/run.lock"
        let lock = try acquire(path)
        _ = unsafe truncate(path, 3)
        switch try RunLock.acquire(path: path, now: Workspace.now) {
        case .acquired: Issue.record("given away")
        case .held(let holder): #expect(holder == nil)
        }
        withExtendedLifetime(lock) {}
    }

    @Test("A folder that is missing is said so")
    func missing() {
        let failure = #expect(throws: LedgerFailure.self) {
            _ = try RunLock.acquire(path: "/nowhere/x.lock", now: Workspace.now)
        }
        #expect(failure?.code == .missing)
    }
}
