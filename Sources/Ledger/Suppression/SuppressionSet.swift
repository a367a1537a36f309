/// A name of the suppression list: what kind of name, and its value in canonical form.
package struct SuppressionKey: Sendable, Hashable {
    /// What ``value`` names.
    package var kind: Suppression.Kind
    /// The address, domain or hash.
    package var value: String

    package init(kind: Suppression.Kind, value: String) {
        self.kind = kind
        self.value = value
    }
}

/// The suppression list as a filter in memory, for checks at claim time.
///
/// Eight bytes an address: it says for certain who is not on the list, and of all others that the ledger is to be asked.
/// So an entry that was removed or has expired needs no change here, and one that was added is put in by itself.
package struct SuppressionSet: Sendable {
    /// The number of the last change of the list that the set has.
    package var version: Int
    private var addresses = FingerprintSet()
    private var keyedHashes = FingerprintSet()
    private var plainHashes = FingerprintSet()
    private var domains: Set<String> = []
    private var domainTrees: Set<String> = []

    package init(version: Int = 0) { self.version = version }

    /// Whether nobody is on the list.
    package var isEmpty: Bool {
        addresses.isEmpty && domains.isEmpty && domainTrees.isEmpty && !hasKeyedHashes && !hasPlainHashes
    }

    /// Whether hashes made with the workspace's secret are to be looked up.
    package var hasKeyedHashes: Bool { !keyedHashes.isEmpty }
    /// Whether SHA-256 hashes are to be looked up.
    package var hasPlainHashes: Bool { !plainHashes.isEmpty }

    /// Puts a name in.
    package mutating func insert(_ key: SuppressionKey) {
        switch key.kind {
        case .address: addresses.insert(Self.fingerprint(of: key.value))
        case .domain: domains.insert(key.value)
        case .keyedHash: keyedHashes.insert(Self.fingerprint(ofHexadecimal: key.value))
        case .domainTree: domainTrees.insert(key.value)
        case .plainHash: plainHashes.insert(Self.fingerprint(ofHexadecimal: key.value))
        }
    }

    /// Whether an address may be on the list by its own name, or by its domain's.
    ///
    /// - Parameters:
    ///   - address: the canonical form.
    ///   - domain: its domain in lower-case A-labels.
    /// - Returns: false when it is certainly not.
    package func mayHold(address: String, domain: String) -> Bool {
        if !addresses.isEmpty, addresses.contains(Self.fingerprint(of: address)) { return true }
        if !domains.isEmpty, domains.contains(domain) { return true }
        guard !domainTrees.isEmpty else { return false }
        return Self.domainsAbove(domain).contains { domainTrees.contains($0) }
    }

    /// Whether an address may be on the list by a hash made with the workspace's secret.
    ///
    /// - Parameter hash: the first eight bytes of the hash, the first one highest.
    /// - Returns: false when it is certainly not.
    package func mayHold(keyedHash hash: UInt64) -> Bool { keyedHashes.contains(hash) }

    /// Whether an address may be on the list by its SHA-256 hash; as ``mayHold(keyedHash:)``.
    package func mayHold(plainHash hash: UInt64) -> Bool { plainHashes.contains(hash) }

    /// A domain and those above it: `a.b.example`, `b.example`, `example`.
    package static func domainsAbove(_ domain: String) -> [String] {
        var domains = [domain]
        var rest = domain[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            if !rest.isEmpty { domains.append(String(rest)) }
        }
        return domains
    }

    private static func fingerprint(of text: String) -> UInt64 { UInt64(bitPattern: Int64(text.hashValue)) }

    private static func fingerprint(ofHexadecimal text: String) -> UInt64 {
        UInt64(String(decoding: text.utf8.prefix(16), as: UTF8.self), radix: 16) ?? 0
    }
}

/// A set of 64-bit numbers in one array: 8 to 32 bytes each, no allocation to look one up.
struct FingerprintSet: Sendable {
    private var slots: [UInt64] = []
    private var count = 0

    /// Whether there is none.
    var isEmpty: Bool { count == 0 }

    /// Puts a number in.
    mutating func insert(_ number: UInt64) {
        if (count + 1) * 2 > slots.count { grow() }
        let number = Self.nonzero(number)
        let place = place(of: number)
        if slots[place] == 0 {
            slots[place] = number
            count += 1
        }
    }

    /// Whether a number is in it.
    func contains(_ number: UInt64) -> Bool {
        guard count > 0 else { return false }
        return slots[place(of: Self.nonzero(number))] != 0
    }

    /// 0 marks a free slot; a filter may take 0 for 1.
    private static func nonzero(_ number: UInt64) -> UInt64 { number == 0 ? 1 : number }

    /// Where a number is, or would be.
    private func place(of number: UInt64) -> Int {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: number &* 0x9E37_79B9_7F4A_7C15 >> 20) & mask
        while slots[place] != 0, slots[place] != number { place = (place + 1) & mask }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: max(16, old.count * 2))
        for number in old where number != 0 { slots[place(of: number)] = number }
    }
}
