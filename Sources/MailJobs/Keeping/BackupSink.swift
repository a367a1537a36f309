internal import MailModel

/// Where the files of a backup go, one after the other.
protocol BackupSink {
    /// Adds a file of known bytes.
    mutating func add(_ bytes: [UInt8], as name: String) throws(SealedFile.Failure)
    /// Adds a copy of a file, as long as it is now.
    mutating func add(copyOf file: SealedFile, as name: String) throws(SealedFile.Failure)
    /// Makes all of it safe from a lost machine.
    mutating func finish() throws(SealedFile.Failure)
}

/// A backup as a folder.
struct BackupFolder: BackupSink {
    /// The folder, absolute.
    let path: String
    private var folders: Set<String> = []
    /// What is copied at once.
    static let chunk = 1 << 20

    /// Makes the folder.
    init(path: String) throws(SealedFile.Failure) {
        self.path = path
        try FileTree.makeFolders(path)
    }

    mutating func add(_ bytes: [UInt8], as name: String) throws(SealedFile.Failure) {
        let file = try make(name)
        try file.write(bytes[...])
        try file.sync()
    }

    mutating func add(copyOf file: SealedFile, as name: String) throws(SealedFile.Failure) {
        let copy = try make(name)
        let size = try file.size()
        var offset = 0
        while offset < size {
            let bytes = try file.read(at: offset, count: min(Self.chunk, size - offset))
            guard !bytes.isEmpty else { break }
            try copy.write(bytes[...])
            offset += bytes.count
        }
        try copy.sync()
    }

    mutating func finish() throws(SealedFile.Failure) {
        for folder in folders.sorted() { try SealedFile.syncFolder(folder) }
        try SealedFile.syncFolder(path)
    }

    private mutating func make(_ name: String) throws(SealedFile.Failure) -> SealedFile {
        let file = path + "/" + name
        let folder = PathName.parent(of: file)
        if folders.insert(folder).inserted { try FileTree.makeFolders(folder) }
        return try SealedFile(path: file, isNew: true)
    }
}

/// A backup as one file in the form of POSIX `ustar`, which every `tar` reads.
///
/// Sizes from 8 GiB up are written the way GNU tar does: in binary, with the first bit set.
struct BackupArchive: BackupSink {
    private let file: SealedFile
    private let time: Int64
    private static let block = 512

    /// Makes the file.
    ///
    /// - Parameters:
    ///   - path: where.
    ///   - at: the time that its members have.
    /// - Throws: `SealedFile.Failure`.
    init(path: String, at: Timestamp) throws(SealedFile.Failure) {
        file = try SealedFile(path: path, isNew: true)
        time = at.rawValue / 1_000
    }

    mutating func add(_ bytes: [UInt8], as name: String) throws(SealedFile.Failure) {
        try file.write(try header(name, size: bytes.count)[...])
        try file.write(bytes[...])
        try pad(bytes.count)
    }

    mutating func add(copyOf source: SealedFile, as name: String) throws(SealedFile.Failure) {
        let size = try source.size()
        try file.write(try header(name, size: size)[...])
        var offset = 0
        while offset < size {
            let bytes = try source.read(at: offset, count: min(BackupFolder.chunk, size - offset))
            // A member has the size that its header says.
            guard !bytes.isEmpty else {
                throw SealedFile.Failure(path: source.path, action: "read to its end", code: 5)
            }
            try file.write(bytes[...])
            offset += bytes.count
        }
        try pad(size)
    }

    mutating func finish() throws(SealedFile.Failure) {
        try file.write([UInt8](repeating: 0, count: 2 * Self.block)[...])
        try file.sync()
    }

    private func pad(_ size: Int) throws(SealedFile.Failure) {
        let rest = size % Self.block
        if rest > 0 { try file.write([UInt8](repeating: 0, count: Self.block - rest)[...]) }
    }

    /// A member's header: name, mode, owner, size, time, check sum, kind, and the prefix of a long name.
    private func header(_ name: String, size: Int) throws(SealedFile.Failure) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: Self.block)
        let parts = try Self.parts(of: name)
        Self.put(parts.name, at: 0, in: &header)
        Self.put(octal: 0o600, at: 100, width: 8, in: &header)
        Self.put(octal: 0, at: 108, width: 8, in: &header)
        Self.put(octal: 0, at: 116, width: 8, in: &header)
        Self.put(octal: Int64(size), at: 124, width: 12, in: &header)
        Self.put(octal: time, at: 136, width: 12, in: &header)
        header[156] = UInt8(ascii: "0")
        Self.put(Array("ustar\u{0}00".utf8), at: 257, in: &header)
        Self.put(parts.prefix, at: 345, in: &header)
        for place in 148..<156 { header[place] = UInt8(ascii: " ") }
        let sum = header.reduce(0) { $0 + Int64($1) }
        Self.put(octal: sum, at: 148, width: 7, in: &header)
        return header
    }

    /// Parts a name at a slash: 100 bytes behind it, 155 before.
    private static func parts(of name: String) throws(SealedFile.Failure) -> (prefix: [UInt8], name: [UInt8]) {
        let bytes = Array(name.utf8)
        if bytes.count <= 100 { return ([], bytes) }
        let slash = bytes.indices.first { bytes[$0] == UInt8(ascii: "/") && bytes.count - $0 - 1 <= 100 && $0 <= 155 }
        guard let slash else { throw SealedFile.Failure(path: name, action: "put into the archive", code: 36) }
        return (Array(bytes[..<slash]), Array(bytes[(slash + 1)...]))
    }

    private static func put(_ bytes: [UInt8], at place: Int, in header: inout [UInt8]) {
        for (offset, byte) in bytes.enumerated() { header[place + offset] = byte }
    }

    /// Writes a number in octal with a NUL behind it; one that is too long in binary.
    private static func put(octal number: Int64, at place: Int, width: Int, in header: inout [UInt8]) {
        let digits = Array(String(number, radix: 8).utf8)
        guard digits.count < width else {
            for offset in 0..<width {
                let shift = 8 * (width - 1 - offset)
                header[place + offset] = shift < 64 ? UInt8(truncatingIfNeeded: number >> shift) : 0
            }
            header[place] |= 0x80
            return
        }
        let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: width - 1 - digits.count)
        put(zeros + digits + [0], at: place, in: &header)
    }
}
