import Foundation

@testable import Workspace

/// A folder for one test, taken away when the test lets go of it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
        path = base.resolvingSymlinksInPath().path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file and the folders above it.
    func write(_ name: String, _ text: String, permissions: Int = 0o644) throws {
        try write(name, Array(text.utf8), permissions: permissions)
    }

    func write(_ name: String, _ bytes: [UInt8], permissions: Int = 0o644) throws {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
    }

    func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    func link(_ name: String, to destination: String) throws {
        try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: destination)
    }

    func permissions(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int
    }

    /// The folder as a workspace, whether or not there is a `martlet.yaml`.
    var workspace: WorkspaceFolder { WorkspaceFolder(path: path, statePath: "\(path)/.martlet") }
}

/// The faults of a `martlet.yaml`, one text each; empty when it is right.
func workspaceFaults(_ text: String) -> [ConfigFault] {
    let folder = WorkspaceFolder(path: "/srv/mail", statePath: "/srv/mail/.martlet")
    do {
        _ = try WorkspaceSettings.read(Array(text.utf8), file: "martlet.yaml", workspace: folder)
        return []
    } catch {
        return error.faults
    }
}

/// The faults of a job file; empty when it is right.
func jobFaults(_ text: String) -> [ConfigFault] {
    let folder = WorkspaceFolder(path: "/srv/mail", statePath: "/srv/mail/.martlet")
    do {
        _ = try JobDefinition.read(Array(text.utf8), name: "a", file: "jobs/a.yaml", workspace: folder)
        return []
    } catch {
        return error.faults
    }
}
