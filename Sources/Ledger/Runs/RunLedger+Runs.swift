internal import GRDB
package import MailModel

extension RunLedger {
    /// Creates a run, synced: what it was sealed from must be on disk before.
    ///
    /// - Throws: ``LedgerFailure``; `alreadyExists` when the name, or the job's occurrence, is taken.
    package func createRun(_ new: NewRun) throws(LedgerFailure) -> RunRecord {
        let phase = "creating the run \(new.name)"
        return try write(.synced, phase) { connection in
            let isTaken = try Bool.fetchOne(
                connection,
                sql: "SELECT EXISTS (SELECT 1 FROM run WHERE name = ? OR (job = ? AND occurrence = ?))",
                arguments: [new.name, new.job, new.occurrence]
            )
            guard isTaken != true else {
                let cause = "there is a run of that name, or of job \(new.job) and occurrence \(new.occurrence)"
                throw LedgerFailure(code: .alreadyExists, phase: phase, path: path, cause: cause)
            }
            try connection.execute(
                sql: """
                    INSERT INTO run (name, job, occurrence, seal, row_count, recipient_count, created, note, approval)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    new.name, new.job, new.occurrence, new.seal.blob,
                    Int64(new.recipients) + Int64(new.rejected.count), new.recipients, new.created.rawValue, new.note,
                    new.approval,
                ]
            )
            let number = UInt32(clamping: connection.lastInsertedRowID)
            try Self.insert(new.rejected, of: number, on: connection)
            return try required(number, phase, connection)
        }
    }

    /// The run of a number.
    package func run(_ number: UInt32) throws(LedgerFailure) -> RunRecord? {
        try read("looking up run \(number)") { try Self.one($0, "number = ?", [number]) }
    }

    /// The run of a name.
    package func run(named name: String) throws(LedgerFailure) -> RunRecord? {
        try read("looking up run \(name)") { try Self.one($0, "name = ?", [name]) }
    }

    /// The run of a job's occurrence.
    package func run(job: String, occurrence: String) throws(LedgerFailure) -> RunRecord? {
        try read("looking up occurrence \(occurrence) of job \(job)") {
            try Self.one($0, "job = ? AND occurrence = ?", [job, occurrence])
        }
    }

    /// The latest earlier run of a job whose seal is, or once was, the same: that list was mailed already.
    package func run(job: String, seal: [UInt8]) throws(LedgerFailure) -> RunRecord? {
        try read("looking for an earlier run of job \(job)") {
            try Self.one(
                $0,
                "job = ? AND (seal = ? OR number IN (SELECT run FROM revision WHERE seal = ?))",
                [job, seal.blob, seal.blob]
            )
        }
    }

    /// The latest run, of a job or of all.
    package func latestRun(job: String? = nil) throws(LedgerFailure) -> RunRecord? {
        try runs(job: job, limit: 1).first
    }

    /// Runs, the latest first.
    package func runs(job: String? = nil, limit: Int = .max) throws(LedgerFailure) -> [RunRecord] {
        try read("listing runs") { connection in
            let condition = job == nil ? "" : "WHERE job = ?"
            var arguments: StatementArguments = []
            if let job { arguments += [job] }
            return try Row.fetchAll(
                connection,
                sql: "SELECT * FROM run \(condition) ORDER BY number DESC LIMIT ?",
                arguments: arguments + [Int64(limit)]
            ).map(RunRecord.init(row:))
        }
    }

    /// The runs of a job that are not finished, the earliest first.
    package func unfinishedRuns(job: String) throws(LedgerFailure) -> [RunRecord] {
        try read("listing unfinished runs of job \(job)") {
            try Row.fetchAll($0, sql: "SELECT * FROM run WHERE job = ? AND state = 0 ORDER BY number", arguments: [job])
                .map(RunRecord.init(row:))
        }
    }

    /// Notes that nothing is left to do in a run.
    package func finishRun(_ number: UInt32, at: Timestamp) throws(LedgerFailure) {
        try end(number, as: .finished, at: at)
    }

    /// Ends a run: what was never claimed, or waits for another attempt, becomes cancelled.
    ///
    /// - Returns: how many recipients were taken out.
    package func cancelRun(_ number: UInt32, at: Timestamp, because words: String) throws(LedgerFailure) -> Int {
        let phase = "cancelling run \(number)"
        return try write(.synced, phase) { connection in
            let run = try required(number, phase, connection)
            guard run.state == .open else { return 0 }
            let waiting = try UInt32.fetchAll(
                connection,
                sql: """
                    SELECT seq FROM recipient INDEXED BY recipient_listed
                    WHERE run = ? AND state IN (0, 3) AND state <> 2
                    """,
                arguments: [number]
            )
            let unseen = try Self.unseenCount(run, connection)
            for seq in waiting { try Self.cancel(seq, run: run, at: at, words: words, on: connection) }
            try Self.setState(.cancelled, of: number, at: at, on: connection)
            try connection.execute(
                sql: "UPDATE run SET note = coalesce(note || '; ', '') || ? WHERE number = ?",
                arguments: [words, number]
            )
            return waiting.count + unseen
        }
    }

    private func end(_ number: UInt32, as state: RunRecord.State, at: Timestamp) throws(LedgerFailure) {
        try write(.synced, "finishing run \(number)") { try Self.setState(state, of: number, at: at, on: $0) }
    }

    private static func setState(
        _ state: RunRecord.State,
        of number: UInt32,
        at: Timestamp,
        on connection: Database
    ) throws {
        try connection.execute(
            sql: "UPDATE run SET state = ?, finished = ? WHERE number = ? AND state = 0",
            arguments: [state.rawValue, at.rawValue, number]
        )
    }

    private static func one(
        _ connection: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> RunRecord? {
        try Row.fetchOne(
            connection,
            sql: "SELECT * FROM run WHERE \(condition) ORDER BY number DESC LIMIT 1",
            arguments: arguments
        ).map(RunRecord.init(row:))
    }

    /// The run of a number, which must exist.
    func required(_ number: UInt32, _ phase: String, _ connection: Database) throws -> RunRecord {
        guard let run = try Self.one(connection, "number = ?", [number]) else {
            throw LedgerFailure(code: .misuse, phase: phase, path: path, cause: "there is no run \(number)")
        }
        return run
    }

    /// How many seqs were never claimed and have no row.
    static func unseenCount(_ run: RunRecord, _ connection: Database) throws -> Int {
        let rows = try Int.fetchOne(
            connection,
            sql: "SELECT count(*) FROM recipient WHERE run = ? AND seq >= ?",
            arguments: [run.number, run.claimedUpTo]
        )
        return Int(run.recipients) - Int(run.claimedUpTo) - (rows ?? 0)
    }
}
