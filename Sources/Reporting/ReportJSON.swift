internal import Ledger
package import MailModel
internal import RecipientTable

/// A report as one JSON object.
package struct ReportJSON: Sendable {
    private let report: RunReport
    private let time: @Sendable (Timestamp) -> String

    /// Recipients listed in `recipients` at most; the CSV has all.
    package static let recipientLimit = 10_000

    /// A JSON form.
    ///
    /// - Parameters:
    ///   - report: what it is about.
    ///   - time: how points in time are written.
    package init(_ report: RunReport, time: @escaping @Sendable (Timestamp) -> String) {
        self.report = report
        self.time = time
    }

    /// The object, on one line.
    ///
    /// - Throws: what reading the ledger or the addresses throws.
    package func make(_ addresses: some RunReport.Addresses) throws -> [UInt8] {
        let run = report.run
        var recipients: [RowValue] = []
        var shown = 0
        var matrix = BounceMatrix()
        let counts = report.counts
        if RecipientClass.allCases.contains(where: { $0.isShown && $0.count(in: counts) > 0 }) {
            try report.forEachRecipient(addresses) { line in
                guard line.recipientClass.isShown else { return }
                shown += 1
                matrix.add(line)
                if recipients.count < Self.recipientLimit { recipients.append(entry(line)) }
            }
        }
        let classes = RecipientClass.allCases.map { recipientClass in
            RowValue.Member(name: recipientClass.rawValue, value: .number(String(recipientClass.count(in: counts))))
        }
        let value = Self.object([
            ("run", .string(run.name)), ("job", .string(run.job)), ("occurrence", .string(run.occurrence)),
            ("state", .string("\(run.state)")), ("created", .string(time(run.created))),
            ("finished", run.finished.map { .string(time($0)) }), ("total", .number(String(counts.total))),
            ("classes", .object(classes)),
            ("next_attempt", report.remaining.nextDue.map { .string(time($0)) }),
            ("heard", .object(report.heard.kinds.map(heard))),
            ("after_finish", .number(String(report.heard.late))),
            ("matrix", .list(matrix.cells.map(cell))),
            ("recipients", .list(recipients)), ("recipients_total", .number(String(shown))),
            ("unmatched", .list(report.unmatched.map(unmatched))),
        ])
        var output: [UInt8] = []
        if case .object(let members) = value {
            JSONText.append(.object(members + run.decisionMembers(time)), to: &output)
        }
        return output + [0x0A]
    }

    private func entry(_ line: RecipientLine) -> RowValue {
        Self.object([
            ("address", .string(line.address)), ("class", .string(line.recipientClass.rawValue)),
            ("line", line.line.map { .number(String($0)) }), ("attempts", .number(String(line.attempts))),
            ("status", line.status.map { .string($0) }), ("reply", line.reply.map { .number(String($0)) }),
            ("reason", line.reason.map { .string($0) }), ("words", line.words.map { .string($0) }),
            ("server", line.server.map { .string($0) }), ("at", line.at.map { .string(time($0)) }),
        ])
    }

    private func heard(_ kind: HeardMail.Kind) -> RowValue.Member {
        RowValue.Member(name: kind.name, value: .number(String(kind.recipients)))
    }

    private func cell(_ cell: BounceMatrix.Cell) -> RowValue {
        Self.object([
            ("domain", .string(cell.domain)), ("class", .string(cell.recipientClass.rawValue)),
            ("reason", .string(cell.reason)), ("count", .number(String(cell.count))),
        ])
    }

    private func unmatched(_ listed: ListedVerdict) -> RowValue {
        Self.object([
            ("kind", .string(listed.kind)), ("mailbox", .string(listed.mailbox)), ("file", .string(listed.file)),
            ("address", listed.verdict.address.map { .string($0) }),
            ("status", listed.verdict.status.map { .string($0) }), ("rule", .string(listed.rule)),
            ("because", listed.unmatchedBecause.map { .string($0) }), ("at", .string(time(listed.at))),
        ])
    }

    private static func object(_ members: [(String, RowValue?)]) -> RowValue {
        .object(members.compactMap { name, value in value.map { RowValue.Member(name: name, value: $0) } })
    }
}
