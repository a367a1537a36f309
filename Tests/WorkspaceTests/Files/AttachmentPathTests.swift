import Foundation
import Testing

@testable import Workspace

@Suite("Attachments stay inside the workspace")
struct AttachmentPathTests {
    private func kind(_ file: String, in folder: TemporaryFolder) -> AttachmentFault.Kind? {
        do {
            _ = try folder.workspace.attachment(file)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test("A file inside is read, through a link inside too")
    func inside() throws {
        let folder = try TemporaryFolder()
        try folder.write("invoices/账单.pdf", "%PDF")
        try folder.link("latest.pdf", to: "invoices/账单.pdf")
        #expect(try folder.workspace.attachment("invoices/账单.pdf") == Array("%PDF".utf8))
        #expect(try folder.workspace.attachmentPath("latest.pdf") == "\(folder.path)/invoices/账单.pdf")
        #expect(try folder.workspace.attachmentPath("a/../latest.pdf") == "\(folder.path)/invoices/账单.pdf")
    }

    @Test("Nothing leads out: not dots, not absolute paths, not links, and not into the state folder")
    func outside() throws {
        let folder = try TemporaryFolder()
        try folder.link("passwd", to: "/etc/passwd")
        try folder.link("etc", to: "/etc")
        _ = try folder.workspace.openState().secret()
        for file in ["../x", "/etc/passwd", "passwd", "etc/passwd", "a/../../etc/passwd", ".martlet/secret", ".", "/"] {
            #expect(kind(file, in: folder) == .outside, "\(file)")
        }
    }

    @Test("What was sealed with a run is read from the state folder, and nothing else of it")
    func sealed() throws {
        let folder = try TemporaryFolder()
        try folder.write(".martlet/runs/one/inputs/data/terms.pdf", "%PDF")
        try folder.write(".martlet/secret", "x")
        let inputs = "\(folder.path)/.martlet/runs/one/inputs"
        let workspace = WorkspaceFolder(path: inputs, statePath: "\(folder.path)/.martlet")
        #expect(try workspace.attachment("data/terms.pdf") == Array("%PDF".utf8))
        #expect(throws: AttachmentFault.self) { try workspace.attachment("../../../secret") }
        #expect(throws: AttachmentFault.self) { try folder.workspace.attachment(".martlet/secret") }
    }

    @Test("What is missing, no file or no path is said")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("data/x", "")
        #expect(kind("gone.pdf", in: folder) == .missing)
        #expect(kind("", in: folder) == .missing)
        #expect(kind("a\u{0}b", in: folder) == .missing)
        #expect(kind(String(repeating: "a", count: 5_000), in: folder) == .missing)
        #expect(kind("data", in: folder) == .unreadable)
    }
}
