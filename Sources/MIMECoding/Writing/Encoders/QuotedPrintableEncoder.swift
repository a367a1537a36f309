/// Writes text as quoted-printable (RFC 2045 §6.7): lines of at most 76 characters, line ends as CRLF.
///
/// Space and tab at the end of a line are encoded, and so is the `F` of a line that starts with `From ` (RFC 2049 §3).
/// Encoding starts anew at every line end, so that whole lines can be encoded ahead of time (`PreEncodedBody`).
enum QuotedPrintableEncoder {
    /// Longest line that is written, without its CRLF.
    static let lineLimit = 76

    /// Appends a body whose scan is at hand.
    static func write(_ body: Span<UInt8>, scan: BodyScan, into buffer: inout MessageBuffer) {
        write(body, bound: bound(scan), into: &buffer)
    }

    /// Appends a short text, which is not worth a scan.
    static func write(short text: Span<UInt8>, into buffer: inout MessageBuffer) {
        // 25 escaped bytes make a line of 78 with its end: 3.12 for one, and nothing else takes more.
        write(text, bound: text.count * 4 + 256, into: &buffer)
    }

    private static func write(_ body: Span<UInt8>, bound: Int, into buffer: inout MessageBuffer) {
        // Unsafe for wide loads below `body.count` and stores within the bound, which is checked at every output line.
        unsafe body.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            let count = source.count
            unsafe buffer.emit(atMost: bound) { target in
                var line = unsafe Lines(source: base, count: count, target: target, bound: bound)
                return line.encode()
            }
        }
    }

    /// The most bytes that encoding can touch: every byte, two more for each escape (at each line end a trailing space
    /// and a `From `, too), three for each soft break, and room for the last wide stores.
    private static func bound(_ scan: BodyScan) -> Int {
        let characters = scan.canonicalCount + 2 * scan.escapedBytes + 4 * (scan.lineEnds + 1)
        // A soft break comes after 73 characters at the earliest; each starts a line, which may begin with `From `.
        return characters + (characters / 70 + 1) * 5 + 128
    }
}

/// One run of the encoder: where it reads, where it writes, and the column of the output line.
///
/// Safe to use: reads stay below `count`, writes within `bound`, which every line checks.
@safe
private struct Lines {
    let source: UnsafePointer<UInt8>
    let count: Int
    let target: UnsafeMutablePointer<UInt8>
    let bound: Int
    var index = 0
    var out = 0
    var column = 0

    init(source: UnsafePointer<UInt8>, count: Int, target: UnsafeMutablePointer<UInt8>, bound: Int) {
        unsafe self.source = unsafe source
        self.count = count
        unsafe self.target = unsafe target
        self.bound = bound
    }

    mutating func encode() -> Int {
        startLine()
        while index < count {
            let room = QuotedPrintableEncoder.lineLimit - column
            let run = copySafeRun(atMost: room + 1)
            let next = index &+ run
            // Beyond ASCII is the usual reason for a stop, and needs no look at line ends.
            if unsafe run < room && next < count && source[next] >= 0x80 {
                advance(by: run)
                escape()
                continue
            }
            let atEnd = next == count || isLineEnd(next)
            if run > room || (run == room && !atEnd) {
                // The last column may only be used by a line's last character: it is left for the `=` here.
                advance(by: room - 1)
                softBreak()
            } else if atEnd {
                finishLine(run: run)
            } else {
                advance(by: run)
                escape()
            }
        }
        return out
    }

    /// Copies safe bytes ahead of `index` to the output without counting them, and returns how many there are.
    @inline(__always)
    private mutating func copySafeRun(atMost limit: Int) -> Int {
        var run = 0
        while run < limit {
            let place = index &+ run
            if place &+ 16 <= count {
                let bytes = unsafe UnsafeRawPointer(source + place).loadUnaligned(as: Lanes.self)
                unsafe UnsafeMutableRawPointer(target + (out &+ run)).storeBytes(of: bytes, as: Lanes.self)
                let stops = LaneBits(ByteClass.unsafeMask(bytes) .& (bytes .!= Lanes(repeating: 9)))
                guard stops.isEmpty else { return min(run &+ stops.first, limit) }
                run &+= 16
                continue
            }
            guard place < count else { return run }
            let byte = unsafe source[place]
            if ByteClass.isUnsafe(byte) && byte != 9 { return run }
            unsafe target[out &+ run] = byte
            run &+= 1
        }
        return limit
    }

    /// Counts bytes that `copySafeRun` has copied.
    @inline(__always)
    private mutating func advance(by run: Int) {
        index &+= run
        out &+= run
        column &+= run
    }

    /// Ends a line of the text, or the text: white space before it must not be the last thing on the line.
    @inline(__always)
    private mutating func finishLine(run: Int) {
        if run > 0 && isWhite(index + run - 1) {
            advance(by: run - 1)
            escape()
        } else {
            advance(by: run)
        }
        guard index < count else { return }
        let isPair = unsafe source[index] == 13 && index + 1 < count && source[index + 1] == 10
        index += isPair ? 2 : 1
        put(13)
        put(10)
        startLine()
    }

    /// Writes the byte at `index` as `=XX`, on a new line if it does not fit.
    @inline(__always)
    private mutating func escape() {
        let end = column &+ 3
        if end >= QuotedPrintableEncoder.lineLimit {
            let isLast = index + 1 == count || isLineEnd(index + 1)
            if end > QuotedPrintableEncoder.lineLimit || !isLast { softBreak() }
        }
        // The bytes of one character beyond ASCII come together; the last columns are left to the check above.
        repeat {
            putEscaped(unsafe source[index])
            index &+= 1
            column &+= 3
        } while unsafe index < count && source[index] >= 0x80 && column + 3 < QuotedPrintableEncoder.lineLimit
    }

    @inline(__always)
    private mutating func softBreak() {
        put(0x3D)
        put(13)
        put(10)
        startLine()
    }

    @inline(__always)
    private mutating func startLine() {
        // A line, a soft break and the widest store behind it.
        precondition(out + 112 <= bound, "the scan does not belong to this body")
        column = 0
        guard index + 5 <= count else { return }
        let first = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: UInt32.self).littleEndian
        // "From", the first byte lowest.
        if unsafe first == 0x6D6F_7246 && source[index + 4] == 0x20 {
            putEscaped(0x46)
            index += 1
            column = 3
        }
    }

    @inline(__always)
    private func isLineEnd(_ place: Int) -> Bool {
        let byte = unsafe source[place]
        return byte == 10 || byte == 13
    }

    @inline(__always)
    private func isWhite(_ place: Int) -> Bool {
        let byte = unsafe source[place]
        return byte == 0x20 || byte == 9
    }

    @inline(__always)
    private mutating func putEscaped(_ byte: UInt8) {
        // Four bytes are stored, of which the next store overwrites the last.
        let text = HexDigit.pair(byte) << 8 | 0x3D
        unsafe UnsafeMutableRawPointer(target + out).storeBytes(of: text.littleEndian, as: UInt32.self)
        out &+= 3
    }

    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        unsafe target[out] = byte
        out &+= 1
    }
}
