internal import GRDB
package import MailModel

extension RunLedger {
    /// Holds a run, synced: nothing more of it is claimed until it is resumed.
    ///
    /// - Returns: the run as it is then; it is as it was when it is paused already or not open.
    package func pauseRun(_ number: UInt32, by person: String, at: Timestamp) throws(LedgerFailure) -> RunRecord {
        try change(number, "pausing run \(number)") { connection in
            try connection.execute(
                sql: "UPDATE run SET paused_by = ?, paused_at = ? WHERE number = ? AND state = 0 AND paused_at IS NULL",
                arguments: [person, at.rawValue, number]
            )
        }
    }

    /// Lets a paused run go on, synced.
    package func resumeRun(_ number: UInt32) throws(LedgerFailure) -> RunRecord {
        try change(number, "resuming run \(number)") { connection in
            try connection.execute(
                sql: "UPDATE run SET paused_by = NULL, paused_at = NULL WHERE number = ?",
                arguments: [number]
            )
        }
    }

    /// Notes who has to approve a run before anything is sent, synced; an approval that was given is void.
    package func wantApproval(of number: UInt32, by person: String) throws(LedgerFailure) -> RunRecord {
        try change(number, "asking for the approval of run \(number)") { connection in
            try connection.execute(
                sql: "UPDATE run SET approval = ?, approved_by = NULL, approved_at = NULL WHERE number = ?",
                arguments: [person, number]
            )
        }
    }

    /// Approves a run that waits for it, synced; the first approval stays.
    package func approveRun(_ number: UInt32, by person: String, at: Timestamp) throws(LedgerFailure) -> RunRecord {
        try change(number, "approving run \(number)") { connection in
            try connection.execute(
                sql: """
                    UPDATE run SET approved_by = ?, approved_at = ?
                    WHERE number = ? AND approval IS NOT NULL AND approved_by IS NULL
                    """,
                arguments: [person, at.rawValue, number]
            )
        }
    }

    /// Runs of a job that were ended while a process was sending them, and whose open claims nobody has settled.
    package func abandonedRuns(job: String) throws(LedgerFailure) -> [RunRecord] {
        try read("looking for open claims of job \(job)") {
            try Row.fetchAll(
                $0,
                sql: "SELECT * FROM run WHERE job = ? AND state <> 0 AND recorder_id IS NOT NULL ORDER BY number",
                arguments: [job]
            ).map(RunRecord.init(row:))
        }
    }

    private func change(
        _ number: UInt32,
        _ phase: String,
        _ work: (Database) throws -> Void
    ) throws(LedgerFailure) -> RunRecord {
        try write(.synced, phase) { connection in
            try work(connection)
            return try required(number, phase, connection)
        }
    }
}
