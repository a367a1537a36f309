import Testing

@testable import Ledger

@Suite("Network file systems")
struct FileSystemTests {
    private let mounts = """
        22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
        31 22 0:27 / /home rw,nosuid shared:5 master:2 - nfs4 server:/home rw,vers=4.2
        32 22 0:28 / /mnt/share rw - cifs //server/share rw
        33 22 0:29 / /mnt/ssh rw - fuse.sshfs me@server: rw
        34 22 8:70000 / /big rw - xfs /dev/sdz rw
        35 22 0:30 / /tmp rw - tmpfs tmpfs rw
        36 22 0:31 broken
        """

    @Test(
        "are known by the device of the folder",
        arguments: [(27, "nfs4"), (28, "cifs"), (29, "fuse.sshfs"), (30, nil), (31, nil), (99, nil), (0xFE00, nil)]
            as [(UInt64, String?)]
    )
    func types(device: UInt64, name: String?) {
        #expect(FileSystem.networkName(mounts: mounts, device: device) == name)
    }

    @Test("Device numbers beyond eight bits are put together as the kernel does")
    func wideDevice() {
        let minor: UInt64 = 70_000
        let device = minor & 0xFF | 8 << 8 | (minor & ~0xFF) << 12
        let nfs = mounts.replacing("xfs", with: "nfs")
        #expect(FileSystem.networkName(mounts: nfs, device: device) == "nfs")
    }

    @Test("A folder of this machine is none of them")
    func local() { #expect(FileSystem.networkName(at: "/") == nil) }
}
