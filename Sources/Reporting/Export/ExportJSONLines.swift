internal import Ledger
package import MailModel
internal import RecipientTable

/// An export as JSON Lines: one object for each row of the list, with its fields and all verdicts.
package struct ExportJSONLines: Sendable {
    private let export: RunExport
    private let time: @Sendable (Timestamp) -> String

    /// - Parameters:
    ///   - export: what it is about.
    ///   - time: how points in time are written.
    package init(_ export: RunExport, time: @escaping @Sendable (Timestamp) -> String) {
        self.export = export
        self.time = time
    }

    /// Writes all objects, in pieces.
    package func write(_ rows: some RunExport.Rows, _ body: ([UInt8]) throws -> Void) throws {
        var buffer: [UInt8] = []
        try export.forEach(rows) { entry in
            JSONText.append(.object(members(entry, rows)), to: &buffer)
            buffer.append(0x0A)
            if buffer.count > 1 << 16 {
                try body(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try body(buffer)
    }

    private func members(_ entry: RunExport.Entry, _ rows: some RunExport.Rows) -> [RowValue.Member] {
        var members = ExportMembers()
        let facts = entry.facts
        members.add("run", export.run.name)
        members.add("seq", facts.map { Int($0.seq) })
        members.add("line", entry.line.line)
        members.add("address", entry.line.address)
        members.add("class", entry.line.recipientClass.rawValue)
        members.add("state", facts.map { "\($0.state)" } ?? "rejected")
        members.add("attempts", entry.line.attempts)
        let words = facts.flatMap(ExportWords.init)
        members.add("reply", words?.reply)
        members.add("status", words?.status)
        members.add("words", words?.text ?? entry.line.words)
        if let session = facts?.sessionFacts {
            members.add("server", session.host)
            members.add("endpoint", session.endpoint)
            members.add("tls", session.tls)
            members.add("login", session.authMechanism)
        }
        members.add("first_tried", facts?.firstTried.map(time))
        members.add("at", facts?.at.map(time))
        members.add("next_attempt", facts?.nextAttempt.map(time))
        if !entry.verdicts.isEmpty {
            members.list.append(.init(name: "verdicts", value: .list(entry.verdicts.map { .object(verdict($0)) })))
        }
        if facts != nil {
            members.list.append(.init(name: "row", value: .object(row(entry.fields, rows))))
        }
        return members.list
    }

    private func verdict(_ listed: ListedVerdict) -> [RowValue.Member] {
        var members = ExportMembers()
        members.add("kind", listed.kind)
        members.add("at", time(listed.at))
        members.add("class", listed.verdict.deliveryClass)
        members.add("status", listed.verdict.status)
        members.add("reply", listed.verdict.reply)
        members.add("reason", listed.verdict.reason)
        members.add("words", listed.verdict.text)
        members.add("matched_by", listed.verdict.matchedBy)
        members.add("rule", listed.rule)
        return members.list
    }

    private func row(_ fields: [String], _ rows: some RunExport.Rows) -> [RowValue.Member] {
        zip(rows.columns, fields).map { column, field in
            // What was sealed as JSON was checked then; a row that was erased since has spaces.
            let value = column.holdsJSON ? try? ColumnType.json.value(of: field) : nil
            return RowValue.Member(name: column.name, value: value ?? .string(field))
        }
    }
}

/// Members of an object, those without a value left out.
private struct ExportMembers {
    var list: [RowValue.Member] = []

    mutating func add(_ name: String, _ text: String?) {
        if let text { list.append(.init(name: name, value: .string(text))) }
    }

    mutating func add(_ name: String, _ number: Int?) {
        if let number { list.append(.init(name: name, value: .number(String(number)))) }
    }
}
