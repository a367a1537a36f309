internal import GRDB
package import MailModel

/// What collected mail says about the recipients of one run.
package struct HeardMail: Sendable, Hashable {
    /// How many recipients the mail of one kind is about.
    package struct Kind: Sendable, Hashable {
        /// The classifier's word for the kind.
        package var name: String
        /// Recipients, each counted once.
        package var recipients: Int
    }

    /// Recipients about whom mail came, by kind.
    package var kinds: [Kind] = []
    /// Recipients whose bounce or complaint came after the run was finished.
    package var late = 0
    /// When the last of those came.
    package var lastLate: Timestamp?
}

extension RunLedger {
    /// What was heard of a run's recipients since it was made.
    ///
    /// - Parameter run: the run; one that is not finished has no late mail.
    /// - Returns: how many recipients each kind of mail is about, and what came after the run's end.
    /// - Throws: ``LedgerFailure``.
    package func heardMail(about run: RunRecord) throws(LedgerFailure) -> HeardMail {
        try read("counting the mail about run \(run.number)") { connection in
            var heard = HeardMail()
            heard.kinds = try Row.fetchAll(
                connection,
                sql: """
                    SELECT c.kind AS kind, count(DISTINCT v.seq) AS count FROM verdict v
                    JOIN collected c ON c.id = v.message
                    WHERE v.run = ? AND v.run IS NOT NULL GROUP BY c.kind ORDER BY c.kind
                    """,
                arguments: [run.number]
            ).map { HeardMail.Kind(name: $0.value("kind"), recipients: $0.value("count")) }
            guard let finished = run.finished else { return heard }
            let late = try Row.fetchOne(
                connection,
                sql: """
                    SELECT count(DISTINCT v.seq) AS count, max(c.at) AS last FROM verdict v
                    JOIN collected c ON c.id = v.message
                    WHERE v.run = ? AND v.run IS NOT NULL AND v.effect > 0 AND c.at > ?
                    """,
                arguments: [run.number, finished.rawValue]
            )
            heard.late = late?.value("count") ?? 0
            heard.lastLate = (late?.optional("last") as Int64?).map(Timestamp.init(rawValue:))
            return heard
        }
    }
}
