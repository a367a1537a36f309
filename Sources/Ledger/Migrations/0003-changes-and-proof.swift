extension Migration {
    /// What was sent in each attempt, changes to a sealed run, approval and pause.
    ///
    /// `date`, `form` and `digest` are what left: the seconds in the Date field, what was asked of the server (1 8BITMIME,
    /// 2 SMTPUTF8, 4 signed), and the SHA-256 of the bytes. `revision` is the sealed revision that they were made from,
    /// absent for the first one. The table `revision` keeps what a run was sealed from before changes were accepted.
    static let changesAndProof = Migration(
        name: "0003-changes-and-proof",
        sql: """
            ALTER TABLE run ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE run ADD COLUMN approval TEXT;
            ALTER TABLE run ADD COLUMN approved_by TEXT;
            ALTER TABLE run ADD COLUMN approved_at INTEGER;
            ALTER TABLE run ADD COLUMN paused_by TEXT;
            ALTER TABLE run ADD COLUMN paused_at INTEGER;

            CREATE TABLE revision (
                run INTEGER NOT NULL,
                number INTEGER NOT NULL,
                seal BLOB NOT NULL,
                row_count INTEGER NOT NULL,
                recipient_count INTEGER NOT NULL,
                replaced INTEGER NOT NULL,
                PRIMARY KEY (run, number)
            ) WITHOUT ROWID;

            ALTER TABLE recipient ADD COLUMN date INTEGER;
            ALTER TABLE recipient ADD COLUMN form INTEGER;
            ALTER TABLE recipient ADD COLUMN revision INTEGER;
            ALTER TABLE recipient ADD COLUMN digest BLOB;
            ALTER TABLE history ADD COLUMN date INTEGER;
            ALTER TABLE history ADD COLUMN form INTEGER;
            ALTER TABLE history ADD COLUMN revision INTEGER;
            ALTER TABLE history ADD COLUMN digest BLOB;
            """
    )
}
