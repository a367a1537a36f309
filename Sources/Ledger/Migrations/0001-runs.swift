extension Migration {
    /// The tables of the first release: runs, recipients, suppression, collected mail.
    ///
    /// Times are milliseconds since 1970. `recipient.state` has the numbers of `RecipientState`; 2 is `accepted`, which
    /// almost every row is, so the one index over states leaves it out. `recipient.attempt` counts claims, `released`
    /// those of them that do not count as attempts. Run numbers are never used again, since tokens in sent mail hold them.
    static let runs = Migration(
        name: "0001-runs",
        sql: """
            CREATE TABLE migration (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;

            CREATE TABLE run (
                number INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL UNIQUE,
                job TEXT NOT NULL,
                occurrence TEXT NOT NULL,
                seal BLOB NOT NULL,
                row_count INTEGER NOT NULL,
                recipient_count INTEGER NOT NULL,
                created INTEGER NOT NULL,
                finished INTEGER,
                state INTEGER NOT NULL DEFAULT 0,
                claimed_upto INTEGER NOT NULL DEFAULT 0,
                recorder_id BLOB,
                recorder_boot TEXT,
                recorder_device INTEGER,
                recorder_inode INTEGER,
                note TEXT,
                UNIQUE (job, occurrence)
            );
            CREATE INDEX run_by_seal ON run (job, seal);
            CREATE INDEX run_open ON run (job) WHERE state = 0;

            CREATE TABLE rejected_row (
                run INTEGER NOT NULL,
                row INTEGER NOT NULL,
                line INTEGER,
                address TEXT,
                is_duplicate INTEGER NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (run, row)
            ) WITHOUT ROWID;

            CREATE TABLE session (
                run INTEGER NOT NULL,
                number INTEGER NOT NULL,
                host TEXT NOT NULL,
                endpoint TEXT NOT NULL,
                tls TEXT,
                auth TEXT,
                PRIMARY KEY (run, number)
            ) WITHOUT ROWID;

            CREATE TABLE recipient (
                run INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                state INTEGER NOT NULL,
                attempt INTEGER NOT NULL,
                at INTEGER NOT NULL,
                code INTEGER,
                text TEXT,
                phase INTEGER,
                session INTEGER,
                cause INTEGER,
                status INTEGER,
                released INTEGER,
                next_attempt INTEGER,
                first_at INTEGER,
                PRIMARY KEY (run, seq)
            ) WITHOUT ROWID;
            CREATE INDEX recipient_listed ON recipient (run, state, next_attempt) WHERE state <> 2;

            CREATE TABLE history (
                run INTEGER NOT NULL,
                seq INTEGER NOT NULL,
                attempt INTEGER NOT NULL,
                event INTEGER NOT NULL,
                at INTEGER NOT NULL,
                code INTEGER,
                text TEXT,
                phase INTEGER,
                session INTEGER,
                cause INTEGER,
                status INTEGER,
                PRIMARY KEY (run, seq, attempt, event)
            ) WITHOUT ROWID;

            CREATE TABLE suppression (
                kind INTEGER NOT NULL,
                value TEXT NOT NULL,
                reason TEXT NOT NULL,
                source TEXT NOT NULL,
                at INTEGER NOT NULL,
                expires INTEGER,
                note TEXT,
                PRIMARY KEY (kind, value)
            ) WITHOUT ROWID;
            INSERT INTO counter (name, value) VALUES ('suppression', 0);

            CREATE TABLE collected (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                mailbox TEXT NOT NULL,
                uid TEXT NOT NULL,
                size INTEGER NOT NULL,
                header_hash BLOB NOT NULL,
                file TEXT NOT NULL,
                at INTEGER NOT NULL,
                kind TEXT NOT NULL,
                rule TEXT NOT NULL,
                confidence INTEGER NOT NULL,
                verdict TEXT NOT NULL,
                UNIQUE (mailbox, uid, header_hash, size)
            );

            CREATE TABLE verdict (
                message INTEGER NOT NULL,
                ordinal INTEGER NOT NULL,
                run INTEGER,
                seq INTEGER,
                effect INTEGER NOT NULL,
                address TEXT,
                class TEXT,
                status TEXT,
                reply INTEGER,
                reason TEXT,
                text TEXT,
                matched TEXT,
                confidence INTEGER NOT NULL,
                PRIMARY KEY (message, ordinal)
            ) WITHOUT ROWID;
            CREATE INDEX verdict_by_recipient ON verdict (run, seq) WHERE run IS NOT NULL;
            CREATE INDEX verdict_unmatched ON verdict (message) WHERE run IS NULL;
            """
    )
}
