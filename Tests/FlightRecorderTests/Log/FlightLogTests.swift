import Glibc
import MailModel
import Testing

@testable import FlightRecorder

@Suite("The recorder of a process")
struct FlightLogTests {
    @Test("The committer is woken when a batch is ready, without waiting for the time to pass")
    func wakes() async throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        let events = try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask {
                log.waitForEvents(10, timeout: .seconds(600))
                return try log.drain(upTo: 100).events.count
            }
            group.addTask {
                for seq in 0..<10 as Range<UInt32> { _ = log.publish(Samples.accepted(seq)) }
                return 0
            }
            return try await group.reduce(0, +)
        }
        #expect(events == 10)
    }

    @Test("Stopping wakes the committer")
    func stops() throws {
        let log = try #require(try Flight().log)
        log.stop()
        log.waitForEvents(10, timeout: .seconds(600))
    }

    @Test("Time that passes wakes the committer too")
    func timeout() throws {
        let flight = try Flight()
        flight.log?.waitForEvents(10, timeout: .milliseconds(1))
    }

    @Test("Rule 2: the outcome is published before the mark goes")
    func settle() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        log.mark(AttemptID(seq: 1, attempt: 1))
        guard case .outcome(let report, let at) = Samples.accepted(1) else { return }
        #expect(log.settle(report, at: at))
        let recovered = try #require(flight.examine().recovered)
        #expect(recovered.events == [Samples.accepted(1)])
        #expect(recovered.marked.isEmpty)
    }

    @Test("Rule 2: an outcome that finds no room in a stopped recorder leaves the mark, so that it is in doubt")
    func noRoom() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        log.stop()
        var seq: UInt32 = 0
        while log.publish(Samples.accepted(seq)) { seq += 1 }
        let id = AttemptID(seq: seq, attempt: 1)
        log.mark(id)
        guard case .outcome(let report, let at) = Samples.accepted(seq) else { return }
        #expect(!log.settle(report, at: at))
        flight.kill()
        let plan = RecoveryPlan(claims: [id, AttemptID(seq: seq + 1, attempt: 1)], verdict: flight.examine())
        #expect(plan.inDoubt == [id])
        #expect(plan.planned == [AttemptID(seq: seq + 1, attempt: 1)])
    }

    @Test("Rule 5: the file is for its owner alone, whole and allocated before the first mark")
    func allocated() throws {
        let flight = try Flight(slots: 100, ringBytes: 100_000)
        var facts = stat()
        _ = unsafe stat(flight.path, &facts)
        #expect(facts.st_mode & 0o777 == 0o600)
        #expect(Int(facts.st_size) == FlightLayout(slots: 100, ringBytes: 100_000).fileBytes)
        #expect(Int(facts.st_blocks) * 512 >= Int(facts.st_size))
        #expect(unsafe access(flight.path + ".new", F_OK) != 0)
    }

    @Test("A disk without room is said so before anything is sent, and nothing is left on it")
    func fullDisk() throws {
        let folder = TemporaryFolder()
        guard unsafe mount("martlet-test", folder.path, "tmpfs", 0, "size=64k") == 0 else {
            print("skipped: this system does not let a test mount a small disk")
            return
        }
        defer { _ = unsafe umount2(folder.path, Int32(MNT_DETACH)) }
        let failure = #expect(throws: FlightFailure.self) {
            _ = try FlightLog(creatingAt: folder.file("flight"), run: 1, slots: 8)
        }
        #expect(failure?.code == .fullDisk)
        #expect(unsafe access(folder.file("flight"), F_OK) != 0 && access(folder.file("flight.new"), F_OK) != 0)
    }

    @Test("A recorder that is no longer needed is removed")
    func remove() throws {
        let flight = try Flight()
        flight.log?.remove()
        #expect(unsafe access(flight.path, F_OK) != 0)
    }

    @Test("A folder that is missing or may not be written is said so, with what to do")
    func folders() throws {
        let missing = "/proc/self/no-such-folder/flight"
        let failure = #expect(throws: FlightFailure.self) { _ = try FlightLog(creatingAt: missing, run: 1, slots: 1) }
        #expect(failure?.code == .missing)
        #expect(failure?.description.contains("--state") == true)
        let readOnly = #expect(throws: FlightFailure.self) {
            _ = try FlightLog(creatingAt: "/sys/flight", run: 1, slots: 1)
        }
        #expect(readOnly.map { [.readOnly, .io].contains($0.code) } == true)
    }
}
