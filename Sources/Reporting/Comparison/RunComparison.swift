internal import Ledger
internal import MailModel

/// How two runs differ, recipient by recipient: by the address in canonical form.
///
/// Memory: some 40 bytes for each recipient of the earlier run. A list that has an address several times counts its last.
package struct RunComparison: Sendable {
    /// One recipient in both runs; a class is nil in the run that does not have it.
    package struct Difference: Sendable, Hashable {
        /// The address, as the list has it.
        package var address: String
        /// What became of it in the earlier run.
        package var earlier: RecipientClass?
        /// What became of it in the later run.
        package var later: RecipientClass?
        /// The later run's reason, words or status, where it has one.
        package var words: String?
    }

    /// How many recipients went from one class to another.
    package struct Move: Sendable, Hashable {
        package var earlier: RecipientClass?
        package var later: RecipientClass?
        package var count: Int
    }

    /// The run that is compared with.
    package let earlier: RunReport
    /// The run that is compared.
    package let later: RunReport

    package init(_ later: RunReport, with earlier: RunReport) {
        self.later = later
        self.earlier = earlier
    }

    /// Hands out every recipient of either run: those of the later run in order, then those that only the earlier has.
    ///
    /// - Parameters:
    ///   - laterAddresses: where the addresses of the later run are.
    ///   - earlierAddresses: where those of the earlier run are.
    ///   - body: called for each; what it throws ends the reading.
    /// - Throws: what reading the ledger or the addresses throws, or what `body` throws.
    package func forEach(
        _ laterAddresses: some RunReport.Addresses,
        _ earlierAddresses: some RunReport.Addresses,
        _ body: (Difference) throws -> Void
    ) throws {
        var known: [Int: RecipientClass] = [:]
        try earlier.forEachRecipient(earlierAddresses) { line in
            guard let key = Self.key(line) else { return }
            known[key] = line.recipientClass
        }
        var seen: Set<Int> = []
        try later.forEachRecipient(laterAddresses) { line in
            guard let key = Self.key(line) else { return }
            let before = known[key]
            if before != nil { seen.insert(key) }
            let words = line.recipientClass.isShown ? line.reason ?? line.words : nil
            try body(
                Difference(address: line.address, earlier: before, later: line.recipientClass, words: words)
            )
        }
        guard seen.count < known.count else { return }
        try earlier.forEachRecipient(earlierAddresses) { line in
            guard let key = Self.key(line), seen.insert(key).inserted else { return }
            try body(Difference(address: line.address, earlier: line.recipientClass, later: nil, words: nil))
        }
    }

    /// A number for a mailbox: 64 bits tell millions apart.
    private static func key(_ line: RecipientLine) -> Int? {
        guard !line.address.isEmpty else { return nil }
        let address = try? MailAddress(parsing: Array(line.address.utf8).span)
        return (address?.canonicalForm ?? line.address.lowercased()).hashValue
    }
}

/// What a comparison comes to: the moves between classes, and examples of each.
package struct ComparisonSummary: Sendable {
    /// Examples of each move that are kept.
    package static let examples = 10

    private struct Entry {
        var count = 0
        var examples: [RunComparison.Difference] = []
    }

    private var entries: [[RecipientClass?]: Entry] = [:]

    package init() {}

    /// Counts a recipient.
    package mutating func add(_ difference: RunComparison.Difference) {
        var entry = entries[[difference.earlier, difference.later]] ?? Entry()
        entry.count += 1
        if entry.examples.count < Self.examples, difference.earlier != difference.later {
            entry.examples.append(difference)
        }
        entries[[difference.earlier, difference.later]] = entry
    }

    /// The moves, in the order of the classes; those between a class and itself included.
    package var moves: [(move: RunComparison.Move, examples: [RunComparison.Difference])] {
        let classes: [RecipientClass?] = RecipientClass.allCases + [nil]
        return classes.flatMap { earlier in
            classes.compactMap { later in
                entries[[earlier, later]].map {
                    (RunComparison.Move(earlier: earlier, later: later, count: $0.count), $0.examples)
                }
            }
        }
    }
}
