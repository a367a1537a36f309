import Glibc
import MailModel
import Testing

@testable import FlightRecorder

/// Rule: only that very file, intact, lets an unmarked claim go back to planned.
@Suite("What a recorder that was left behind is worth")
struct FlightInspectionTests {
    private let claims = (0..<3 as Range<UInt32>).map { AttemptID(seq: $0, attempt: 1) }

    private func left(isOnDisk: Bool = false) throws -> Flight {
        let flight = try Flight(isOnDisk: isOnDisk)
        flight.log?.mark(AttemptID(seq: 1, attempt: 1))
        _ = flight.log?.publish(Samples.accepted(0))
        flight.kill()
        return flight
    }

    private func expectAllInDoubt(_ verdict: FlightVerdict) {
        let plan = RecoveryPlan(claims: claims, verdict: verdict)
        #expect(plan.inDoubt == claims)
        #expect(plan.planned.isEmpty && plan.events.isEmpty)
    }

    @Test("Rule 3: the very file, whole")
    func intact() throws {
        let plan = RecoveryPlan(claims: claims, verdict: try left().examine())
        #expect(plan.events == [Samples.accepted(0)])
        #expect(plan.inDoubt == [claims[1]])
        #expect(plan.planned == [claims[2]])
    }

    @Test("Rule 3: a file that was deleted")
    func missing() throws {
        let flight = try left()
        _ = unsafe unlink(flight.path)
        #expect(flight.examine() == .untrusted(.missing))
        expectAllInDoubt(flight.examine())
    }

    @Test("Rule 3: a copy in the place of the file")
    func copy() throws {
        let flight = try left()
        FileSurgery.replaceByCopy(flight.path)
        #expect(flight.examine() == .untrusted(.otherRecorder))
        expectAllInDoubt(flight.examine())
    }

    @Test("Rule 3: a copy that was given the inode number of the file it replaces")
    func copyWithTheSameNumber() throws {
        let flight = try left(isOnDisk: true)
        let bytes = FileSurgery.bytes(flight.path)
        _ = unsafe unlink(flight.path)
        FileSurgery.make(flight.path, bytes)
        var facts = stat()
        _ = unsafe stat(flight.path, &facts)
        guard UInt64(facts.st_ino) == flight.identity.inode, try MappedFile.open(path: flight.path).place.inodeUse != 0
        else {
            print("skipped: this file system does not give a number again, or does not count its uses")
            return
        }
        #expect(flight.examine() == .untrusted(.otherRecorder))
        expectAllInDoubt(flight.examine())
    }

    @Test("Positions that read as zeros", arguments: [4_096, 4_160, 4_288])
    func zeroedPosition(place: Int) throws {
        let flight = try left()
        FileSurgery.write([UInt8](repeating: 0, count: 8), at: place, of: flight.path)
        #expect(flight.examine().isTorn)
    }

    @Test("Rule 3: a recorder that is older than the ledger, and a ledger that is older than the recorder")
    func positions() throws {
        let flight = try Flight()
        let log = try #require(flight.log)
        _ = log.publish(Samples.accepted(0))
        let first = try log.drain(upTo: 10)
        log.release(first)
        _ = log.publish(Samples.accepted(1))
        let second = try log.drain(upTo: 10)
        flight.kill()
        #expect(flight.examine(upTo: 0) == .untrusted(.ledgerIsOlder))
        #expect(flight.examine(upTo: first.end).recovered?.events == [Samples.accepted(1)])
        // Killed behind the commit and before the release: the ledger ignores what it has.
        #expect(flight.examine(upTo: second.end).recovered?.events == [Samples.accepted(1)])
        #expect(flight.examine(upTo: second.end + 8) == .untrusted(.stale))
        expectAllInDoubt(flight.examine(upTo: second.end + 8))
    }

    @Test("Rule 3: the recorder of another run")
    func otherRun() throws {
        let flight = try left()
        #expect(flight.examine(run: 2) == .untrusted(.otherRun(1)))
        expectAllInDoubt(flight.examine(run: 2))
    }

    @Test("Rule 3: the recorder of a later process")
    func stale() throws {
        let flight = try left()
        let next = try FlightLog(creatingAt: flight.path, run: 1, slots: 8, ringBytes: 65_536, bootID: Flight.boot)
        #expect(next.identity != flight.identity)
        #expect(flight.examine() == .untrusted(.otherRecorder))
        expectAllInDoubt(flight.examine())
    }

    @Test("Rule 3: the machine was started anew")
    func otherBoot() throws {
        let flight = try left()
        #expect(flight.examine(bootID: "another") == .untrusted(.otherBoot))
        #expect(flight.examine(bootID: "") == .untrusted(.otherBoot))
        expectAllInDoubt(flight.examine(bootID: "another"))
    }

    @Test("Rule 3: a file of another version")
    func otherVersion() throws {
        let flight = try left()
        FileSurgery.write([9], at: 8, of: flight.path)
        #expect(flight.examine() == .untrusted(.otherVersion(9)))
        expectAllInDoubt(flight.examine())
    }

    @Test("A file that is no recorder")
    func foreign() throws {
        let flight = try left()
        FileSurgery.write(Array("SQLite format 3".utf8), at: 0, of: flight.path)
        #expect(flight.examine() == .untrusted(.notARecorder))
        expectAllInDoubt(flight.examine())
    }

    @Test("Rule 3: any byte of the header that was changed", arguments: 0..<104)
    func tornHeader(place: Int) throws {
        let flight = try left()
        let byte = FileSurgery.bytes(flight.path)[place]
        FileSurgery.write([byte ^ 0x04], at: place, of: flight.path)
        #expect(flight.examine().recovered == nil)
        expectAllInDoubt(flight.examine())
    }

    @Test("A file that was cut short, at many places", arguments: [0, 1, 8, 11, 12, 103, 104, 4_095, 8_192, 77_823])
    func truncated(size: Int) throws {
        let flight = try left()
        FileSurgery.truncate(flight.path, to: size)
        #expect(flight.examine().recovered == nil)
        expectAllInDoubt(flight.examine())
    }

    @Test("A file that has grown")
    func grown() throws {
        let flight = try left()
        FileSurgery.truncate(flight.path, to: 1 << 20)
        #expect(flight.examine().isTorn)
    }

    @Test("A folder, or a link, in the place of the file")
    func notAFile() throws {
        let flight = try left()
        _ = unsafe rename(flight.path, flight.path + ".old")
        _ = unsafe symlink(flight.path + ".old", flight.path)
        #expect(flight.examine().recovered == nil)
        _ = unsafe unlink(flight.path)
        _ = unsafe mkdir(flight.path, 0o700)
        #expect(flight.examine().recovered == nil)
        _ = unsafe rmdir(flight.path)
    }

    @Test("Looking changes nothing, so that a crash during recovery can be recovered from")
    func lookingIsHarmless() throws {
        let flight = try left()
        let before = FileSurgery.bytes(flight.path)
        let first = flight.examine()
        #expect(flight.examine() == first)
        #expect(FileSurgery.bytes(flight.path) == before)
    }
}
