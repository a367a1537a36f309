internal import Ledger
package import MailModel
internal import RecipientTable

/// A report as CSV: one row for each row of the list, for a spreadsheet or the application's database.
package struct ReportCSV: Sendable {
    /// A column of the file, by the name in its first row.
    package enum Column: String, Sendable, CaseIterable {
        case address
        case `class`
        case status
        case reply
        case reason
        case words
        case server
        case attempts
        case when
        case line
        case run
    }

    private let report: RunReport
    private let columns: [Column]
    private let time: @Sendable (Timestamp) -> String

    /// A CSV form.
    ///
    /// - Parameters:
    ///   - report: what it is about.
    ///   - columns: which columns, in this order; all by default.
    ///   - time: how points in time are written.
    package init(
        _ report: RunReport,
        columns: [Column] = Column.allCases,
        time: @escaping @Sendable (Timestamp) -> String
    ) {
        self.report = report
        self.columns = columns
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
        writer.append(columns.map(\.rawValue), to: &buffer)
        try report.forEachRecipient(addresses) { line in
            writer.append(columns.map { field($0, of: line) }, to: &buffer)
            if buffer.count > 1 << 16 {
                try body(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try body(buffer)
    }

    private func field(_ column: Column, of line: RecipientLine) -> String {
        switch column {
        case .address: line.address
        case .class: line.recipientClass.rawValue
        case .status: line.status ?? ""
        case .reply: line.reply.map(String.init) ?? ""
        case .reason: line.reason ?? ""
        case .words: line.words ?? ""
        case .server: line.server ?? ""
        case .attempts: String(line.attempts)
        case .when: line.at.map(time) ?? ""
        case .line: line.line.map(String.init) ?? ""
        case .run: report.run.name
        }
    }
}
