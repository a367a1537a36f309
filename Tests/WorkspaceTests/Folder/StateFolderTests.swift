import Foundation
import Testing

@testable import Workspace

@Suite("The state folder and its secret")
struct StateFolderTests {
    @Test("It is made for its owner only, with the folders above it")
    func made() throws {
        let folder = try TemporaryFolder()
        #expect(StateFolder.existing("\(folder.path)/a/.martlet") == nil)
        let state = try StateFolder.open("\(folder.path)/a/.martlet")
        #expect(state.path == "\(folder.path)/a/.martlet")
        #expect(try folder.permissions("a/.martlet") == 0o700)
        #expect(StateFolder.existing(state.path) == state)
        #expect(try StateFolder.open(state.path) == state)
    }

    @Test("One that others may write is refused")
    func open() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: "\(folder.path)/s", withIntermediateDirectories: false)
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: "\(folder.path)/s")
        #expect {
            try StateFolder.open("\(folder.path)/s")
        } throws: { error in
            (error as? WorkspaceFailure)?.code == .unsafe && "\(error)".contains("chmod 700 \(folder.path)/s")
        }
    }

    @Test(
        "A file in its place, or a place that cannot be written, is said",
        arguments: ["taken", "taken/below", "/proc/x"]
    )
    func impossible(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("taken", "")
        let path = name.hasPrefix("/") ? name : "\(folder.path)/\(name)"
        #expect {
            try StateFolder.open(path)
        } throws: { error in
            (error as? WorkspaceFailure)?.code == .cannotWrite && "\(error)".contains("--state DIR")
        }
    }

    @Test("A full and a read-only disk are told apart")
    func words() {
        func remedy(_ code: Int32) -> String {
            WorkspaceFailure.cannotWrite("/s", doing: "x", FileSystem.Failure(code: code)).remedy
        }
        #expect(remedy(ENOSPC).contains("make room"))
        #expect(remedy(EROFS).contains("read-only"))
        #expect(remedy(EACCES).contains("let this user write"))
    }

    @Test("The secret is made once, private, and stays the same")
    func secret() throws {
        let folder = try TemporaryFolder()
        let state = try StateFolder.open("\(folder.path)/s")
        let secret = try state.secret()
        #expect(secret.bytes.count == 32)
        #expect(Set(secret.bytes).count > 8)
        #expect(try folder.permissions("s/secret") == 0o600)
        #expect(try state.secret() == secret)
        #expect(try FileManager.default.contentsOfDirectory(atPath: state.path) == ["secret"])
        #expect(try StateFolder.open("\(folder.path)/t").secret() != secret)
        #expect("\(secret)" == "***")
        #expect(String(reflecting: secret) == "***")
    }

    @Test("Of many that start together one makes the secret, and all get that one")
    func together() async throws {
        let folder = try TemporaryFolder()
        let state = try StateFolder.open("\(folder.path)/s")
        let secrets = try await withThrowingTaskGroup(of: WorkspaceSecret.self) { group in
            for _ in 0..<16 { group.addTask { try state.secret() } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(secrets.count == 1)
    }

    @Test(
        "A secret that others may read, or that is no secret, is refused",
        arguments: [(32, 0o644), (32, 0o640), (31, 0o600), (33, 0o600), (0, 0o600)]
    )
    func badSecret(_ count: Int, _ permissions: Int) throws {
        let folder = try TemporaryFolder()
        let state = try StateFolder.open("\(folder.path)/s")
        try folder.write("s/secret", [UInt8](repeating: 7, count: count), permissions: permissions)
        #expect {
            try state.secret()
        } throws: {
            ($0 as? WorkspaceFailure)?.code == .unsafe
        }
    }
}
