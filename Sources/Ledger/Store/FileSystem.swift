internal import Glibc

/// What the ledger asks of the file system that holds it.
enum FileSystem {
    /// Types whose locks or shared memory do not hold across the machines that see them, as `/proc` names them.
    private static let networkTypes: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "kafs", "ceph", "9p", "lustre", "gpfs", "beegfs", "ocfs2",
        "gfs2",
        "pvfs2", "orangefs", "coda", "ncpfs", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "fuse.ceph",
        "fuse.juicefs", "fuse.davfs2",
    ]

    /// The name of the network file system that holds `path`, or nil on a local one.
    static func networkName(at path: String) -> String? {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0, let mounts = SmallFile.read("/proc/self/mountinfo", upTo: 4 << 20) else {
            return nil
        }
        return networkName(mounts: mounts, device: UInt64(facts.st_dev))
    }

    /// The network file system of a device in the kernel's list of mounts (`proc(5)`, `/proc/pid/mountinfo`).
    ///
    ///     36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw
    static func networkName(mounts: String, device: UInt64) -> String? {
        // How the kernel packs major and minor number into what stat(2) gives (gnu_dev_major(3)).
        let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
        let minor = device & 0xFF | (device >> 12) & ~0xFF
        for line in mounts.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count > 4, fields[2] == "\(major):\(minor)", let dash = fields.firstIndex(of: "-") else {
                continue
            }
            let type = dash + 1 < fields.count ? String(fields[dash + 1]) : ""
            return networkTypes.contains(type) ? type : nil
        }
        return nil
    }

    /// Whether less than a few pages are left on the disk that holds `path`.
    static func isFull(at path: String) -> Bool {
        var facts = statvfs()
        if unsafe statvfs(path, &facts) != 0 {
            guard unsafe statvfs(folder(of: path), &facts) == 0 else { return false }
        }
        return UInt64(facts.f_bavail) * UInt64(facts.f_frsize) < 65_536
    }

    /// Whether something exists at `path`.
    static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

    /// The folder that holds a file.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The system's words for an error number.
    static func words(of number: Int32) -> String {
        guard let words = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: words)
    }
}
