/// What one pass over a text body found: enough to choose its transfer encoding and to bound the encoded size.
///
/// Line ends are CRLF, bare CR and bare LF alike, because each of them is sent as CRLF (RFC 2045 §6.6, RFC 5321 §2.3.8).
struct BodyScan: Equatable {
    /// Bytes in the body as given.
    private(set) var byteCount = 0
    /// Lines that are ended by a CRLF, a bare CR or a bare LF.
    private(set) var lineEnds = 0
    /// Line ends that are a CRLF already.
    private(set) var pairedLineEnds = 0
    /// Bytes above 127.
    private(set) var highBytes = 0
    /// Bytes that quoted-printable writes as `=XX` wherever they stand.
    private(set) var escapedBytes = 0
    /// Bytes in the longest line, without its end.
    private(set) var longestLine = 0
    /// Whether a line starts so that it must not be sent as it is: with `--=_`, the start of our boundaries, or with
    /// `From `, which delivery into mbox files changes (RFC 2049 §3).
    private(set) var hasTouchyLine = false

    /// Whether the body holds control characters, NUL and DEL included, other than tab, CR and LF.
    private(set) var hasControls = false

    /// Whether every line end is a CRLF, so that the bytes can be sent without change.
    var isCanonical: Bool { lineEnds == pairedLineEnds }

    /// Bytes after every line end has become a CRLF.
    var canonicalCount: Int { byteCount - pairedLineEnds + lineEnds }

    /// Reads a body once.
    init(_ body: Span<UInt8>) {
        byteCount = body.count
        // Unsafe for 16-byte loads that stay below `body.count`.
        unsafe body.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            unsafe scan(base, source.count)
        }
    }

    private mutating func scan(_ source: UnsafePointer<UInt8>, _ count: Int) {
        var walk = unsafe LineWalk(source: source, count: count)
        var special = 0
        var equalSigns = 0
        var index = 0
        while index + 16 <= count {
            // The byte-wide counters of a block hold up to 255 rounds.
            let blockEnd = min(count, index + 16 * 255)
            var specials = Lanes()
            var highs = Lanes()
            var tabs = Lanes()
            var equals = Lanes()
            while index + 16 <= blockEnd {
                let bytes = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: Lanes.self)
                specials &-= Self.ones(ByteClass.unsafeMask(bytes))
                highs &+= bytes &>> Lanes(repeating: 7)
                tabs &-= Self.ones(bytes .== Lanes(repeating: 9))
                equals &-= Self.ones(bytes .== Lanes(repeating: 0x3D))
                var ends = LaneBits(ByteClass.lineEndMask(bytes))
                while let lane = ends.popFirst() { walk.lineEnd(at: index + lane) }
                index += 16
            }
            special += Self.sum(specials) - Self.sum(tabs)
            highBytes += Self.sum(highs)
            equalSigns += Self.sum(equals)
        }
        while index < count {
            let byte = unsafe source[index]
            if ByteClass.isUnsafe(byte) && byte != 9 { special += 1 }
            if byte >= 0x80 { highBytes += 1 }
            if byte == 0x3D { equalSigns += 1 }
            if byte == 10 || byte == 13 { walk.lineEnd(at: index) }
            index += 1
        }
        walk.finish()
        lineEnds = walk.lineEnds
        pairedLineEnds = walk.pairedLineEnds
        longestLine = walk.longest
        hasTouchyLine = walk.isTouchy
        escapedBytes = special - lineEnds - pairedLineEnds
        hasControls = escapedBytes > highBytes + equalSigns
    }

    @inline(__always)
    private static func ones(_ mask: SIMDMask<SIMD16<Int8>>) -> Lanes {
        // A true lane is all ones, which subtracted counts up by one. Both types are 16 plain bytes.
        unsafe unsafeBitCast(mask, to: Lanes.self)
    }

    @inline(__always)
    private static func sum(_ counters: Lanes) -> Int {
        // Both types are 16 plain bytes; neighbours are added into 16 bits each, and a product adds those up.
        let words = unsafe unsafeBitCast(counters, to: SIMD2<UInt64>.self)
        let low = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
        let pairs = (words & low) &+ ((words &>> SIMD2(repeating: 8)) & low)
        return Int(((pairs[0] &+ pairs[1]) &* 0x0001_0001_0001_0001) >> 48)
    }
}

/// The walk from line to line within a scan.
///
/// Safe to use: reads stay below `count`.
@safe
private struct LineWalk {
    let source: UnsafePointer<UInt8>
    let count: Int
    var lineStart = 0
    var lineEnds = 0
    var pairedLineEnds = 0
    var longest = 0
    var isTouchy = false

    init(source: UnsafePointer<UInt8>, count: Int) {
        unsafe self.source = unsafe source
        self.count = count
    }

    /// Takes the position of a CR or LF; the LF of a CRLF was taken with its CR.
    @inline(__always)
    mutating func lineEnd(at index: Int) {
        guard index >= lineStart else { return }
        closeLine(at: index)
        lineEnds += 1
        lineStart = index + 1
        if unsafe source[index] == 13 && lineStart < count && source[lineStart] == 10 {
            pairedLineEnds += 1
            lineStart += 1
        }
    }

    /// Takes the end of the body.
    mutating func finish() {
        closeLine(at: count)
    }

    @inline(__always)
    private mutating func closeLine(at index: Int) {
        let length = index - lineStart
        longest = max(longest, length)
        guard length >= 4 else { return }
        let first = unsafe UnsafeRawPointer(source + lineStart).loadUnaligned(as: UInt32.self).littleEndian
        // "--=_" and "From", the first byte lowest.
        let isFrom = unsafe first == 0x6D6F_7246 && length >= 5 && source[lineStart + 4] == 0x20
        if first == 0x5F3D_2D2D || isFrom {
            isTouchy = true
        }
    }
}
