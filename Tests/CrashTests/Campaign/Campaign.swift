import Glibc
import MailTestKit

/// One scenario from beginning to end: started, killed again and again, finished, and compared with the sink.
struct Campaign: Sendable {
    /// What came of it.
    struct Result: Sendable {
        var scenario: Scenario
        /// Processes that a kill ended.
        var kills = 0
        /// Of those, the ones that died before the sink saw anything new of them.
        var earlyKills = 0
        /// The most that one kill put in doubt, where no connection was lost besides.
        var doubtsOfOneKill = 0
        /// In doubt at the end.
        var inDoubt = 0
        /// Of those, the ones that the sink has.
        var inDoubtReceived = 0
        /// Connections that the sink ended by itself.
        var drops = 0
        /// Recipients that got more than one message.
        var doubled = 0
        /// Broken promises.
        var findings: [String] = []
    }

    let scenario: Scenario
    private var generator: SplitMix

    init(_ scenario: Scenario, seed: UInt64) {
        self.scenario = scenario
        generator = SplitMix(seed: seed, "\(scenario)")
    }

    /// Runs it; blocks.
    mutating func run() throws -> Result {
        let sink = try CountingSink(scenario.mode)
        defer { sink.stop() }
        let workspace = try CrashWorkspace(scenario, port: sink.port)
        var result = Result(scenario: scenario)
        var known = Doubts()
        while result.kills < scenario.kills {
            let before = sink.record
            let share = (scenario.recipients - before.messages.count) / (scenario.kills - result.kills + 1)
            let plan = KillPlan.random(&generator, share: share, isFirst: before.total == 0)
            let end = try run(workspace, sink, plan)
            sink.drain()
            let after = sink.record
            guard end == .killed(SIGKILL) else {
                if end != .exited(0) { result.findings.append("it ended by itself: \(end), \(workspace.talk())") }
                break
            }
            result.kills += 1
            if after.begun == before.begun { result.earlyKills += 1 }
            try known.look(at: workspace, after, &result)
        }
        try finish(workspace, sink, &known, &result)
        return result
    }

    private func run(_ workspace: CrashWorkspace, _ sink: CountingSink, _ plan: KillPlan) throws -> ChildProcess.End {
        // Armed before the start: the child is put in place as soon as there is one.
        let target = Target()
        switch plan {
        case .early: break
        case .event(let event, let count): sink.arm(event, after: count) { target.kill() }
        case .behind(let event, let count, let microseconds):
            sink.arm(event, after: count) { target.kill(after: microseconds) }
        }
        let child = try workspace.start()
        target.aim(at: child)
        if case .early(let microseconds) = plan { target.kill(after: microseconds) }
        let end = child.wait()
        sink.disarm()
        target.join()
        return end
    }

    private func finish(
        _ workspace: CrashWorkspace,
        _ sink: CountingSink,
        _ known: inout Doubts,
        _ result: inout Result
    ) throws {
        let (end, talk) = try workspace.finish()
        sink.drain()
        if end != .exited(0) { result.findings.append("the last run ended with \(end): \(talk)") }
        let record = sink.record
        try known.look(at: workspace, record, &result)
        let report = try ReportReading(workspace)
        result.inDoubt = report.inDoubt
        result.inDoubtReceived = report.recipients.count { $0.value == "in_doubt" && record.messages[$0.key] != nil }
        result.drops = record.drops
        result.doubled = record.doubled.count
        let findings = Findings(record, report, addresses: workspace.addresses(), policy: scenario.policy)
        result.findings += findings.sentences
    }
}

/// How many are in doubt after each process: no kill may add more than was open.
private struct Doubts {
    private var count = 0
    /// Connections that the sink had ended at the last look, and at the one before.
    private var drops = (last: 0, before: 0)

    /// Looks at the report between two processes, when there is a run.
    mutating func look(at workspace: CrashWorkspace, _ record: SinkRecord, _ result: inout Campaign.Result) throws {
        guard record.begun > 0 else { return }
        let report = try ReportReading(jsonOf: workspace)
        let scenario = workspace.scenario
        // What a dropped connection put in doubt may have been published and not committed when the process was killed:
        // then the next process brings it into the ledger.
        let byDrops = (record.drops - drops.before) * scenario.openOnOneConnection
        let added = report.inDoubt - count
        if added > scenario.unanswered + byDrops {
            let words = "\(added) were put in doubt at once; \(scenario.unanswered) + \(byDrops) may be"
            result.findings.append(words)
        }
        if byDrops == 0 { result.doubtsOfOneKill = max(result.doubtsOfOneKill, added) }
        count = report.inDoubt
        drops = (record.drops, drops.last)
    }
}
