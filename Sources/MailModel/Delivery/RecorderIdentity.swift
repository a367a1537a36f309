/// Which flight recorder claims were made under: only that very file may say that a claimed recipient was not tried.
///
/// A copy has another inode, a restored one another device or inode, and after a restart of the machine the boot id
/// differs: in each case the file cannot be trusted to be complete.
package struct RecorderIdentity: Sendable, Hashable {
    /// Sixteen random bytes, chosen when the file was made.
    package var id: [UInt8]
    /// The kernel's boot id, as `/proc/sys/kernel/random/boot_id` prints it.
    package var bootID: String
    /// The device number of the file system that holds the file.
    package var device: UInt64
    /// The file's inode number.
    package var inode: UInt64

    package init(id: [UInt8], bootID: String, device: UInt64, inode: UInt64) {
        self.id = id
        self.bootID = bootID
        self.device = device
        self.inode = inode
    }
}
