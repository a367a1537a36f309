/// A flight recorder's file as tests see it from outside.
enum RecorderBytes {
    /// The places of the file that say something.
    enum Place: String, CaseIterable, Sendable {
        /// Whose recorder it is.
        case header
        /// Up to where outcomes are published.
        case head
        /// Up to where they are in the ledger.
        case tail
        /// An attempt that was handed over.
        case mark
        /// A published outcome.
        case outcome
    }

    private static let ring = 12_288

    /// Where the words of a place are, at the instant at which the bytes were read; with 65 slots.
    ///
    /// Outcomes are those between tail and head; empty when all of them were in the ledger.
    static func words(of place: Place, in bytes: [UInt8]) -> [Int] {
        let range =
            switch place {
            case .header: 0..<104
            case .head: 4_096..<4_104
            case .tail: 4_160..<4_168
            case .mark: 8_192..<8_192 + 65 * 8
            case .outcome: ring + position(bytes, 4_160)..<ring + position(bytes, 4_096)
            }
        return stride(from: range.lowerBound, to: range.upperBound, by: 8).filter { start in
            bytes[start..<start + 8].contains { $0 != 0 }
        }
    }

    /// The position that a control word holds, above its check.
    private static func position(_ bytes: [UInt8], _ offset: Int) -> Int {
        (2..<8).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * ($1 - 2)) }
    }
}
