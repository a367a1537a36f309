import Foundation
import Testing

private let disksWork = StateDisk.isPossible

extension CrashTests {
    @Test(
        "A disk that fills up under a run ends it with 73 and says so; with room it goes on, exactly",
        .enabled(if: disksWork)
    )
    func diskFillsUp() async throws {
        let breaches = try await blocking {
            let scenario = Scenario(connections: 8, mode: .slow, recipients: 3_000)
            let sink = try CountingSink(scenario.mode)
            let workspace = try CrashWorkspace(scenario, port: sink.port)
            guard let disk = StateDisk(at: workspace.folder.appendingPathComponent(".martlet"), size: "24m") else {
                return ["no disk"]
            }
            let pause = Target(signal: SIGSTOP)
            sink.arm(.complete, after: 300) { pause.kill() }
            let child = try workspace.start()
            pause.aim(at: child)
            child.waitUntilStopped()
            disk.fill()
            child.kill(SIGCONT)
            let end = child.wait()
            sink.drain()
            var breaches: [String] = []
            if end != .exited(73) { breaches.append("the full disk ended it with \(end)") }
            let talk = workspace.talk()
            if !talk.contains("free some space") { breaches.append("it is not said what to do: \(talk)") }
            let (blocked, _) = try workspace.finish()
            if blocked != .exited(73) { breaches.append("still full, it ended with \(blocked)") }
            disk.empty()
            return try breaches + Self.finished(workspace, sink)
        }
        #expect(breaches.isEmpty)
    }

    @Test(
        "A disk that is read-only ends a run with 73 before anything is sent; writable, it goes on",
        .enabled(if: disksWork)
    )
    func diskIsReadOnly() async throws {
        let breaches = try await blocking {
            let scenario = Scenario(connections: 8, mode: .slow, recipients: 200)
            let sink = try CountingSink(scenario.mode)
            let workspace = try CrashWorkspace(scenario, port: sink.port)
            guard let disk = StateDisk(at: workspace.folder.appendingPathComponent(".martlet"), size: "24m") else {
                return ["no disk"]
            }
            let target = Target()
            sink.arm(.complete, after: 50) { target.kill() }
            let child = try workspace.start()
            target.aim(at: child)
            _ = child.wait()
            sink.drain()
            let before = sink.record.total
            var breaches: [String] = []
            if !disk.setReadOnly(true) { breaches.append("the disk stayed writable") }
            let (end, talk) = try workspace.finish()
            if end != .exited(73) { breaches.append("the read-only disk ended it with \(end): \(talk)") }
            if sink.record.total != before { breaches.append("something was sent") }
            _ = disk.setReadOnly(false)
            return try breaches + Self.finished(workspace, sink)
        }
        #expect(breaches.isEmpty)
    }

    @Test(
        "A ledger that is another program's, or damaged, ends a run with 73 and stays as it is",
        arguments: ["姓名,邮箱\n", "SQLite format 3\0 and nothing more of it"]
    )
    func ledgerUnusable(content: String) async throws {
        let breaches = try await blocking {
            let scenario = Scenario(recipients: 20)
            let sink = try CountingSink(scenario.mode)
            let workspace = try CrashWorkspace(scenario, port: sink.port)
            _ = try workspace.output(["plan", "notice", "--occurrence", "x"])
            for name in ["ledger.sqlite-wal", "ledger.sqlite-shm"] {
                try? FileManager.default.removeItem(at: workspace.state(name))
            }
            try Data(content.utf8).write(to: workspace.state("ledger.sqlite"))
            let (end, talk) = try workspace.finish()
            var breaches: [String] = []
            if end != .exited(73) { breaches.append("it ended with \(end): \(talk)") }
            if sink.record.total > 0 { breaches.append("something was sent") }
            let left = try Data(contentsOf: workspace.state("ledger.sqlite"))
            if left != Data(content.utf8) { breaches.append("the file was changed") }
            return breaches
        }
        #expect(breaches.isEmpty)
    }

    @Test("A state folder that was moved to another disk puts everything open in doubt", .enabled(if: disksWork))
    func stateMoved() async throws {
        let breaches = try await blocking {
            let half = try HalfSent(Self.sabotaged[0])
            let state = half.workspace.folder.appendingPathComponent(".martlet")
            let aside = half.workspace.folder.appendingPathComponent("aside")
            try FileManager.default.moveItem(at: state, to: aside)
            guard let disk = StateDisk(at: state, size: "48m") else { return ["no disk"] }
            defer { withExtendedLifetime(disk) {} }
            for name in try FileManager.default.contentsOfDirectory(atPath: aside.path) {
                try FileManager.default.copyItem(
                    at: aside.appendingPathComponent(name),
                    to: state.appendingPathComponent(name)
                )
            }
            return try half.breaches(isExact: true)
        }
        #expect(breaches.isEmpty)
    }

    /// What went wrong when a run goes on to its end.
    private static func finished(_ workspace: CrashWorkspace, _ sink: CountingSink) throws -> [String] {
        let (end, talk) = try workspace.finish()
        sink.drain()
        let report = try ReportReading(workspace)
        let findings = Findings(sink.record, report, addresses: workspace.addresses(), policy: .hold)
        return findings.sentences + (end == .exited(0) ? [] : ["it ended with \(end): \(talk)"])
    }
}
