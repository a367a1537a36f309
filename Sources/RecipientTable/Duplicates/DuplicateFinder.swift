/// Finds rows whose key was there before, in 12 bytes a slot: ten million addresses take about 200 MB.
///
/// Keys are kept as 64-bit SipHash values only. Two different keys share one with a chance of one in 370,000 over ten
/// million rows; the caller who must be sure compares the two rows. With a secret key nobody can write a list whose
/// addresses collide on purpose.
package struct DuplicateFinder: Sendable {
    private var hashes: [UInt64]
    private var rows: [UInt32]
    private let key: SipHash.Key
    /// How many keys there are.
    package private(set) var count = 0

    /// Rows are numbered in 32 bits.
    package static let maximumRow = Int(UInt32.max) - 1

    /// An empty finder.
    ///
    /// - Parameters:
    ///   - key: Two secret numbers; from the workspace's secret.
    ///   - expected: Keys that are expected, to make room at once; more are no mistake.
    package init(key: (UInt64, UInt64), expected: Int = 0) {
        self.key = SipHash.Key(first: key.0, second: key.1)
        let slots = Self.slots(for: max(0, min(expected, Self.maximumRow)))
        hashes = [UInt64](repeating: 0, count: slots)
        rows = [UInt32](repeating: 0, count: slots)
    }

    /// Adds a key.
    ///
    /// - Parameters:
    ///   - key: What counts as the same, such as ``MailAddress/canonicalForm``.
    ///   - row: The row's number, from 0 to ``maximumRow``.
    /// - Returns: The row that had the key first, or nil when it is new.
    package mutating func insert(_ key: String, row: Int) -> Int? {
        insert(hash: SipHash.hash(key.utf8.span, key: self.key), row: row)
    }

    private mutating func insert(hash: UInt64, row: Int) -> Int? {
        precondition(row >= 0 && row <= Self.maximumRow, "rows are numbered in 32 bits")
        if count * 8 >= hashes.count * 7 { grow() }
        let slot = Self.slot(of: hash, in: hashes, rows)
        guard rows[slot] == 0 else { return Int(rows[slot]) - 1 }
        hashes[slot] = hash
        // Zero marks a free slot.
        rows[slot] = UInt32(row) + 1
        count += 1
        return nil
    }

    private mutating func grow() {
        let size = hashes.count * 2
        var grownHashes = [UInt64](repeating: 0, count: size)
        var grownRows = [UInt32](repeating: 0, count: size)
        for place in hashes.indices where rows[place] != 0 {
            let slot = Self.slot(of: hashes[place], in: grownHashes, grownRows)
            grownHashes[slot] = hashes[place]
            grownRows[slot] = rows[place]
        }
        hashes = grownHashes
        rows = grownRows
    }

    /// The slot that holds the hash, or the free one where it belongs; linear probing.
    private static func slot(of hash: UInt64, in hashes: [UInt64], _ rows: [UInt32]) -> Int {
        let mask = hashes.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while rows[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
        return slot
    }

    private static func slots(for expected: Int) -> Int {
        var slots = 1_024
        while slots * 7 / 8 <= expected { slots *= 2 }
        return slots
    }
}
