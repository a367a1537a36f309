internal import Synchronization

/// The 256 code points of a charset of single bytes.
///
/// Taken from iconv once in the life of the process, byte by byte, then shared: decoding a table is several times faster
/// than calling iconv, and composing charsets (Windows-1258) come out as they were written instead of composed.
struct SingleByteTable: Sendable {
    /// Code point of each byte; ``none`` where the charset has no character.
    let points: [UInt32]

    /// Marks a byte that is no character.
    static let none: UInt32 = .max

    private static let shared = Mutex<[Charset: SingleByteTable]>([:])

    /// The table of a charset, or nil when this system's C library lacks it.
    static func of(_ charset: Charset) -> SingleByteTable? {
        if let known = shared.withLock({ $0[charset] }) { return known }
        guard let made = SingleByteTable(reading: charset) else { return nil }
        shared.withLock { $0[charset] = made }
        return made
    }

    private init?(reading charset: Charset) {
        guard let handle = IconvHandle(from: charset.converterName, to: "UTF-8") else { return nil }
        points = (0...255).map { Self.point(of: UInt8($0), by: handle) }
    }

    /// The code point that one byte alone stands for.
    private static func point(of byte: UInt8, by handle: IconvHandle) -> UInt32 {
        handle.reset()
        var text: [UInt8] = []
        let stop = unsafe [byte].withUnsafeBufferPointer { unsafe handle.convert($0, from: 0, into: &text) }
        guard case .done = stop else { return none }
        handle.finish(into: &text)
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard let only = scalars.first, scalars.count == 1 else { return none }
        return only.value
    }
}
