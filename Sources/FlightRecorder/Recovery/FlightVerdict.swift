package import MailModel

/// What the recorder of open claims is worth.
package enum FlightVerdict: Sendable, Hashable {
    /// It is that very file, and whole.
    case intact(RecoveredFlight)
    /// It cannot be believed: every open claim is in doubt.
    case untrusted(FlightDoubt)
}

/// What an intact recorder says.
package struct RecoveredFlight: Sendable, Hashable {
    /// Events that were published and may not be in the ledger yet, in order.
    package var events: [DeliveryEvent]
    /// Attempts whose last byte may have been handed over; some of them may have an outcome.
    package var marked: Set<AttemptID>
    /// What left with the marked attempts, where the process had the time to note it.
    package var sent: [AttemptID: SentFacts]
    /// Whether every attempt that was handed over is marked; false when there were not slots enough.
    package var marksAreComplete: Bool

    package init(
        events: [DeliveryEvent],
        marked: Set<AttemptID>,
        sent: [AttemptID: SentFacts] = [:],
        marksAreComplete: Bool
    ) {
        self.sent = sent
        self.events = events
        self.marked = marked
        self.marksAreComplete = marksAreComplete
    }
}

/// Why a recorder cannot be believed.
package enum FlightDoubt: Sendable, Hashable {
    /// There is no such file.
    case missing
    /// It cannot be read; the system's words.
    case unreadable(String)
    /// It is no flight recorder.
    case notARecorder
    /// It was written by another version of this program.
    case otherVersion(UInt32)
    /// It is that of another run.
    case otherRun(UInt32)
    /// It is that of another process's claims, or a copy, or was put back from a backup.
    case otherRecorder
    /// It is from an earlier instant: outcomes are in the ledger that it does not know of.
    case stale
    /// The ledger is from an earlier instant: outcomes have left the recorder that it does not have.
    case ledgerIsOlder
    /// The machine was started anew since: what was in memory then is lost.
    case otherBoot
    /// It is damaged; what was found.
    case torn(String)
}

extension FlightDoubt: CustomStringConvertible {
    /// Words for a person, as they are put beside every claim that is in doubt for it.
    package var description: String {
        switch self {
        case .missing: "the flight recorder is gone"
        case .unreadable(let words): "the flight recorder cannot be read: \(words)"
        case .notARecorder: "the file is not a flight recorder"
        case .otherVersion(let version): "the flight recorder has version \(version), which this program cannot read"
        case .otherRun(let run): "the flight recorder is that of run \(run)"
        case .otherRecorder: "the flight recorder is not the one that the claims were made under"
        case .stale: "the flight recorder was put back from an earlier instant"
        case .ledgerIsOlder: "the ledger was put back from an earlier instant"
        case .otherBoot: "the machine was restarted since"
        case .torn(let what): "the flight recorder is damaged: \(what)"
        }
    }
}
