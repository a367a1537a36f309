internal import GRDB
internal import MailModel

extension RunLedger {
    /// How many recipients of a run are in each class; one pass over the run's rows.
    package func classCounts(of run: UInt32) throws(LedgerFailure) -> ClassCounts {
        let phase = "counting the recipients of run \(run)"
        return try read(phase) { connection in
            let facts = try required(run, phase, connection)
            if let counts = try Self.prunedCounts(facts, connection) { return counts }
            return try Self.classCounts(facts, connection)
        }
    }

    /// The classes of a run whose rows are there.
    static func classCounts(_ facts: RunRecord, _ connection: Database) throws -> ClassCounts {
        let run = facts.number
        var states: [RecipientState: Int] = [:]
        let rows = try Row.fetchAll(
            connection,
            sql: """
                SELECT state, count(*) AS count FROM recipient INDEXED BY recipient_listed
                WHERE run = ? AND state <> 2 GROUP BY state
                """,
            arguments: [run]
        )
        for row in rows {
            guard let state = RecipientState(rawValue: row.value("state")) else { continue }
            states[state] = row.value("count")
        }
        // Far cheaper than grouping all rows: the accepted ones are what the index leaves out.
        let all = try Int.fetchOne(
            connection,
            sql: "SELECT count(*) FROM recipient WHERE run = ?",
            arguments: [run]
        )
        states[.accepted] = (all ?? 0) - states.values.reduce(0, +)
        var counts = ClassCounts()
        counts.total = Int(facts.rows)
        counts.accepted = states[.accepted, default: 0]
        counts.deferred = states[.deferred] ?? 0
        counts.failed = states[.failed] ?? 0
        counts.inDoubt = states[.inDoubt] ?? 0
        counts.suppressed = states[.suppressed] ?? 0
        counts.rejected = (states[.rejected] ?? 0) + Int(facts.rows) - Int(facts.recipients)
        counts.cancelled = states[.cancelled] ?? 0
        if facts.state == .cancelled { counts.cancelled += try Self.unseenCount(facts, connection) }
        // Whatever has no row, and is not cancelled with its run, is planned or claimed.
        counts.planned = counts.total - counts.sum
        try Self.addVerdicts(of: run, to: &counts, connection)
        return counts
    }

    /// What is left to do in a run; quick at any size.
    package func remaining(in run: UInt32) throws(LedgerFailure) -> Remaining {
        let phase = "looking for what is left of run \(run)"
        return try read(phase) { connection in
            let facts = try required(run, phase, connection)
            let row = try Row.fetchOne(
                connection,
                sql: """
                    SELECT count(*) FILTER (WHERE state IN (0, 3)) AS waiting, count(*) FILTER (WHERE state = 5) AS doubtful,
                        min(next_attempt) FILTER (WHERE state IN (0, 3)) AS due
                    FROM recipient INDEXED BY recipient_listed
                    WHERE run = ? AND state IN (0, 3, 5) AND state <> 2
                    """,
                arguments: [run]
            )
            return Remaining(
                untried: facts.state == .cancelled ? 0 : try Self.unseenCount(facts, connection),
                waiting: row?.value("waiting") ?? 0,
                inDoubt: row?.value("doubtful") ?? 0,
                nextDue: (row?.optional("due") as Int64?).map(Timestamp.init(rawValue:))
            )
        }
    }

    /// Moves recipients about whom verdicts came from accepted, or in doubt, to what they say.
    private static func addVerdicts(of run: UInt32, to counts: inout ClassCounts, _ connection: Database) throws {
        let rows = try Row.fetchAll(
            connection,
            sql: """
                SELECT state, effect, count(*) AS count FROM (
                    SELECT r.state AS state, max(v.effect) AS effect FROM verdict v
                    JOIN recipient r ON r.run = v.run AND r.seq = v.seq
                    WHERE v.run = ? AND v.run IS NOT NULL AND v.effect > 0 AND r.state IN (2, 5) GROUP BY v.seq
                ) GROUP BY state, effect
                """,
            arguments: [run]
        )
        for row in rows {
            let count = row.value("count") as Int
            if row.value("state") as Int == RecipientState.accepted.rawValue {
                counts.accepted -= count
            } else {
                counts.inDoubt -= count
            }
            if row.value("effect") as Int == VerdictEffect.complained.rawValue {
                counts.complained += count
            } else {
                counts.bounced += count
            }
        }
    }
}
