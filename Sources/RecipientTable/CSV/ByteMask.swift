/// Finds, 64 bytes at a time, the bytes at which a CSV scan has to decide something.
///
/// Plain 64-bit arithmetic on lanes, which the compiler turns into vector instructions on every processor. Wanted are the
/// quote, the delimiter's first byte, the escape, and all below 0x10, which are line ends, tab and NUL, and next to
/// nothing else in text.
struct ByteMask {
    typealias Lanes = SIMD8<UInt64>

    /// Bytes that one step covers.
    static let stride = 64

    private let quote: UInt64
    private let delimiter: UInt64
    private let escape: UInt64
    private let hasEscape: Bool

    init(quote: UInt8?, delimiter: UInt8, escape: UInt8?) {
        self.quote = Self.pattern(quote ?? 0)
        self.delimiter = Self.pattern(delimiter)
        self.escape = Self.pattern(escape ?? 0)
        hasEscape = escape != nil
    }

    /// The byte repeated.
    private static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// One bit for each of the 64 bytes, the first byte's lowest, set when the byte is wanted.
    @inline(__always)
    func wanted(_ lanes: Lanes) -> UInt64 {
        let low = Lanes(repeating: 0x7F7F_7F7F_7F7F_7F7F)
        // The top bit of each byte stays clear exactly where the byte is one of those asked for.
        let control = ((lanes & low) &+ Lanes(repeating: 0x7070_7070_7070_7070)) | lanes
        let quoted = lanes ^ Lanes(repeating: quote)
        let parted = lanes ^ Lanes(repeating: delimiter)
        var others = control & (((quoted & low) &+ low) | quoted) & (((parted & low) &+ low) | parted)
        if hasEscape {
            let escaped = lanes ^ Lanes(repeating: escape)
            others &= ((escaped & low) &+ low) | escaped
        }
        let marks = (~others & Lanes(repeating: 0x8080_8080_8080_8080)) &>> 7
        var bits: UInt64 = 0
        for lane in 0..<8 {
            // The multiplication gathers the lowest bits of the lane's eight bytes in its top byte.
            bits |= ((marks[lane] &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(lane &* 8)
        }
        return bits
    }
}
