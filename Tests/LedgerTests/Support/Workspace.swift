import Glibc
import MailModel

@testable import Ledger

/// A state folder that goes away with the object, and the ledger in it.
final class Workspace {
    let path: String
    private(set) var ledger: RunLedger

    init() throws {
        path = Self.makeFolder()
        ledger = try RunLedger(stateFolder: path)
    }

    deinit { Self.remove(path) }

    /// The process is gone and another opens the ledger: nothing was closed.
    func reopen() throws { ledger = try RunLedger(stateFolder: path) }

    static func makeFolder() -> String {
        // Memory where there is some: the tests sync thousands of times.
        let parent = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
        var template = Array("\(parent)/martlet-ledger-XXXXXX".utf8CString)
        _ = unsafe mkdtemp(&template)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder without subfolders.
    static func remove(_ path: String) {
        guard let names = unsafe opendir(path) else { return }
        while let entry = unsafe readdir(names) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            _ = unsafe unlink("\(path)/\(name)")
        }
        unsafe closedir(names)
        _ = unsafe rmdir(path)
    }
}

extension Workspace {
    static let now = Timestamp(rawValue: 1_790_000_000_000)
    static let recorder = RecorderIdentity(id: [UInt8](0..<16), bootID: "boot", device: 1, inode: 2)

    /// Creates a run of an activation job.
    func run(recipients: UInt32 = 10, occurrence: String = "20261123T0900Z", rejected: [RejectedRow] = []) throws
        -> UInt32
    {
        try ledger.createRun(
            NewRun(
                name: "activation-\(occurrence)",
                job: "activation",
                occurrence: occurrence,
                seal: [UInt8](repeating: 7, count: 32),
                recipients: recipients,
                rejected: rejected,
                created: Self.now
            )
        ).number
    }

    /// Claims recipients as a sender does.
    func claim(_ count: Int, in run: UInt32, at now: Timestamp = Workspace.now) throws -> [AttemptID] {
        try ledger.claim(upTo: count, in: run, recorder: Self.recorder, now: now)
    }

    /// Records outcomes; what is put off is tried again a minute later.
    @discardableResult
    func record(
        _ events: [DeliveryEvent],
        in run: UInt32,
        upTo position: UInt64? = nil,
        retry: RetryRule? = nil
    ) throws -> RecordSummary {
        try ledger.record(events, in: run, upTo: position, retry: retry ?? { .again(at: $0.at + .seconds(60)) })
    }

    /// Where a recipient stands.
    func state(of seq: UInt32, in run: UInt32) throws -> RecipientState? {
        try ledger.recipient(seq, in: run)?.state
    }
}

/// Outcomes as transports report them.
enum Outcomes {
    static func reply(_ code: UInt16, _ text: String) -> Reply {
        guard let code = ReplyCode(rawValue: code) else { fatalError("no reply code") }
        return Reply(code: code, text: text)
    }

    static func event(
        _ seq: UInt32,
        attempt: UInt16 = 1,
        _ outcome: RecipientOutcome,
        at: Timestamp = Workspace.now,
        phase: SessionPhase = .endOfData,
        session: UInt32? = nil
    ) -> DeliveryEvent {
        let report = DeliveryReport(
            id: AttemptID(seq: seq, attempt: attempt),
            outcome: outcome,
            phase: phase,
            session: session.map(SessionID.init(rawValue:))
        )
        return .outcome(report, at: at)
    }

    static let accepted = RecipientOutcome.accepted(reply(250, "2.0.0 Ok: queued as 4XyZ"))
    static let deferred = RecipientOutcome.deferred(.reply(reply(451, "4.7.1 请稍后再试")))
    static let failed = RecipientOutcome.failed(.reply(reply(550, "5.1.1 no such user")))
    static let inDoubt = RecipientOutcome.inDoubt(.connection("Connection reset by peer"))
    static let released = RecipientOutcome.released(.reply(reply(421, "4.3.2 shutting down")))
    static let every = [accepted, deferred, failed, inDoubt, released]
}
