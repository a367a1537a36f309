/// The first page of the file: whose recorder this is and how it is laid out.
struct FlightHeader: Sendable, Hashable {
    /// The layout that this program writes.
    static let currentVersion: UInt32 = 2
    /// Bytes that are used of the page.
    static let length = 104
    /// "MRTFLT" and two line ends, which a transfer as text would change.
    private static let magic: [UInt8] = Array("MRTFLT\r\n".utf8)

    /// Why a header cannot be used.
    enum Fault: Error, Hashable {
        /// The file is no flight recorder.
        case foreign
        /// It is one of another version.
        case version(UInt32)
        /// It was damaged.
        case torn
    }

    /// The run whose attempts are marked.
    var run: UInt32
    /// Sixteen random bytes.
    var id: [UInt8]
    /// The boot id, 36 characters.
    var bootID: String
    /// Slots and ring.
    var layout: FlightLayout

    /// What makes checks of this file differ from those of others.
    var seed: UInt64 { id.prefix(8).reduce(0) { $0 &<< 8 | UInt64($1) } }

    /// The twelve bits that the checks of this file's slots are mixed with, never zero.
    var generation: UInt64 { max(seed & 0xFFF, 1) }

    /// The header's bytes: magic, version, run, id, boot id, slots, ring, check.
    var bytes: [UInt8] {
        var bytes = Self.magic
        Self.append(UInt64(Self.currentVersion), 4, to: &bytes)
        Self.append(UInt64(run), 4, to: &bytes)
        bytes += id.prefix(16)
        bytes += Array(bootID.utf8.prefix(40))
        bytes += [UInt8](repeating: 0, count: 72 - bytes.count)
        Self.append(UInt64(layout.slots), 8, to: &bytes)
        Self.append(UInt64(layout.ringBytes), 8, to: &bytes)
        bytes += [UInt8](repeating: 0, count: Self.length - 8 - bytes.count)
        Self.append(Self.check(bytes), 8, to: &bytes)
        return bytes
    }

    init(run: UInt32, id: [UInt8], bootID: String, layout: FlightLayout) {
        self.run = run
        self.id = id
        self.bootID = bootID
        self.layout = layout
    }

    /// Reads a header; whether it is the expected one is for the caller to say.
    init(bytes: [UInt8]) throws(Fault) {
        guard bytes.count >= 12, Array(bytes[..<8]) == Self.magic else { throw .foreign }
        let version = UInt32(truncatingIfNeeded: Self.number(bytes, 8, 4))
        guard version == Self.currentVersion else { throw .version(version) }
        guard bytes.count >= Self.length, Self.number(bytes, Self.length - 8, 8) == Self.check(bytes) else {
            throw .torn
        }
        run = UInt32(truncatingIfNeeded: Self.number(bytes, 12, 4))
        id = Array(bytes[16..<32])
        bootID = String(decoding: bytes[32..<72].prefix { $0 != 0 }, as: UTF8.self)
        let slots = Self.number(bytes, 72, 8)
        let ring = Self.number(bytes, 80, 8)
        guard slots > 0, slots <= 1 << 24, ring <= 1 << 36 else { throw .torn }
        layout = FlightLayout(slots: Int(slots), ringBytes: Int(ring))
        guard layout.ringBytes == Int(ring) else { throw .torn }
    }

    private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number &>> UInt64(8 * index))) }
    }

    private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) &<< UInt64(8 * $1) }
    }

    private static func check(_ bytes: [UInt8]) -> UInt64 {
        var sum = Checksum(seed: 0)
        for offset in stride(from: 0, to: length - 8, by: 8) { sum.add(number(bytes, offset, 8)) }
        return sum.value
    }
}
