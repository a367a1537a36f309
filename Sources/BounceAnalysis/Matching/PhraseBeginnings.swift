/// Which three bytes phrases begin with: most words of a text are told apart by these, without a look at the automaton.
///
/// A bit for each three bytes, five bits of each of them counted, so that letter case makes no difference. It may say yes
/// too often, never no.
struct PhraseBeginnings: Sendable {
    private var bits = [UInt64](repeating: 0, count: 1 << 15 / 64)

    /// - Parameter phrases: folded phrases.
    init(_ phrases: [[UInt8]]) {
        for phrase in phrases {
            let known = phrase.prefix(3).map { Int(Self.digit($0)) }
            // What a short phrase leaves open may be anything.
            let rest = max(0, 3 - known.count)
            let first = known.reduce(0) { $0 << 5 | $1 } << (5 * rest)
            for place in first..<first + 1 << (5 * rest) { bits[place / 64] |= 1 << UInt64(place % 64) }
        }
    }

    /// Whether a phrase may begin with the ASCII letter or digit at `index`.
    @inline(__always)
    func mayBegin(_ text: Span<UInt8>, at index: Int, limit: Int) -> Bool {
        guard index + 2 < limit, text[index + 1] < 0x80, text[index + 2] < 0x80 else { return true }
        let place =
            Int(Self.digit(text[index])) << 10 | Int(Self.digit(text[index + 1])) << 5
            | Int(Self.digit(text[index + 2]))
        return bits[place / 64] >> UInt64(place % 64) & 1 == 1
    }

    /// Five bits that capitals and small letters, and all white space, have in common.
    @inline(__always)
    private static func digit(_ byte: UInt8) -> UInt8 { byte <= ASCII.space ? 0 : byte & 31 }
}
