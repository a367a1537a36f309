import Foundation
import Testing

@Suite("martlet approve, pause, resume, cancel")
struct ControlCommandTests {
    private static func list(_ count: Int) -> String {
        "email,name,locale,code\n" + (0..<count).map { "u\($0)@example.com,用户 \($0),zh-CN,C\($0)\n" }.joined()
    }

    /// Waits until a running process has sent something.
    private func untilSome(_ workspace: SandboxWorkspace) async throws {
        for _ in 0..<200 {
            if let sent = try? await workspace.classes()["accepted"], sent > 0 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @Test("A run that waits for approval is refused with 75 and the name; approved, it is sent; both are shown")
    func approval() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(4))
        let plan = try await workspace.martlet(["plan", "notice", "--approve-by", "王芳"])
        #expect(plan.status == 0 && plan.talk.contains("waits for the approval of 王芳"), "\(plan.talk)")
        let refused = try await workspace.martlet(["run", "notice"])
        #expect(refused.status == 75 && refused.talk.contains("王芳"), "\(refused.talk)")
        #expect(try await workspace.classes() == ["planned": 4, "total": 4])
        let stranger = try await workspace.martlet(["approve", "notice", "--by", "李雷"])
        #expect(stranger.status == 64 && stranger.talk.contains("not of 李雷"), "\(stranger.talk)")
        let approved = try await workspace.martlet(["approve", "notice", "--by", "王芳"])
        #expect(approved.status == 0, "\(approved.talk)")
        #expect(try await workspace.martlet(["approve", "notice", "--by", "王芳"]).status == 64)
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        for command in [["runs"], ["runs", "--format", "json"], ["report"], ["report", "--format", "json"]] {
            let shown = try await workspace.martlet(command)
            #expect(shown.output.contains("王芳"), "\(command): \(shown.output)")
        }
    }

    @Test("A job may ask for approval itself, so that a schedule plans and a person sends")
    func jobKey() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3), job: "approve_by: 王芳\n")
        let first = try await workspace.martlet(["run", "notice"])
        #expect(first.status == 75 && first.talk.contains("waits for the approval of 王芳"), "\(first.talk)")
        #expect(try await workspace.martlet(["approve", "notice", "--by", "王芳"]).status == 0)
        let run = try await workspace.martlet(["run", "notice"])
        #expect(run.status == 0, "\(run.talk)")
        #expect(try await workspace.classes() == ["accepted": 3, "total": 3])
    }

    @Test("A process notices that its run is paused, finishes what is open and exits 75; resumed, it goes on")
    func pause() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3_000), transport: ", rate: 60/s")
        let process = try workspace.start(["run", "notice"])
        try await untilSome(workspace)
        let paused = try await workspace.martlet(["pause", "notice", "--by", "王芳"])
        #expect(paused.status == 0 && paused.talk.contains("paused by 王芳"), "\(paused.talk)")
        process.waitUntilExit()
        #expect(process.terminationStatus == 75)
        let classes = try await workspace.classes()
        #expect(classes["in_doubt"] == nil && (classes["planned"] ?? 0) > 0, "\(classes)")
        let refused = try await workspace.martlet(["run", "notice"])
        #expect(refused.status == 75 && refused.talk.contains("martlet resume"), "\(refused.talk)")
        #expect(try await workspace.classes() == classes)
        #expect(try await workspace.martlet(["resume", "notice"]).status == 0)
        #expect(try await workspace.martlet(["resume", "notice"]).status == 64)
        let next = try await workspace.martlet(["run", "notice", "--limit", "3"])
        #expect(next.status == 75, "\(next.talk)")
        #expect(try await workspace.classes()["accepted"] == (classes["accepted"] ?? 0) + 3)
    }

    @Test("A process whose run is cancelled ends with 0; everybody it had not sent to is taken out")
    func cancelRunning() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3_000), transport: ", rate: 60/s")
        let process = try workspace.start(["run", "notice"])
        try await untilSome(workspace)
        let cancelled = try await workspace.martlet(["cancel", "notice", "--by", "王芳"])
        #expect(cancelled.status == 0 && cancelled.talk.contains("finishes what it has open"), "\(cancelled.talk)")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let classes = try await workspace.classes()
        #expect((classes["accepted"] ?? 0) + (classes["cancelled"] ?? 0) == 3_000, "\(classes)")
        #expect((classes["cancelled"] ?? 0) > 0 && classes["total"] == 3_000)
        let report = try await workspace.martlet(["report"])
        #expect(report.output.contains("cancelled by 王芳"), "\(report.output)")
    }

    @Test("Cancelled behind a kill, what was open is settled first: nobody is left planned")
    func cancelKilled() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3_000), transport: ", rate: 60/s")
        let process = try workspace.start(["run", "notice"])
        try await untilSome(workspace)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let cancelled = try await workspace.martlet(["cancel", "notice"])
        #expect(cancelled.status == 0 && cancelled.talk.contains("taken out"), "\(cancelled.talk)")
        let classes = try await workspace.classes()
        #expect(classes["planned"] == nil && classes["total"] == 3_000, "\(classes)")
        #expect(try await workspace.martlet(["cancel", "notice"]).talk.contains("already"))
    }

    @Test("A second run of the same job is told which process has it, on which machine, since when, and exits 75")
    func twoAtOnce() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(3_000), transport: ", rate: 40/s")
        let process = try workspace.start(["run", "notice", "--occurrence", "x"])
        try await untilSome(workspace)
        let second = try await workspace.martlet(["run", "notice", "--occurrence", "x"])
        #expect(second.status == 75)
        #expect(second.talk.contains("process \(process.processIdentifier) on "), "\(second.talk)")
        #expect(second.talk.contains(", since 20"), "\(second.talk)")
        process.terminate()
        process.waitUntilExit()
    }

    @Test("An occurrence that is over never runs again, whatever the list says now")
    func occurrence() async throws {
        let workspace = try await SandboxWorkspace(list: Self.list(2))
        #expect(try await workspace.martlet(["run", "notice", "--occurrence", "x"]).status == 0)
        try workspace.write(Self.list(5), to: "data/people.csv")
        let again = try await workspace.martlet(["run", "notice", "--occurrence", "x", "--again"])
        #expect(again.status == 0 && again.talk.contains("nothing is due"), "\(again.talk)")
        #expect(try await workspace.classes() == ["accepted": 2, "total": 2])
    }
}
