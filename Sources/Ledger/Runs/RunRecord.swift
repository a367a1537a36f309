package import MailModel

/// One run, as the ledger has it.
package struct RunRecord: Sendable, Hashable {
    /// Whether anything is left to do; the numbers are those in the file and never change.
    package enum State: Int, Sendable, Hashable {
        /// Recipients are left that time or another attempt would change.
        case open = 0
        /// Nothing is left to do.
        case finished = 1
        /// A person ended it; what was never claimed counts as cancelled.
        case cancelled = 2
    }

    /// The run's number, never used again: tokens in sent mail hold it.
    package var number: UInt32
    /// Its name, such as `activation-20261123T0900Z`.
    package var name: String
    /// The job.
    package var job: String
    /// What it is for: the scheduled instant, or a name that was given.
    package var occurrence: String
    /// The hash of list, templates and job, 32 bytes.
    package var seal: [UInt8]
    /// Rows of the list, the rejected ones too: the sum of the report.
    package var rows: UInt32
    /// Recipients: seqs 0 up to this, exclusive.
    package var recipients: UInt32
    /// When it was sealed.
    package var created: Timestamp
    /// When it was finished or cancelled.
    package var finished: Timestamp?
    /// Whether anything is left to do.
    package var state: State
    /// Seqs below this were claimed at least once.
    package var claimedUpTo: UInt32
    /// The flight recorder of the claims that are open; nil when there are none.
    package var recorder: RecorderIdentity?
    /// Up to which position of that recorder the outcomes are in the ledger: a recorder or a ledger that was put back from
    /// an earlier instant does not fit it.
    package var recorderPosition: UInt64
    /// Words of a person, or of the program, about the run.
    package var note: String?
    /// How often changed inputs were accepted: the folder of what is sealed now goes by it.
    package var revision: UInt32
    /// Who has to approve it, and who did; nil when nobody has to.
    package var approval: RunApproval?
    /// Since when a person holds it; nil when nobody does.
    package var pause: RunPause?
}

/// The approval that a run needs before anything is sent.
package struct RunApproval: Sendable, Hashable {
    /// Who has to approve it.
    package var wanted: String
    /// Who did; nil while it waits.
    package var by: String?
    /// When.
    package var at: Timestamp?

    package init(wanted: String, by: String? = nil, at: Timestamp? = nil) {
        self.wanted = wanted
        self.by = by
        self.at = at
    }
}

/// A hold that a person put on a run.
package struct RunPause: Sendable, Hashable {
    /// Who.
    package var by: String
    /// Since when.
    package var at: Timestamp

    package init(by: String, at: Timestamp) {
        self.by = by
        self.at = at
    }
}

extension RunRecord {
    /// Why nothing of the run may be sent now, for a person; nil when it may.
    package enum Hold: Sendable, Hashable {
        /// It waits for somebody's approval.
        case approval(by: String)
        /// Somebody paused it.
        case paused(RunPause)
    }

    /// What keeps the run from being sent.
    package var hold: Hold? {
        guard state == .open else { return nil }
        if let approval, approval.by == nil { return .approval(by: approval.wanted) }
        return pause.map { .paused($0) }
    }
}

/// A run to be created: what sealing has found.
package struct NewRun: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// The job.
    package var job: String
    /// What it is for.
    package var occurrence: String
    /// The hash of list, templates and job, 32 bytes.
    package var seal: [UInt8]
    /// Recipients: they get the seqs 0 up to this, exclusive.
    package var recipients: UInt32
    /// Rows of the list that get no seq; the sum of the report is these and the recipients.
    package var rejected: [RejectedRow]
    /// When it was sealed.
    package var created: Timestamp
    /// Words about it.
    package var note: String?
    /// Who has to approve it before anything is sent; nil when nobody has to.
    package var approval: String?

    package init(
        name: String,
        job: String,
        occurrence: String,
        seal: [UInt8],
        recipients: UInt32,
        rejected: [RejectedRow] = [],
        created: Timestamp,
        note: String? = nil,
        approval: String? = nil
    ) {
        self.approval = approval
        self.name = name
        self.job = job
        self.occurrence = occurrence
        self.seal = seal
        self.recipients = recipients
        self.rejected = rejected
        self.created = created
        self.note = note
    }
}

/// A row of the list that is to get no message.
package struct RejectedRow: Sendable, Hashable {
    /// The row's number in the list, from 1, the header not counted.
    package var row: UInt32
    /// The line of the file on which it begins.
    package var line: UInt32?
    /// The address, when there is one.
    package var address: String?
    /// Whether it is a duplicate that was dropped, rather than a fault.
    package var isDuplicate: Bool
    /// What is wrong with it.
    package var text: String

    package init(row: UInt32, line: UInt32?, address: String?, isDuplicate: Bool, text: String) {
        self.row = row
        self.line = line
        self.address = address
        self.isDuplicate = isDuplicate
        self.text = text
    }
}
