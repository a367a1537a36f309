import Foundation
import Glibc

/// A state folder on a small disk of its own, taken down with the object; nil where the system does not let us.
final class StateDisk: Sendable {
    let path: String

    init?(at folder: URL, size: String) {
        path = folder.path
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard unsafe mount("martlet-test", path, "tmpfs", 0, "size=\(size),mode=700") == 0 else { return nil }
    }

    deinit { _ = unsafe umount2(path, Int32(MNT_DETACH)) }

    /// Takes all the room that is left.
    func fill() {
        let descriptor = unsafe open(path + "/filler", O_WRONLY | O_CREAT, 0o600)
        defer { close(descriptor) }
        let block = [UInt8](repeating: 1, count: 4_096)
        while unsafe write(descriptor, block, block.count) > 0 {}
    }

    /// Gives the room back.
    func empty() { _ = unsafe unlink(path + "/filler") }

    /// Lets nothing be written any more, or lets it again; false when somebody is writing.
    func setReadOnly(_ isReadOnly: Bool) -> Bool {
        let flags = UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0)
        return unsafe mount("martlet-test", path, "tmpfs", flags, nil) == 0
    }

    /// Whether disks can be made here; says so where they cannot.
    static let isPossible: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("martlet-disk-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        if StateDisk(at: folder, size: "64k") != nil { return true }
        print("skipped: tests of full and read-only disks; only root may mount a disk for them")
        return false
    }()
}
