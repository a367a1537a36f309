internal import DeliveryPlanning
internal import Ledger
internal import MailModel
internal import TimeZones
internal import Workspace

extension JobRunner {
    /// What a new run is for.
    struct Occurrence {
        /// The occurrence: an instant or a given name.
        var name: String
        /// The run's name.
        var runName: String
    }

    /// What is to be run now; nil when nothing is due that was not run already.
    ///
    /// A named occurrence is run once. A schedule gives its latest instant. Without either, every call is an occurrence of
    /// its own: the seal keeps the same list from going out twice.
    func dueOccurrence() throws(JobFailure) -> Occurrence? {
        if let name = request.occurrence {
            guard Self.isName(name) else {
                let rule = "letters, digits, `-`, `_` and `.`, at most 64 of them, and no dot first"
                throw JobFailure(.usage, "--occurrence \(name): a name of an occurrence has \(rule)")
            }
            return try unlessRun(name)
        }
        guard let schedule = job.schedule else { return try fresh() }
        let zone = try ZoneFiles.rules(of: schedule.zone)
        let cron: CronSchedule
        do throws(CronSchedule.Failure) { cron = try CronSchedule(schedule.cron) } catch {
            throw JobFailure(.configuration, "\(job.file): schedule.cron: \(error)")
        }
        let now = Int(Timestamp.now.rawValue / 1_000)
        guard let instant = cron.latest(atOrBefore: now, in: zone), let name = OccurrenceName(instant: instant) else {
            return nil
        }
        return try unlessRun(name.text)
    }

    /// Whether a text can name an occurrence: it becomes part of the run's name and of its folder's.
    private static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= 64, first != UInt8(ascii: ".") else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    private func unlessRun(_ name: String) throws(JobFailure) -> Occurrence? {
        let run = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.run(job: job.name, occurrence: name)
        }
        return run == nil ? Occurrence(name: name, runName: "\(job.name)-\(name)") : nil
    }

    private func fresh() throws(JobFailure) -> Occurrence {
        let now = Timestamp.now
        for name in [TimeText.compact(now), TimeText.compact(now, seconds: true)] {
            if let occurrence = try unlessRun(name) { return occurrence }
        }
        // Three runs within one second: only a test does that, and the milliseconds tell them apart.
        let name = TimeText.compact(now, seconds: true) + "-\(now.rawValue % 1_000)"
        return Occurrence(name: name, runName: "\(job.name)-\(name)")
    }
}
