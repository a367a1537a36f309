import FlightRecorder
import Glibc
import MailModel

@testable import Ledger

/// A sender, its server and its recipients, stepped at random and killed at any step.
///
/// What a real process does in one go is a row of steps here, so that a kill can come between any two of them: claim,
/// hand over (mark, then the server has the message), reply, publish, clear, drain, record, release, recover, make a new
/// recorder. The server's count of messages is the truth that the ledger is held against.
struct CrashSimulation {
    /// What happens to the files while nobody runs.
    enum Damage: CaseIterable {
        case none
        case recorderDeleted
        case recorderCopied
        case recorderTorn
    }

    /// One attempt on its way.
    private struct Flying {
        var id: AttemptID
        var stage: Stage
    }

    private enum Stage {
        case claimed
        case marked
        case handedOver
        case answered(RecipientOutcome)
        case published
    }

    let workspace: Workspace
    let run: UInt32
    let recipients: UInt32
    /// Messages that the server has taken, by seq.
    private(set) var sink: [UInt32: Int] = [:]
    /// What the invariants did not hold for, in words.
    private(set) var faults: [String] = []
    private(set) var kills = 0

    private var generator: SeededGenerator
    private var log: FlightLog
    private var flying: [Flying] = []
    private var drained: FlightLog.Batch?
    private var isRecorded = false
    private var now = Workspace.now
    private let slots: Int

    init(seed: UInt64, recipients: UInt32, slots: Int) throws {
        self.recipients = recipients
        self.slots = slots
        generator = SeededGenerator(seed: seed)
        workspace = try Workspace()
        run = try workspace.run(recipients: recipients)
        log = try Self.makeLog(workspace, run, slots)
    }

    private var path: String { workspace.path + "/flight" }

    private static func makeLog(_ workspace: Workspace, _ run: UInt32, _ slots: Int) throws -> FlightLog {
        try FlightLog(creatingAt: workspace.path + "/flight", run: run, slots: slots, ringBytes: 65_536)
    }

    // MARK: Steps

    /// One step of the running process.
    mutating func step() throws {
        now = now + .seconds(1)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: try claim()
        case 1: try commit()
        default: try advance()
        }
    }

    private mutating func claim() throws {
        guard flying.count < 24 else { return }
        let count = Int.random(in: 1...8, using: &generator)
        let claims = try workspace.ledger.claim(upTo: count, in: run, recorder: log.identity, now: now)
        flying += claims.map { Flying(id: $0, stage: .claimed) }
    }

    private mutating func advance() throws {
        guard let index = flying.indices.randomElement(using: &generator) else { return }
        let id = flying[index].id
        switch flying[index].stage {
        case .claimed:
            // Refused before the last byte, or nothing of it was processed: no mark is ever set.
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: flying[index].stage = .answered(Outcomes.deferred)
            case 1: flying[index].stage = .answered(Outcomes.released)
            case 2: flying[index].stage = .answered(Outcomes.failed)
            default:
                log.mark(id)
                flying[index].stage = .marked
            }
        case .marked:
            // The server has it now, or will refuse it.
            if Bool.random(using: &generator) { sink[id.seq, default: 0] += 1 }
            flying[index].stage = .handedOver
        case .handedOver:
            let isTaken = (sink[id.seq] ?? 0) > 0
            let isLost = Int.random(in: 0..<6, using: &generator) == 0
            let answer = isTaken ? Outcomes.accepted : Outcomes.deferred
            flying[index].stage = .answered(isLost ? Outcomes.inDoubt : answer)
        case .answered(let outcome):
            let event = Outcomes.event(id.seq, attempt: id.attempt, outcome, at: now)
            if log.publish(event) { flying[index].stage = .published }
        case .published:
            log.clear(id)
            flying.remove(at: index)
        }
    }

    /// The committer's own steps, so that a kill can come between them.
    private mutating func commit() throws {
        guard let batch = drained else {
            drained = try log.drain(upTo: Int.random(in: 1...16, using: &generator))
            return
        }
        if isRecorded {
            log.release(batch)
            drained = nil
            isRecorded = false
        } else {
            try workspace.record(batch.events, in: run, upTo: batch.end) { .again(at: $0.at) }
            isRecorded = true
        }
    }

    // MARK: Kills

    /// The process dies where it stands and another one takes over; it may die during recovery, too.
    mutating func kill(damage: Damage) throws {
        kills += 1
        let marked = flying.count { flight in
            switch flight.stage {
            case .marked, .handedOver, .answered: true
            case .claimed, .published: false
            }
        }
        flying = []
        drained = nil
        isRecorded = false
        try workspace.reopen()
        let doubtsBefore = try workspace.ledger.remaining(in: run).inDoubt
        let lostInDoubt = try recover(damage)
        let doubts = try workspace.ledger.remaining(in: run).inDoubt - doubtsBefore
        if damage == .none, doubts - lostInDoubt > marked {
            faults.append("\(doubts) in doubt after a kill with \(marked) between last byte and publication")
        }
    }

    /// Recovers, and returns how many outcomes out of the recorder were in doubt by the server's own doing.
    private mutating func recover(_ damage: Damage) throws -> Int {
        inflict(damage)
        var lost = 0
        for _ in 0..<3 {
            let claims = try workspace.ledger.openClaims(in: run)
            if let facts = try workspace.ledger.run(run), let expected = facts.recorder {
                let position = facts.recorderPosition
                let plan = RecoveryPlan(
                    claims: claims,
                    verdict: FlightInspection.examine(path: path, run: run, expected: expected, upTo: position)
                )
                // Killed before the commit: as if nothing had happened.
                if Int.random(in: 0..<4, using: &generator) == 0 {
                    try workspace.reopen()
                    continue
                }
                let changes = RecoveryChanges(
                    events: plan.events,
                    inDoubt: plan.inDoubt,
                    planned: plan.planned,
                    words: plan.words
                )
                let summary = try workspace.ledger.recover(changes, in: run, at: now) { .again(at: $0.at) }
                lost += summary.outcomes.applied[.inDoubt, default: 0]
            }
            // Killed between the commit and the new recorder.
            guard Int.random(in: 0..<4, using: &generator) == 0 else { break }
            try workspace.reopen()
        }
        if !(try workspace.ledger.openClaims(in: run).isEmpty) { return lost + (try recover(.none)) }
        log = try Self.makeLog(workspace, run, slots)
        return lost
    }

    private func inflict(_ damage: Damage) {
        switch damage {
        case .none: break
        case .recorderDeleted: _ = unsafe unlink(path)
        case .recorderCopied:
            let source = unsafe open(path, O_RDONLY)
            var bytes = [UInt8](repeating: 0, count: Int(lseek(source, 0, SEEK_END)))
            _ = unsafe pread(source, &bytes, bytes.count, 0)
            close(source)
            let copy = unsafe open(path + ".copy", O_WRONLY | O_CREAT, 0o600)
            _ = unsafe write(copy, bytes, bytes.count)
            close(copy)
            _ = unsafe rename(path + ".copy", path)
        case .recorderTorn:
            let file = unsafe open(path, O_WRONLY)
            var bytes: [UInt8] = [0xFF, 0xFF, 0xFF]
            _ = unsafe pwrite(file, &bytes, 3, 4_096)
            close(file)
        }
    }

    // MARK: The end

    /// Lets everything finish: no more kills, every outcome recorded, nothing waiting.
    mutating func finish() throws {
        var rounds = 0
        while rounds < 20_000 {
            rounds += 1
            now = now + .seconds(1)
            if flying.isEmpty { try claim() }
            if flying.isEmpty, drained == nil {
                drained = try log.drain(upTo: 100)
                if drained?.events.isEmpty == true {
                    drained = nil
                    if try workspace.ledger.remaining(in: run).isNothing { break }
                    continue
                }
            }
            try advance()
            if drained != nil { try commit() }
        }
        if try !workspace.ledger.closeClaims(in: run) { faults.append("claims are open at the end") }
    }

    /// Nobody got two, nobody is lost, and the ledger says what the server knows.
    mutating func check() throws {
        for seq in 0..<recipients {
            let taken = sink[seq] ?? 0
            let state = try workspace.state(of: seq, in: run)
            if taken > 1 { faults.append("recipient \(seq) got \(taken)") }
            switch state {
            case .accepted where taken == 1, .failed where taken == 0, .inDoubt: break
            default: faults.append("recipient \(seq) is \(state.map { "\($0)" } ?? "nothing"), the server has \(taken)")
            }
        }
        let counts = try workspace.ledger.classCounts(of: run)
        if counts.sum != Int(recipients) { faults.append("the sum is \(counts.sum)") }
    }
}
