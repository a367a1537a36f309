internal import Glibc
internal import Synchronization

/// A file that is mapped into memory and shared: what is stored outlives the process the moment it is stored.
///
/// The only place that touches the mapping. Offsets are multiples of 8 and inside the file; anything else is our bug and
/// stops the process. Words are atomic where a method says so, plain otherwise: the ring orders plain words by its
/// atomic ones.
///
/// `@unchecked`: the mapping lives as long as the object; concurrent access goes through atomic words, or to ranges that
/// the ring's lock or its positions give to one thread at a time.
@safe final class MappedFile: @unchecked Sendable {
    /// The size in bytes.
    let size: Int
    /// Device number and inode number of the file, and which use of that inode number it is.
    let place: FilePlace

    private let base: UnsafeMutableRawPointer

    private init(base: UnsafeMutableRawPointer, size: Int, place: FilePlace) {
        unsafe self.base = unsafe base
        self.size = size
        self.place = place
    }

    deinit { _ = unsafe munmap(base, size) }

    // MARK: Making and opening

    /// Makes a file whose blocks are allocated, zeroed, headed and synced before anybody can find it at `path`.
    ///
    /// A store into a page without a block can fail on a full disk, and then it is a signal, not an error: so every block
    /// is written before the first store.
    static func create(path: String, size: Int, header: [UInt8]) throws(FlightFailure) -> MappedFile {
        let phase = "making the flight recorder"
        let draft = path + ".new"
        _ = unsafe unlink(draft)
        let descriptor = unsafe Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw FlightFailure(errno: errno, phase: phase, path: draft) }
        defer { _ = close(descriptor) }
        let file: MappedFile
        do throws(FlightFailure) {
            try allocate(descriptor, size: size, header: header, path: draft, phase: phase)
            file = try map(descriptor, path: draft, phase: phase)
            guard unsafe rename(draft, path) == 0 else { throw FlightFailure(errno: errno, phase: phase, path: path) }
        } catch {
            _ = unsafe unlink(draft)
            throw error
        }
        try syncFolder(of: path, phase: phase)
        return file
    }

    /// Maps a file that exists.
    static func open(path: String) throws(FlightFailure) -> MappedFile {
        let phase = "opening the flight recorder"
        let descriptor = unsafe Glibc.open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw FlightFailure(errno: errno, phase: phase, path: path) }
        defer { _ = close(descriptor) }
        return try map(descriptor, path: path, phase: phase)
    }

    private static func allocate(
        _ descriptor: Int32,
        size: Int,
        header: [UInt8],
        path: String,
        phase: String
    ) throws(FlightFailure) {
        let number = posix_fallocate(descriptor, 0, off_t(size))
        guard number == 0 else { throw FlightFailure(errno: number, phase: phase, path: path) }
        let zeros = [UInt8](repeating: 0, count: 65_536)
        var offset = 0
        while offset < size {
            let count = min(zeros.count, size - offset)
            guard unsafe pwrite(descriptor, zeros, count, off_t(offset)) == count else {
                throw FlightFailure(errno: errno, phase: phase, path: path)
            }
            offset += count
        }
        guard unsafe pwrite(descriptor, header, header.count, 0) == header.count, fsync(descriptor) == 0 else {
            throw FlightFailure(errno: errno, phase: phase, path: path)
        }
    }

    private static func map(_ descriptor: Int32, path: String, phase: String) throws(FlightFailure) -> MappedFile {
        var facts = stat()
        guard unsafe fstat(descriptor, &facts) == 0 else {
            throw FlightFailure(errno: errno, phase: phase, path: path)
        }
        let size = Int(facts.st_size)
        guard size > 0 else { throw FlightFailure(code: .torn, phase: phase, path: path, cause: "the file is empty") }
        let base = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let base = unsafe base, unsafe base != MAP_FAILED else {
            throw FlightFailure(errno: errno, phase: phase, path: path)
        }
        return unsafe MappedFile(
            base: base,
            size: size,
            place: FilePlace(
                device: UInt64(facts.st_dev),
                inode: UInt64(facts.st_ino),
                inodeUse: inodeUse(of: descriptor)
            )
        )
    }

    /// `FS_IOC_GETVERSION` of `linux/fs.h`, which the C library's module does not show.
    private static let getVersion: UInt = 0x8008_7601

    /// The inode's generation: a file that takes a freed inode number over gets another one; 0 where there is none.
    private static func inodeUse(of descriptor: Int32) -> UInt64 {
        // The kernel writes 4 bytes on most file systems, although the number of the call says 8.
        var generation: UInt64 = 0
        return unsafe ioctl(descriptor, getVersion, &generation) == 0 ? generation & 0xFFFF_FFFF : 0
    }

    /// Makes the name in the folder last.
    private static func syncFolder(of path: String, phase: String) throws(FlightFailure) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FlightFailure(errno: errno, phase: phase, path: folder) }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FlightFailure(errno: errno, phase: phase, path: folder) }
    }

    // MARK: Words

    /// Loads an atomic word; what was stored before it by the thread that stored it is visible.
    func load(_ offset: Int) -> UInt64 { unsafe atomic(offset).pointee.load(ordering: .acquiring) }

    /// Stores an atomic word behind all that this thread has stored.
    func store(_ word: UInt64, at offset: Int) { unsafe atomic(offset).pointee.store(word, ordering: .releasing) }

    /// Stores an atomic word where `old` is; false when something else is there.
    func replace(_ old: UInt64, at offset: Int, by word: UInt64) -> Bool {
        unsafe atomic(offset).pointee.compareExchange(
            expected: old,
            desired: word,
            ordering: .acquiringAndReleasing
        ).exchanged
    }

    /// Loads a plain word.
    func plainWord(_ offset: Int) -> UInt64 {
        check(offset)
        return unsafe base.load(fromByteOffset: offset, as: UInt64.self)
    }

    /// Stores a plain word.
    func setPlainWord(_ word: UInt64, at offset: Int) {
        check(offset)
        unsafe base.storeBytes(of: word, toByteOffset: offset, as: UInt64.self)
    }

    /// Copies bytes out.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        precondition(range.lowerBound >= 0 && range.upperBound <= size)
        return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    private func atomic(_ offset: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
        check(offset)
        // An atomic word has the size and the alignment of the integer; the mapping is page-aligned.
        return unsafe (base + offset).assumingMemoryBound(to: Atomic<UInt64>.self)
    }

    private func check(_ offset: Int) { precondition(offset >= 0 && offset &+ 8 <= size && offset & 7 == 0) }
}
