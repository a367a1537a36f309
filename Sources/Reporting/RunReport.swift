package import Ledger
internal import MailModel

/// What became of a run: the classes with their sum, and what cannot be matched to anybody.
package struct RunReport: Sendable {
    /// Where the addresses of recipients are; the ledger has none.
    package protocol Addresses: Sendable {
        /// Line and address of the recipients in a range of numbers.
        func lines(_ range: Range<Int>) throws -> [(line: Int, address: String)]
    }

    /// The run.
    package let run: RunRecord
    /// How many recipients are in each class.
    package let counts: ClassCounts
    /// What is left to do.
    package let remaining: Remaining
    /// What was heard of the recipients since.
    package let heard: HeardMail
    /// Collected mail that matches nobody, the latest first.
    package let unmatched: [ListedVerdict]

    private let ledger: RunLedger

    /// Recipients that are read at once.
    private static let page = 2_048
    /// Unmatched messages that are listed.
    private static let unmatchedLimit = 100

    /// Gathers a report.
    ///
    /// - Throws: `LedgerFailure`.
    package init(_ run: RunRecord, ledger: RunLedger) throws(LedgerFailure) {
        self.run = run
        self.ledger = ledger
        counts = try ledger.classCounts(of: run.number)
        remaining = try ledger.remaining(in: run.number)
        heard = try ledger.heardMail(about: run)
        unmatched = try ledger.unmatchedVerdicts(limit: Self.unmatchedLimit)
    }

    /// Hands out every row of the list, in constant memory: recipients in order, then the rows that were rejected.
    ///
    /// - Parameters:
    ///   - addresses: where the addresses are.
    ///   - body: called for each; what it throws ends the reading.
    /// - Throws: what reading the ledger or the addresses throws, or what `body` throws.
    package func forEachRecipient(
        _ addresses: some Addresses,
        _ body: (RecipientLine) throws -> Void
    ) throws {
        var start = 0
        while start < Int(run.recipients) {
            let range = start..<min(start + Self.page, Int(run.recipients))
            for line in try page(range, addresses) { try body(line) }
            start = range.upperBound
        }
        for row in try ledger.rejectedRows(in: run.number) { try body(RecipientLine(row)) }
    }

    private func page(_ range: Range<Int>, _ addresses: some Addresses) throws -> [RecipientLine] {
        let lines = try addresses.lines(range)
        let first = UInt32(range.lowerBound)
        let facts = try ledger.recipients(in: run.number, from: first, limit: range.count)
        let known = Dictionary(facts.map { ($0.seq, $0) }) { first, _ in first }
        var verdicts: [UInt32: [ListedVerdict]] = [:]
        for listed in try ledger.verdicts(in: run.number, from: first, limit: range.count * 8) {
            guard let seq = listed.verdict.seq, range.contains(Int(seq)) else { continue }
            verdicts[seq, default: []].append(listed)
        }
        return try zip(range, lines).compactMap { number, line in
            let seq = UInt32(number)
            guard let facts = try known[seq] ?? ledger.recipient(seq, in: run.number) else { return nil }
            return RecipientLine(facts, line: line.line, address: line.address, verdicts: verdicts[seq] ?? [])
        }
    }
}
