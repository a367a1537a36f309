internal import GRDB
internal import MailModel

extension RunRecord {
    /// A row of the table `run`.
    init(row: Row) {
        self.init(
            number: row.value("number"),
            name: row.value("name"),
            job: row.value("job"),
            occurrence: row.value("occurrence"),
            seal: row.bytes("seal"),
            rows: row.value("row_count"),
            recipients: row.value("recipient_count"),
            created: Timestamp(rawValue: row.value("created")),
            finished: (row.optional("finished") as Int64?).map(Timestamp.init(rawValue:)),
            state: State(rawValue: row.value("state")) ?? .open,
            claimedUpTo: row.value("claimed_upto"),
            recorder: RecorderIdentity(row: row),
            recorderPosition: UInt64(bitPattern: row.optional("recorder_position") as Int64? ?? 0),
            note: row.optional("note"),
            revision: row.value("revision"),
            approval: RunApproval(row: row),
            pause: RunPause(row: row)
        )
    }
}

extension RunApproval {
    /// The approval's columns of the table `run`; nil when none is wanted.
    init?(row: Row) {
        guard let wanted = row.optional("approval") as String? else { return nil }
        self.init(
            wanted: wanted,
            by: row.optional("approved_by"),
            at: (row.optional("approved_at") as Int64?).map(Timestamp.init(rawValue:))
        )
    }
}

extension RunPause {
    /// The pause's columns of the table `run`; nil when it is not paused.
    init?(row: Row) {
        guard let at = row.optional("paused_at") as Int64? else { return nil }
        self.init(by: row.optional("paused_by") ?? "", at: Timestamp(rawValue: at))
    }
}

extension RecorderIdentity {
    /// The recorder's columns of the table `run`; nil when they are empty.
    init?(row: Row) {
        guard let boot = row.optional("recorder_boot") as String?,
            let device = row.optional("recorder_device") as Int64?,
            let inode = row.optional("recorder_inode") as Int64?
        else { return nil }
        self.init(
            id: row.bytes("recorder_id"),
            bootID: boot,
            device: UInt64(bitPattern: device),
            inode: UInt64(bitPattern: inode)
        )
    }
}
