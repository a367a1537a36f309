package import MailModel

/// Looks at the recorder that a process has left behind; changes nothing.
package enum FlightInspection {
    /// What the recorder of a run's open claims is worth.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - run: the run.
    ///   - expected: the recorder that the claims were made under, as the ledger has it.
    ///   - position: up to where its outcomes are in the ledger, as the ledger has it.
    /// - Returns: what it says, or why it cannot be believed.
    package static func examine(
        path: String,
        run: UInt32,
        expected: RecorderIdentity,
        upTo position: UInt64
    ) -> FlightVerdict {
        examine(path: path, run: run, expected: expected, upTo: position, bootID: MachineFacts.bootID())
    }

    static func examine(
        path: String,
        run: UInt32,
        expected: RecorderIdentity,
        upTo position: UInt64,
        bootID: String
    ) -> FlightVerdict {
        do {
            return .intact(try recovered(path: path, run: run, expected: expected, upTo: position, bootID: bootID))
        } catch {
            return .untrusted(error)
        }
    }

    private static func recovered(
        path: String,
        run: UInt32,
        expected: RecorderIdentity,
        upTo position: UInt64,
        bootID: String
    ) throws(FlightDoubt) -> RecoveredFlight {
        let file = try map(path)
        let header = try header(of: file)
        guard header.run == run else { throw .otherRun(header.run) }
        guard header.id == expected.id, header.bootID == expected.bootID else { throw .otherRecorder }
        guard !bootID.isEmpty, header.bootID == bootID else { throw .otherBoot }
        guard file.place.device == expected.device, file.place.inode == expected.inode else { throw .otherRecorder }
        guard file.size == header.layout.fileBytes else {
            throw .torn("it has \(file.size) bytes instead of \(header.layout.fileBytes)")
        }
        let use = RingPosition.position(file.load(FlightLayout.inodeUseOffset), seed: header.seed)
        guard let use else { throw .torn("the number of its inode's use") }
        guard file.place.inodeUse == use else { throw .otherRecorder }
        let marks = MarkTable(file: file, header: header)
        guard let marked = marks.marked() else { throw .torn("a slot") }
        let ring = EventRing(file: file, header: header)
        guard let events = ring.recover(), let (tail, head) = ring.positions else {
            throw .torn("the ring of outcomes")
        }
        // A process may die between the commit and the release, so that the ledger is ahead of the tail; never of the head.
        guard position <= head else { throw .stale }
        guard tail <= position else { throw .ledgerIsOlder }
        return RecoveredFlight(
            events: events,
            marked: marked.marks,
            sent: marked.sent,
            marksAreComplete: marks.isComplete
        )
    }

    private static func map(_ path: String) throws(FlightDoubt) -> MappedFile {
        do { return try MappedFile.open(path: path) } catch {
            switch error.code {
            case .missing: throw .missing
            case .torn: throw .torn(error.cause)
            case .fullDisk, .readOnly, .io: throw .unreadable(error.cause)
            }
        }
    }

    private static func header(of file: MappedFile) throws(FlightDoubt) -> FlightHeader {
        do {
            return try FlightHeader(bytes: file.bytes(0..<min(file.size, FlightHeader.length)))
        } catch {
            switch error {
            case .foreign: throw .notARecorder
            case .version(let version): throw .otherVersion(version)
            case .torn: throw .torn("its header")
            }
        }
    }
}

extension FlightDoubt: Error {}
