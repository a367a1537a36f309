/// SipHash-2-4 (Aumasson and Bernstein, 2012): a short keyed hash that input cannot be made to collide in.
enum SipHash {
    /// The 128-bit key.
    struct Key: Sendable {
        var first: UInt64
        var second: UInt64
    }

    /// The hash of some bytes.
    static func hash(_ bytes: Span<UInt8>, key: Key) -> UInt64 {
        var state = State(key)
        let whole = bytes.count & ~7
        var index = 0
        while index < whole {
            state.absorb(word(bytes, from: index, count: 8))
            index += 8
        }
        state.absorb(
            word(bytes, from: whole, count: bytes.count - whole) | UInt64(truncatingIfNeeded: bytes.count) << 56
        )
        return state.finish()
    }

    private static func word(_ bytes: Span<UInt8>, from start: Int, count: Int) -> UInt64 {
        var word: UInt64 = 0
        for place in 0..<count { word |= UInt64(bytes[start + place]) << UInt64(place * 8) }
        return word
    }

    private struct State {
        private var a: UInt64
        private var b: UInt64
        private var c: UInt64
        private var d: UInt64

        init(_ key: Key) {
            a = key.first ^ 0x736F_6D65_7073_6575
            b = key.second ^ 0x646F_7261_6E64_6F6D
            c = key.first ^ 0x6C79_6765_6E65_7261
            d = key.second ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            d ^= word
            round()
            round()
            a ^= word
        }

        mutating func finish() -> UInt64 {
            c ^= 0xFF
            for _ in 0..<4 { round() }
            return a ^ b ^ c ^ d
        }

        private mutating func round() {
            a = a &+ b
            c = c &+ d
            b = (b << 13 | b >> 51) ^ a
            d = (d << 16 | d >> 48) ^ c
            a = a << 32 | a >> 32
            c = c &+ b
            a = a &+ d
            b = (b << 17 | b >> 47) ^ c
            d = (d << 21 | d >> 43) ^ a
            c = c << 32 | c >> 32
        }
    }
}
