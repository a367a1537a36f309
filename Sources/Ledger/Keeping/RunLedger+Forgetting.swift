internal import GRDB
package import MailModel

/// What is erased of a person in the ledger.
package struct ForgetRequest: Sendable {
    /// A recipient of a run who is the person.
    package struct Place: Sendable, Hashable {
        /// The run.
        package var run: UInt32
        /// The recipient.
        package var seq: UInt32

        package init(run: UInt32, seq: UInt32) {
            self.run = run
            self.seq = seq
        }
    }

    /// All places where the person was mailed, or was to be.
    package var places: [Place]
    /// Names on the suppression list, and of soft bounces, that are taken off.
    package var keys: [SuppressionKey]
    /// What is kept on the suppression list in their place.
    package var kept: Suppression
    /// Parts of the address, in lower-case ASCII letters: a text that has none of them is not looked at.
    package var needles: [String]
    /// Messages whose files were found to name the person.
    package var messages: [Int64]
    /// Gives a text without the address; nil when it is not in it.
    package var erase: @Sendable (String) -> String?
    /// What stands where words were.
    package var words: String
    /// When.
    package var at: Timestamp

    package init(
        places: [Place],
        keys: [SuppressionKey],
        kept: Suppression,
        needles: [String],
        messages: [Int64],
        words: String,
        at: Timestamp,
        erase: @escaping @Sendable (String) -> String?
    ) {
        self.places = places
        self.keys = keys
        self.kept = kept
        self.needles = needles
        self.messages = messages
        self.words = words
        self.at = at
        self.erase = erase
    }
}

/// What was erased of a person in the ledger.
package struct ForgetSummary: Sendable, Hashable {
    /// Recipients whose words and history are gone.
    package var recipients = 0
    /// Recipients who were still to be sent to, and are not.
    package var cancelled = 0
    /// Rejected rows.
    package var rejected = 0
    /// Texts that named the person elsewhere.
    package var texts = 0
    /// Files of collected mail that are to be removed, relative to the state folder.
    package var files: [String] = []
    /// Collected messages.
    package var messages = 0

    package init() {}
}

extension RunLedger {
    /// Messages that the ledger knows to be about a person: by recipient, by address, or by the verdict's words.
    package func messages(
        about places: [ForgetRequest.Place],
        needles: [String],
        names: @Sendable (String) -> Bool
    ) throws(LedgerFailure) -> Set<Int64> {
        try read("looking for mail about a person") { connection in
            var found: Set<Int64> = []
            for place in places {
                found.formUnion(
                    try Int64.fetchAll(
                        connection,
                        sql: "SELECT message FROM verdict WHERE run = ? AND run IS NOT NULL AND seq = ?",
                        arguments: [place.run, place.seq]
                    )
                )
            }
            for (table, key, columns) in [
                ("verdict", "message", ["address", "text"]), ("collected", "id", ["verdict"]),
                ("inbox", "message", ["sender", "name", "subject"]),
            ] {
                let condition = Self.mentions(needles, columns)
                let rows = try Row.fetchCursor(
                    connection,
                    sql:
                        "SELECT \(key) AS key, \(columns.joined(separator: ", ")) FROM \(table) WHERE \(condition.sql)",
                    arguments: condition.arguments
                )
                while let row = try rows.next() {
                    if columns.contains(where: { (row.optional($0) as String?).map(names) ?? false }) {
                        found.insert(row.value("key"))
                    }
                }
            }
            return found
        }
    }

    /// Erases a person, synced, in one transaction; the classes of all runs stay as they were.
    ///
    /// Bytes are overwritten within their pages; ``compact()`` leaves none in the pages that are free, nor in the log.
    package func forget(_ request: ForgetRequest) throws(LedgerFailure) -> ForgetSummary {
        let phase = "forgetting a person"
        // Looked for before the transaction: reading all rows takes seconds, and holds nobody up.
        let texts = try recipientTexts(request)
        return try write(.synced, phase) { connection in
            var summary = ForgetSummary()
            for place in request.places { try Self.forget(place, request, &summary, connection) }
            for found in texts {
                try connection.execute(
                    sql: "UPDATE \(found.table) SET text = ? WHERE run = ? AND seq = ? AND text = ?",
                    arguments: [found.new, found.run, found.seq, found.old]
                )
                summary.texts += 1
            }
            try Self.forgetRejected(request, &summary, connection)
            try Self.forgetMail(request, &summary, connection)
            for key in request.keys {
                try connection.execute(
                    sql: "DELETE FROM suppression WHERE kind = ? AND value = ?",
                    arguments: [key.kind.rawValue, key.value]
                )
                try connection.execute(sql: "DELETE FROM soft_bounce WHERE address = ?", arguments: [key.value])
            }
            _ = try Self.add([request.kept], connection)
            return summary
        }
    }

    /// A text of another recipient that names the person, as it is and as it is to be.
    private struct FoundText {
        var table: String
        var run: UInt32
        var seq: UInt32
        var old: String
        var new: String
    }

    private func recipientTexts(_ request: ForgetRequest) throws(LedgerFailure) -> [FoundText] {
        try read("looking for a person") { connection in
            let own = Set(request.places)
            var found: [FoundText] = []
            for table in ["recipient", "history"] {
                let condition = Self.mentions(request.needles, ["text"])
                let rows = try Row.fetchCursor(
                    connection,
                    sql: "SELECT run, seq, text FROM \(table) WHERE \(condition.sql)",
                    arguments: condition.arguments
                )
                while let row = try rows.next() {
                    let old: String = row.value("text")
                    let place = ForgetRequest.Place(run: row.value("run"), seq: row.value("seq"))
                    guard !own.contains(place), let new = request.erase(old) else { continue }
                    found.append(FoundText(table: table, run: place.run, seq: place.seq, old: old, new: new))
                }
            }
            return found
        }
    }

    private static func forget(
        _ place: ForgetRequest.Place,
        _ request: ForgetRequest,
        _ summary: inout ForgetSummary,
        _ connection: Database
    ) throws {
        guard let row = try Row.fetchOne(connection, sql: "SELECT * FROM run WHERE number = ?", arguments: [place.run])
        else { return }
        let run = RunRecord(row: row)
        summary.recipients += 1
        try connection.execute(
            sql: "DELETE FROM history WHERE run = ? AND seq = ?",
            arguments: [place.run, place.seq]
        )
        try connection.execute(
            sql: "UPDATE recipient SET text = CASE WHEN text IS NULL THEN NULL ELSE '' END WHERE run = ? AND seq = ?",
            arguments: [place.run, place.seq]
        )
        guard run.state == .open else { return }
        if try cancel(place.seq, run: run, at: request.at, words: request.words, on: connection) {
            summary.cancelled += 1
        }
    }

    private static func forgetRejected(
        _ request: ForgetRequest,
        _ summary: inout ForgetSummary,
        _ connection: Database
    ) throws {
        let condition = mentions(request.needles, ["address", "text"])
        let rows = try Row.fetchAll(
            connection,
            sql: "SELECT run, row, address, text FROM rejected_row WHERE \(condition.sql)",
            arguments: condition.arguments
        )
        for row in rows {
            let address: String? = row.optional("address")
            let isNamed = address.map { request.erase($0) != nil } ?? false
            let text = request.erase(row.value("text"))
            guard isNamed || text != nil else { continue }
            try connection.execute(
                sql: "UPDATE rejected_row SET address = ?, text = ? WHERE run = ? AND row = ?",
                arguments: [
                    isNamed ? nil : address, isNamed ? request.words : text, row.value("run") as Int64,
                    row.value("row") as Int64,
                ]
            )
            summary.rejected += 1
        }
    }

    /// Empties the messages about the person; what they say in numbers about everybody stays.
    private static func forgetMail(
        _ request: ForgetRequest,
        _ summary: inout ForgetSummary,
        _ connection: Database
    ) throws {
        for id in request.messages {
            let file = try String.fetchOne(connection, sql: "SELECT file FROM collected WHERE id = ?", arguments: [id])
            guard let file else { continue }
            summary.messages += 1
            if !file.isEmpty { summary.files.append(file) }
            try connection.execute(
                sql: "UPDATE collected SET file = '', verdict = '' WHERE id = ?",
                arguments: [id]
            )
            try connection.execute(
                sql: "UPDATE inbox SET sender = '', name = '', subject = '', error = NULL WHERE message = ?",
                arguments: [id]
            )
            let own = request.places.map { "(run = \($0.run) AND seq = \($0.seq))" }.joined(separator: " OR ")
            try connection.execute(
                sql: """
                    UPDATE verdict SET address = NULL, text = NULL WHERE message = ? AND (\(own.isEmpty ? "0" : own)
                        OR \(mentions(request.needles, ["address", "text"]).sql))
                    """,
                arguments: [id] + mentions(request.needles, ["address", "text"]).arguments
            )
        }
    }

    /// The condition that one of some columns has one of some texts in it.
    private static func mentions(
        _ needles: [String],
        _ columns: [String]
    ) -> (sql: String, arguments: StatementArguments) {
        var parts: [String] = []
        var arguments: StatementArguments = []
        for column in columns {
            for needle in needles {
                parts.append("instr(lower(\(column)), ?) > 0")
                arguments += [needle]
            }
        }
        return ("(\(parts.isEmpty ? "0" : parts.joined(separator: " OR ")))", arguments)
    }
}
