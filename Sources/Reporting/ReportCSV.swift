internal import Ledger
package import MailModel
internal import RecipientTable

/// A report as CSV: one row for each row of the list, for a spreadsheet or the application's database.
package struct ReportCSV: Sendable {
    private let report: RunReport
    private let time: @Sendable (Timestamp) -> String

    /// The columns, in order.
    package static let columns = [
        "address", "class", "status", "reply", "reason", "words", "server", "attempts", "when", "line", "run",
    ]

    /// A CSV form.
    ///
    /// - Parameters:
    ///   - report: what it is about.
    ///   - time: how points in time are written.
    package init(_ report: RunReport, time: @escaping @Sendable (Timestamp) -> String) {
        self.report = report
        self.time = time
    }

    /// Writes the header and all rows, in pieces.
    ///
    /// - Parameters:
    ///   - addresses: where the addresses are.
    ///   - body: takes the next bytes; what it throws ends the writing.
    /// - Throws: what reading the ledger or the addresses throws, or what `body` throws.
    package func write(_ addresses: some RunReport.Addresses, _ body: ([UInt8]) throws -> Void) throws {
        let writer = CSVWriter()
        var buffer: [UInt8] = []
        writer.append(Self.columns, to: &buffer)
        try report.forEachRecipient(addresses) { line in
            writer.append(fields(line), to: &buffer)
            if buffer.count > 1 << 16 {
                try body(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try body(buffer)
    }

    private func fields(_ line: RecipientLine) -> [String] {
        [
            line.address, line.recipientClass.rawValue, line.status ?? "", line.reply.map(String.init) ?? "",
            line.reason ?? "", line.words ?? "", line.server ?? "", String(line.attempts),
            line.at.map(time) ?? "", line.line.map(String.init) ?? "", report.run.name,
        ]
    }
}
