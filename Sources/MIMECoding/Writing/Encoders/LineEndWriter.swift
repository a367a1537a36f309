/// Copies text and writes every line end as CRLF (RFC 5321 §2.3.8).
///
/// A bare CR or LF never leaves: no server can read another end of the message into a body ("SMTP smuggling").
enum LineEndWriter {
    /// Appends a body whose scan is at hand.
    static func write(_ body: Span<UInt8>, scan: BodyScan, into buffer: inout MessageBuffer) {
        guard !scan.isCanonical else { return buffer.append(body) }
        let bound = scan.canonicalCount + 32
        // Unsafe for 16-byte loads below `body.count` and stores that stay 16 bytes within the bound.
        unsafe body.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress else { return }
            let count = source.count
            unsafe buffer.emit(atMost: bound) { unsafe copy(base, count, to: $0, bound: bound) }
        }
    }

    private static func copy(
        _ source: UnsafePointer<UInt8>,
        _ count: Int,
        to target: UnsafeMutablePointer<UInt8>,
        bound: Int
    ) -> Int {
        var index = 0
        var out = 0
        while index < count {
            precondition(out + 18 <= bound, "the scan does not belong to this body")
            if index + 16 <= count {
                let bytes = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: Lanes.self)
                unsafe UnsafeMutableRawPointer(target + out).storeBytes(of: bytes, as: Lanes.self)
                let ends = LaneBits(ByteClass.lineEndMask(bytes))
                guard !ends.isEmpty else {
                    index &+= 16
                    out &+= 16
                    continue
                }
                index &+= ends.first
                out &+= ends.first
            }
            let byte = unsafe source[index]
            index += 1
            if byte == 13 || byte == 10 {
                if unsafe byte == 13 && index < count && source[index] == 10 { index += 1 }
                unsafe target[out] = 13
                unsafe target[out + 1] = 10
                out += 2
            } else {
                unsafe target[out] = byte
                out += 1
            }
        }
        return out
    }
}
