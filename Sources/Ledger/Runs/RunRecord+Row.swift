internal import GRDB
internal import MailModel

extension RunRecord {
    /// A row of the table `run`.
    init(row: Row) {
        self.init(
            number: row["number"],
            name: row["name"],
            job: row["job"],
            occurrence: row["occurrence"],
            seal: Array(bytes: row["seal"]),
            rows: row["row_count"],
            recipients: row["recipient_count"],
            created: Timestamp(rawValue: row["created"]),
            finished: (row["finished"] as Int64?).map(Timestamp.init(rawValue:)),
            state: State(rawValue: row["state"]) ?? .open,
            claimedUpTo: row["claimed_upto"],
            recorder: RecorderIdentity(row: row),
            note: row["note"]
        )
    }
}

extension RecorderIdentity {
    /// The recorder's columns of the table `run`; nil when they are empty.
    init?(row: Row) {
        guard let boot = row["recorder_boot"] as String?, let device = row["recorder_device"] as Int64?,
            let inode = row["recorder_inode"] as Int64?
        else { return nil }
        self.init(
            id: Array(bytes: row["recorder_id"]),
            bootID: boot,
            device: UInt64(bitPattern: device),
            inode: UInt64(bitPattern: inode)
        )
    }
}
