/// Finds the recipients of a sealed list by address, in 24 bytes each; several of one address come in order.
///
/// Addresses are kept as 128 bits of two keyed hashes, whose keys are new in every process: nobody can write a list whose
/// addresses collide, and by chance two in a billion addresses share one with a likelihood of one in 10²⁰.
struct AddressIndex {
    private struct Fingerprint: Hashable {
        let first: Int
        let second: Int

        init(_ address: String) {
            var hasher = Hasher()
            hasher.combine(address)
            first = hasher.finalize()
            hasher = Hasher()
            hasher.combine(0 as UInt8)
            hasher.combine(address)
            second = hasher.finalize()
        }
    }

    /// The next recipient of each address that nobody has taken, and the last one.
    private var entries: [Fingerprint: (next: UInt32, last: UInt32)] = [:]
    /// The recipient behind each one that has the same address.
    private var followers: [UInt32: UInt32] = [:]

    /// Adds a recipient; its address in canonical form.
    mutating func add(_ address: String, seq: UInt32) {
        let key = Fingerprint(address)
        if let entry = entries[key] {
            followers[entry.last] = seq
            entries[key] = (entry.next, seq)
        } else {
            entries[key] = (seq, seq)
        }
    }

    /// Takes the first recipient of an address that was not taken yet; nil when there is none.
    mutating func take(_ address: String) -> UInt32? {
        let key = Fingerprint(address)
        guard let entry = entries[key] else { return nil }
        if let next = followers[entry.next] { entries[key] = (next, entry.last) } else { entries[key] = nil }
        return entry.next
    }
}
