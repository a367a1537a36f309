package import Ledger
internal import MailModel

/// Everything that is known of a run's recipients, one after the other, with the fields of their rows.
package struct RunExport: Sendable {
    /// Where the rows of the run's list are; the ledger has none.
    package protocol Rows: Sendable {
        /// The columns, in order, and whether what they hold is JSON.
        var columns: [(name: String, holdsJSON: Bool)] { get }
        /// The column of addresses.
        var addressColumn: Int { get }
        /// The rows in a range of numbers: line of the list, and the fields; a row may have fewer than there are columns.
        func rows(_ range: Range<Int>) throws -> [(line: Int, fields: [String])]
    }

    /// One recipient, or a row that was rejected.
    package struct Entry: Sendable {
        /// The recipient in one line; see there.
        package var line: RecipientLine
        /// What the ledger knows of it; nil for a row that was rejected.
        package var facts: RecipientFacts?
        /// What was collected about it, the earliest first.
        package var verdicts: [ListedVerdict]
        /// The fields of its row; empty for a row that was rejected.
        package var fields: [String]
    }

    /// The run.
    package let run: RunRecord
    private let ledger: RunLedger
    /// Recipients that are read at once.
    private static let page = 1_024

    /// - Parameters:
    ///   - run: the run.
    ///   - ledger: where it is.
    package init(_ run: RunRecord, ledger: RunLedger) {
        self.run = run
        self.ledger = ledger
    }

    /// Hands out every row of the list, in constant memory: recipients in order, then the rows that were rejected.
    ///
    /// - Throws: what reading the ledger or the rows throws, or what `body` throws.
    package func forEach(_ rows: some Rows, _ body: (Entry) throws -> Void) throws {
        var start = 0
        while start < Int(run.recipients) {
            let range = start..<min(start + Self.page, Int(run.recipients))
            for entry in try page(range, rows) { try body(entry) }
            start = range.upperBound
        }
        for row in try ledger.rejectedRows(in: run.number) {
            try body(Entry(line: RecipientLine(row), facts: nil, verdicts: [], fields: []))
        }
    }

    private func page(_ range: Range<Int>, _ rows: some Rows) throws -> [Entry] {
        let lines = try rows.rows(range)
        let first = UInt32(range.lowerBound)
        let known = Dictionary(
            try ledger.recipients(in: run.number, from: first, limit: range.count).map { ($0.seq, $0) }
        ) { first, _ in first }
        let verdicts = Dictionary(
            grouping: try ledger.verdicts(in: run.number, through: first..<UInt32(range.upperBound))
        ) { $0.verdict.seq ?? 0 }
        return try zip(range, lines).compactMap { number, row in
            let seq = UInt32(number)
            guard let facts = try known[seq] ?? ledger.recipient(seq, in: run.number) else { return nil }
            let listed = verdicts[seq] ?? []
            let address = rows.addressColumn < row.fields.count ? row.fields[rows.addressColumn] : ""
            return Entry(
                line: RecipientLine(facts, line: row.line, address: address, verdicts: listed),
                facts: facts,
                verdicts: listed,
                fields: row.fields
            )
        }
    }
}
