import Foundation
import Glibc
import MailTestKit

/// A run that was killed in the middle, with its sink: what sabotage is done to.
struct HalfSent: Sendable {
    let workspace: CrashWorkspace
    let sink: CountingSink
    let job: String
    /// What the sink had of this job when everything had come to rest.
    let before: SinkRecord

    /// Makes a workspace, starts a run, and kills it.
    ///
    /// - Parameters:
    ///   - scenario: the run; its server answers slowly, so that messages are open at the kill.
    ///   - count: messages behind which it is killed.
    ///   - meanwhile: is done at half of them, while the process stands still.
    /// - Throws: when it could not be made or ended by itself.
    init(
        _ scenario: Scenario,
        killedAfter count: Int = 60,
        meanwhile: @Sendable (CrashWorkspace) throws -> Void = { _ in }
    ) throws {
        let sink = try CountingSink(scenario.mode)
        let workspace = try CrashWorkspace(scenario, port: sink.port)
        try self.init(workspace, sink, job: "notice", killedAfter: count, meanwhile: meanwhile)
    }

    /// Starts one more job of a workspace, and kills it.
    init(
        _ workspace: CrashWorkspace,
        _ sink: CountingSink,
        job: String,
        killedAfter count: Int = 60,
        meanwhile: @Sendable (CrashWorkspace) throws -> Void = { _ in }
    ) throws {
        self.workspace = workspace
        self.sink = sink
        self.job = job
        let pause = Target(signal: SIGSTOP)
        sink.arm(.complete, after: count / 2) { pause.kill() }
        let child = try workspace.start(job)
        pause.aim(at: child)
        child.waitUntilStopped()
        try meanwhile(workspace)
        let target = Target()
        target.aim(at: child)
        sink.arm(.complete, after: count - count / 2) { target.kill() }
        child.kill(SIGCONT)
        let end = child.wait()
        sink.disarm()
        sink.drain()
        guard end == .killed(SIGKILL) else {
            throw ChildProcess.Failure(description: "it ended before the kill: \(end), \(workspace.talk(job))")
        }
        before = sink.record.only(workspace.addresses(job))
    }

    /// What went wrong when the run went on to its end.
    ///
    /// - Parameters:
    ///   - isExact: whether everything that was open has to be in doubt, so that nothing more is sent.
    ///   - more: further arguments of `martlet run`.
    /// - Returns: sentences; none when all is well.
    /// - Throws: when the program or its report cannot be had.
    func breaches(isExact: Bool, _ more: [String] = []) throws -> [String] {
        let (end, talk) = try workspace.finish(job, more)
        sink.drain()
        let addresses = workspace.addresses(job)
        let record = sink.record.only(addresses)
        let report = try ReportReading(workspace, job: job)
        var sentences = Findings(record, report, addresses: addresses, policy: .hold).sentences
        if end != .exited(0) { sentences.append("it ended with \(end): \(talk)") }
        if isExact {
            let fresh = record.total - before.total
            if fresh > 0 { sentences.append("\(fresh) messages were sent although all that was open is in doubt") }
            if report.inDoubt == 0 { sentences.append("nobody is in doubt") }
        }
        return sentences
    }
}
