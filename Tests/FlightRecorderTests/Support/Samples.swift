import MailModel

@testable import FlightRecorder

/// Events as a run produces them.
enum Samples {
    static func report(_ seq: UInt32, attempt: UInt16 = 1, _ outcome: RecipientOutcome) -> DeliveryReport {
        DeliveryReport(
            id: AttemptID(seq: seq, attempt: attempt),
            outcome: outcome,
            phase: .endOfData,
            session: SessionID(rawValue: 7)
        )
    }

    static func reply(_ code: UInt16, _ text: String) -> Reply {
        guard let code = ReplyCode(rawValue: code) else { fatalError("no reply code") }
        return Reply(code: code, text: text)
    }

    static func accepted(_ seq: UInt32, attempt: UInt16 = 1) -> DeliveryEvent {
        .outcome(
            report(seq, attempt: attempt, .accepted(reply(250, "2.0.0 Ok: queued as 4XyZ\(seq)"))),
            at: Timestamp(rawValue: 1_700_000_000_000 + Int64(seq))
        )
    }

    /// One event of each form that there is.
    static let every: [DeliveryEvent] = [
        .session(SessionID(rawValue: 0), SessionFacts(host: "邮件.example", endpoint: "[2001:db8::1]:25")),
        .session(
            SessionID(rawValue: .max),
            SessionFacts(host: "mx", endpoint: "192.0.2.1:587", tls: "TLSv1.3", authMechanism: "PLAIN")
        ),
        .outcome(report(0, .accepted(reply(250, ""))), at: Timestamp(rawValue: 0)),
        .outcome(report(.max, attempt: .max, .deferred(.reply(reply(451, "4.7.1 稍后再试")))), at: Timestamp(rawValue: -1)),
        .outcome(report(1, .deferred(.connection("Connection reset by peer"))), at: Timestamp(rawValue: .max)),
        .outcome(report(2, .failed(.reply(reply(550, "5.1.1 no such user\nsecond line")))), at: Timestamp(rawValue: 5)),
        .outcome(report(3, .inDoubt(.timeout(seconds: 600))), at: Timestamp(rawValue: 6)),
        .outcome(report(4, .released(.protocolBreach("354 to MAIL"))), at: Timestamp(rawValue: 7)),
        .outcome(
            DeliveryReport(
                id: AttemptID(seq: 5, attempt: 2),
                outcome: .failed(.unsupported("SMTPUTF8")),
                phase: .mail,
                session: nil
            ),
            at: Timestamp(rawValue: 8)
        ),
        .outcome(
            DeliveryReport(
                id: AttemptID(seq: 6, attempt: 1),
                outcome: .accepted(reply(250, "2.0.0 好")),
                phase: .endOfData,
                session: nil,
                sent: SentFacts(
                    date: -7,
                    form: [.eightBit, .smtpUTF8],
                    digest: MessageDigest(words: (1, .max, 1 << 63, 0x0123_4567_89AB_CDEF))
                )
            ),
            at: Timestamp(rawValue: 9)
        ),
    ]
}

/// A recorder in a folder of its own, and what is left of it when its process is gone.
final class Flight {
    let folder: TemporaryFolder
    let identity: RecorderIdentity
    private(set) var log: FlightLog?
    /// The position up to which outcomes were released.
    private var committed: UInt64 {
        guard let file = try? MappedFile.open(path: path), file.size >= FlightLayout.slotsOffset,
            let header = try? FlightHeader(bytes: file.bytes(0..<FlightHeader.length))
        else { return 0 }
        return RingPosition.position(file.load(FlightLayout.tailOffset), seed: header.seed) ?? 0
    }
    var path: String { folder.file("flight") }

    init(run: UInt32 = 1, slots: Int = 8, ringBytes: Int = 65_536, isOnDisk: Bool = false) throws {
        folder = TemporaryFolder(isOnDisk: isOnDisk)
        let log = try FlightLog(
            creatingAt: folder.file("flight"),
            run: run,
            slots: slots,
            ringBytes: ringBytes,
            bootID: Self.boot
        )
        self.log = log
        identity = log.identity
    }

    static let boot = "6b0b9c3e-0000-4000-8000-000000000001"

    /// The process is gone: nothing was closed, flushed or said.
    func kill() { log = nil }

    /// What it is worth.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - position: up to where the ledger has its outcomes; all that were released by default.
    ///   - bootID: the machine's boot id.
    /// - Returns: the verdict.
    func examine(run: UInt32 = 1, upTo position: UInt64? = nil, bootID: String = Flight.boot) -> FlightVerdict {
        FlightInspection.examine(
            path: path,
            run: run,
            expected: identity,
            upTo: position ?? committed,
            bootID: bootID
        )
    }
}

extension FlightVerdict {
    /// What an intact recorder says; nil for any other.
    var recovered: RecoveredFlight? {
        switch self {
        case .intact(let flight): flight
        case .untrusted: nil
        }
    }

    /// Whether the recorder was found to be damaged.
    var isTorn: Bool {
        switch self {
        case .untrusted(.torn): true
        case .untrusted, .intact: false
        }
    }
}
