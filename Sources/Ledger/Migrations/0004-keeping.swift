extension Migration {
    /// What keeping house needs: changes of the suppression list by number, soft bounces by address, what is left of
    /// pruned runs, what a restored backup holds back, and which files were written with addresses in them.
    static let keeping = Migration(
        name: "0004-keeping",
        sql: """
            ALTER TABLE suppression ADD COLUMN change INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX suppression_by_change ON suppression (change);

            CREATE TABLE soft_bounce (
                address TEXT NOT NULL,
                message INTEGER NOT NULL,
                at INTEGER NOT NULL,
                run INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                status TEXT,
                PRIMARY KEY (address, message)
            ) WITHOUT ROWID;
            INSERT INTO counter (name, value) VALUES ('soft_bounces', 0);

            CREATE TABLE pruned_run (
                run INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                is_swept INTEGER NOT NULL DEFAULT 0,
                planned INTEGER NOT NULL,
                accepted INTEGER NOT NULL,
                deferred INTEGER NOT NULL,
                failed INTEGER NOT NULL,
                in_doubt INTEGER NOT NULL,
                suppressed INTEGER NOT NULL,
                rejected INTEGER NOT NULL,
                cancelled INTEGER NOT NULL,
                bounced INTEGER NOT NULL,
                complained INTEGER NOT NULL
            );

            CREATE TABLE held_run (run INTEGER PRIMARY KEY, at INTEGER NOT NULL);
            CREATE TABLE cleared_job (job TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

            CREATE TABLE written_file (
                path TEXT PRIMARY KEY,
                kind TEXT NOT NULL,
                run TEXT,
                at INTEGER NOT NULL
            ) WITHOUT ROWID;
            """
    )
}
