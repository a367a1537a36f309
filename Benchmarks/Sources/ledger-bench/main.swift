import FlightRecorder
import Foundation
import Ledger
import MailModel

/// What the ledger and the flight recorder cost for each message, in microseconds of CPU of the whole process.
///
///     ledger-bench [MESSAGES [FOLDER]]
///
/// Claims come in batches of 1,000, marks and outcomes one by one, a committer thread records 1,000 at a time: as in a
/// run, but nothing is sent. Then the steps of a restart are timed on what that left behind.

let count = CommandLine.arguments.count > 1 ? UInt32(CommandLine.arguments[1]) ?? 200_000 : 200_000
let parent = CommandLine.arguments.count > 2 ? CommandLine.arguments[2] : NSTemporaryDirectory()
let folder = parent + "/ledger-bench-\(ProcessInfo.processInfo.processIdentifier)"
try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
defer { try? FileManager.default.removeItem(atPath: folder) }

func cpu() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

func measure<Value>(_ name: String, per messages: UInt32 = 1, _ work: () throws -> Value) rethrows -> Value {
    let start = (cpu(), ContinuousClock.now)
    let value = try work()
    let wall = (ContinuousClock.now - start.1) / .microseconds(1)
    let used = cpu() - start.0
    let unit = messages == 1 ? "" : " a message"
    print(
        String(
            format: "%@: %.3f µs of CPU%@, %.3f µs of time%@",
            name,
            used / Double(messages),
            unit,
            wall / Double(messages),
            unit
        )
    )
    return value
}

let now = Timestamp(rawValue: 1_790_000_000_000)
let ledger = try RunLedger(stateFolder: folder)
let run = try ledger.createRun(
    NewRun(
        name: "activation-20261123T0900Z",
        job: "activation",
        occurrence: "20261123T0900Z",
        seal: [UInt8](repeating: 7, count: 32),
        recipients: count,
        created: now
    )
).number
let flight = try FlightLog(creatingAt: folder + "/flight", run: run, slots: 1_025)
guard let code = ReplyCode(rawValue: 250) else { exit(70) }

/// The committer, as a run has it.
@Sendable func commitAll() throws {
    var recorded: UInt32 = 0
    while recorded < count {
        flight.waitForEvents(1_000, timeout: .milliseconds(50))
        let batch = try flight.drain(upTo: 1_000)
        guard !batch.events.isEmpty else { continue }
        let summary = try ledger.record(batch.events, in: run, upTo: batch.end, retry: { _ in .giveUp })
        flight.release(batch)
        recorded += UInt32(summary.appliedCount)
    }
}

func sendAll() throws {
    while true {
        let claims = try ledger.claim(upTo: 1_000, in: run, recorder: flight.identity, now: now)
        if claims.isEmpty { return }
        for id in claims {
            let facts = SentFacts(
                date: now.rawValue / 1_000,
                form: [],
                digest: MessageDigest(words: (UInt64(id.seq), 2, 3, 4))
            )
            flight.mark(id, sent: facts)
            let reply = Reply(code: code, text: "2.0.0 Ok: queued as 4XyZ5t7\(id.seq)")
            let report = DeliveryReport(
                id: id,
                outcome: .accepted(reply),
                phase: .endOfData,
                session: SessionID(rawValue: id.seq / 500),
                sent: facts
            )
            flight.settle(report, at: now)
        }
    }
}

try measure("claim, mark, publish, drain and record", per: count) {
    let committer = Thread { do { try commitAll() } catch { print(error) } }
    committer.start()
    try sendAll()
    while !committer.isFinished { usleep(1_000) }
}
measure("mark and clear alone", per: count) {
    for seq in 0..<count {
        flight.mark(AttemptID(seq: seq, attempt: 1))
        flight.clear(AttemptID(seq: seq, attempt: 1))
    }
}
_ = measure("building the reply alone", per: count) {
    (0..<count).reduce(into: 0) { $0 += Reply(code: code, text: "2.0.0 Ok: queued as 4XyZ5t7\($1)").text.utf8.count }
}
try measure("publish and drain alone", per: count / 1_000 * 1_000) {
    for batch in 0..<count / 1_000 {
        for seq in batch * 1_000..<(batch + 1) * 1_000 {
            let reply = Reply(code: code, text: "2.0.0 Ok: queued as 4XyZ5t7\(seq)")
            let id = AttemptID(seq: seq, attempt: 1)
            let report = DeliveryReport(id: id, outcome: .accepted(reply), phase: .endOfData, session: nil)
            _ = flight.publish(.outcome(report, at: now))
        }
        flight.release(try flight.drain(upTo: 1_000))
    }
}

/// A run in which everything is put off: each outcome asks the retry rule and is kept in the history.
func deferAll() throws {
    let count: UInt32 = 50_000
    guard let busy = ReplyCode(rawValue: 451) else { exit(70) }
    let run = try ledger.createRun(
        NewRun(name: "busy", job: "busy", occurrence: "1", seal: [], recipients: count, created: now)
    ).number
    try measure("claim and record, all deferred", per: count) {
        while case let claims = try ledger.claim(upTo: 1_000, in: run, recorder: flight.identity, now: now),
            !claims.isEmpty
        {
            let events = claims.map { id -> DeliveryEvent in
                let outcome = RecipientOutcome.deferred(.reply(Reply(code: busy, text: "4.7.1 try again later")))
                return .outcome(DeliveryReport(id: id, outcome: outcome, phase: .recipient, session: nil), at: now)
            }
            _ = try ledger.record(events, in: run, retry: { .again(at: $0.at + .seconds(60)) })
        }
    }
    let later = now + .seconds(60)
    try measure("claim again and record, accepted at last", per: count) {
        while case let claims = try ledger.claim(upTo: 1_000, in: run, recorder: flight.identity, now: later),
            !claims.isEmpty
        {
            let events = claims.map { id -> DeliveryEvent in
                let outcome = RecipientOutcome.accepted(Reply(code: code, text: "2.0.0 Ok: queued as 4XyZ5t7"))
                return .outcome(DeliveryReport(id: id, outcome: outcome, phase: .endOfData, session: nil), at: later)
            }
            _ = try ledger.record(events, in: run, retry: { _ in .giveUp })
        }
    }
}
try deferAll()
print(try measure("open claims of a run that was not left in order") { try ledger.openClaims(in: run) }.count)
print(try measure("counts of all classes") { try ledger.classCounts(of: run) })
print(try measure("what is left") { try ledger.remaining(in: run) })
try ledger.close()
let again = try measure("opening") { try RunLedger(stateFolder: folder) }
print(try measure("the latest run") { try again.latestRun() }?.name ?? "none")
try again.close()
let size = try FileManager.default.attributesOfItem(atPath: folder + "/ledger.sqlite")[.size] as? Int ?? 0
print("ledger: \(size / Int(count)) bytes a recipient")
