import Testing

@testable import Workspace

@Suite("Finding the workspace and its parts")
struct WorkspaceFolderTests {
    @Test("The nearest martlet.yaml above makes the workspace")
    func nearest() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "")
        try folder.write("a/b/c.txt", "")
        let found = try WorkspaceFolder.find(from: "\(folder.path)/a/b")
        #expect(found.path == folder.path)
        #expect(found.statePath == "\(folder.path)/.martlet")
        #expect(try WorkspaceFolder.find(from: folder.path).path == folder.path)
    }

    @Test("A failure says where it looked and offers to make one")
    func nowhere() throws {
        let folder = try TemporaryFolder()
        try folder.write("a/b/c.txt", "")
        do {
            _ = try WorkspaceFolder.find(from: "\(folder.path)/a/b")
            Issue.record("found something above \(folder.path)")
        } catch {
            #expect(error.code == .notFound)
            #expect(error.problem.contains("looked in \(folder.path)/a/b, \(folder.path)/a, \(folder.path), "))
            #expect(error.remedy.contains("martlet init"))
        }
    }

    @Test("A named folder is taken, and nothing above it is searched")
    func explicit() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "")
        try folder.write("a/b.txt", "")
        #expect(try WorkspaceFolder.find(explicit: folder.path).path == folder.path)
        #expect(try WorkspaceFolder.find(explicit: "\(folder.path)/martlet.yaml").path == folder.path)
        #expect(throws: WorkspaceFailure.self) { try WorkspaceFolder.find(explicit: "\(folder.path)/a") }
        #expect(throws: WorkspaceFailure.self) { try WorkspaceFolder.find(explicit: "\(folder.path)/gone") }
        let state = try WorkspaceFolder.find(explicit: folder.path, state: "/var/lib/m/../martlet").statePath
        #expect(state == "/var/lib/martlet")
    }

    @Test("Settings and jobs are read from the disk, by name or by path")
    func reading() throws {
        let folder = try TemporaryFolder()
        try folder.write("martlet.yaml", "transports: {a: {host: h}}")
        try folder.write("jobs/welcome.yaml", "from: a@example.com\nrecipients: {file: p.csv}\ntemplate: t\n")
        try folder.write("jobs/激活.yml", "from: a@example.com\nrecipients: {file: p.csv}\ntemplate: t\n")
        try folder.write("jobs/notes.txt", "")
        let workspace = folder.workspace
        #expect(try workspace.settings().transports.map(\.name) == ["a"])
        #expect(workspace.jobNames == ["welcome", "激活"])
        for name in ["welcome", "jobs/welcome.yaml", "./jobs/welcome.yaml", "welcome.yaml", "jobs/welcome"] {
            #expect(try workspace.job(named: name).name == "welcome")
        }
        #expect(try workspace.job(named: "激活").file == "jobs/激活.yml")
    }

    @Test(
        "An unknown job is refused with what may have been meant",
        arguments: [
            ("welcom", "jobs: there is no job `welcom`; did you mean `welcome`?"),
            ("x", "jobs: there is no job `x`; the jobs are `reset`, `welcome`"),
            ("../x", "jobs: there is no job `../x`; the jobs are `reset`, `welcome`"),
        ]
    )
    func unknownJob(_ name: String, _ fault: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("jobs/welcome.yaml", "")
        try folder.write("jobs/reset.yaml", "")
        #expect {
            try folder.workspace.job(named: name)
        } throws: {
            "\($0)" == fault
        }
    }

    @Test("Files that are missing, no files, or too large are faults")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        func faults() -> ConfigFaults? {
            do {
                _ = try folder.workspace.settings()
                return nil
            } catch {
                return error
            }
        }
        #expect(faults()?.faults.map(\.kind) == [.missingFile])
        #expect(faults()?.isMissingFile == true)
        try folder.write("martlet.yaml/x", "")
        #expect(faults()?.faults.map(\.kind) == [.unreadableFile])
        let other = try TemporaryFolder()
        try other.write("martlet.yaml", String(repeating: "#", count: (1 << 20) + 1))
        #expect {
            try other.workspace.settings()
        } throws: {
            ($0 as? ConfigFaults)?.faults.map(\.kind) == [.tooLarge]
        }
    }
}
