import Foundation
import Testing

extension CrashTests {
    @Test(
        "Rule 8: told to stop, it waits for replies as long as `grace` says; what has none by then is in doubt",
        arguments: Scenario.Engine.allCases
    )
    func stopped(engine: Scenario.Engine) async throws {
        let breaches = try await blocking {
            let mode = SinkMode(description: "replies after 3 s", delay: 3_000)
            let scenario = Scenario(engine: engine, connections: 4, unanswered: 4, mode: mode, recipients: 40, grace: 1)
            let sink = try CountingSink(mode)
            let workspace = try CrashWorkspace(scenario, port: sink.port)
            let stop = Target(signal: SIGTERM)
            sink.arm(.complete, after: 4) { stop.kill() }
            let child = try workspace.start()
            stop.aim(at: child)
            let end = child.wait()
            sink.drain()
            var breaches: [String] = []
            if end != .exited(75) { breaches.append("it ended with \(end): \(workspace.talk())") }
            let report = try ReportReading(workspace)
            if report.classes != ["in_doubt": 4, "planned": 36] { breaches.append("it left \(report.classes)") }
            if sink.record.total != 4 { breaches.append("the sink has \(sink.record.total)") }
            return breaches
        }
        #expect(breaches.isEmpty)
    }
}
