internal import Ledger
package import MailModel
internal import RecipientTable

/// An export as CSV: one row for each row of the list.
package struct ExportCSV: Sendable {
    /// What is written besides the plain form.
    package struct Options: Sendable {
        /// Whether fields that a spreadsheet would run as a formula get a `'` before them.
        package var guardsFormulas = false
        /// Whether a byte order mark comes first, by which Excel knows UTF-8.
        package var hasByteOrderMark = false

        package init() {}
    }

    private let export: RunExport
    private let options: Options
    private let time: @Sendable (Timestamp) -> String

    /// Our own columns, in order; those of the list follow, each with `row.` before its name.
    package static let columns = [
        "seq", "line", "address", "class", "state", "attempts", "reply", "status", "words", "server", "endpoint", "tls",
        "login", "first_tried", "at", "next_attempt", "verdicts", "verdict", "verdict_class", "verdict_status",
        "verdict_reason", "verdict_words", "verdict_at", "verdict_matched_by",
    ]

    /// - Parameters:
    ///   - export: what it is about.
    ///   - options: what is written besides.
    ///   - time: how points in time are written.
    package init(_ export: RunExport, options: Options, time: @escaping @Sendable (Timestamp) -> String) {
        self.export = export
        self.options = options
        self.time = time
    }

    /// Writes the header and all rows, in pieces.
    package func write(_ rows: some RunExport.Rows, _ body: ([UInt8]) throws -> Void) throws {
        var writer = CSVWriter()
        writer.guardsFormulas = options.guardsFormulas
        var buffer: [UInt8] = options.hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        writer.append(Self.columns + rows.columns.map { "row.\($0.name)" }, to: &buffer)
        try export.forEach(rows) { entry in
            var fields = fields(entry)
            for column in rows.columns.indices {
                fields.append(column < entry.fields.count ? entry.fields[column] : "")
            }
            writer.append(fields, to: &buffer)
            if buffer.count > 1 << 16 {
                try body(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try body(buffer)
    }

    private func fields(_ entry: RunExport.Entry) -> [String] {
        let facts = entry.facts
        let session = facts?.sessionFacts
        let strongest = entry.verdicts.max { $0.verdict.effect.rawValue < $1.verdict.effect.rawValue }
        let verdict = strongest?.verdict
        let words = facts.flatMap(ExportWords.init)
        return [
            facts.map { String($0.seq) } ?? "", entry.line.line.map(String.init) ?? "", entry.line.address,
            entry.line.recipientClass.rawValue, facts.map { "\($0.state)" } ?? "rejected", String(entry.line.attempts),
            words?.reply.map(String.init) ?? "", words?.status ?? "", words?.text ?? entry.line.words ?? "",
            session?.host ?? "", session?.endpoint ?? "", session?.tls ?? "", session?.authMechanism ?? "",
            facts?.firstTried.map(time) ?? "", facts?.at.map(time) ?? "", facts?.nextAttempt.map(time) ?? "",
            String(entry.verdicts.count), strongest?.kind ?? "", verdict?.deliveryClass ?? "", verdict?.status ?? "",
            verdict?.reason ?? "", verdict?.text ?? "", strongest.map { time($0.at) } ?? "", verdict?.matchedBy ?? "",
        ]
    }
}

/// The last words about a recipient, taken apart.
struct ExportWords {
    /// The reply code.
    var reply: Int?
    /// The enhanced status code.
    var status: String?
    /// The words, as they were received.
    var text: String

    init?(_ facts: RecipientFacts) {
        switch facts.words {
        case .cause(.reply(let answer)):
            reply = Int(answer.code.rawValue)
            status = answer.status?.description
            text = answer.text
        case .cause(.timeout(let seconds)): text = "no answer within \(seconds) s"
        case .cause(.connection(let words)), .cause(.protocolBreach(let words)), .cause(.unsupported(let words)):
            text = words
        case .cause(.routing(let code, let words)):
            status = code.description
            text = words
        case .cause(.busy(_, let words)): text = words
        case .note(let words): text = words
        case nil: return nil
        }
    }
}
