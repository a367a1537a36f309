/// Where a file is, so that it is told from every copy of it.
///
/// Inode numbers are used again: a file that was removed and put back from a copy mostly gets the number that the first
/// one had. Most file systems count the uses (ext4, XFS, Btrfs and F2FS do, tmpfs does not).
struct FilePlace: Sendable, Hashable {
    /// The number of the device.
    var device: UInt64
    /// The inode number.
    var inode: UInt64
    /// Which use of the inode number it is, 32 bits; 0 where the file system does not say.
    var inodeUse: UInt64
}
