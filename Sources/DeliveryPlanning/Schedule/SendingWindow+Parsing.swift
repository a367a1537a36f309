extension SendingWindow {
    /// Why words are no window.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The days are wrong; what is wrong with them.
        case days(CronSchedule.Failure)
        /// A time of day is wrong.
        case time(String)
        /// Beginning and end are the same.
        case noTime(String)

        package var description: String {
            switch self {
            case .days(let failure): failure.description
            case .time(let text): "\(text) is no time of day: write 09:00, from 00:00 to 24:00"
            case .noTime(let text):
                "the window from \(text) to \(text) has no length: for whole days write 00:00 to 24:00"
            }
        }
    }

    /// A window as a job names it: `MON-FRI`, `09:00`, `20:00`.
    ///
    /// - Parameters:
    ///   - days: as in the last field of a cron schedule.
    ///   - from: when it opens, `00:00` to `23:59`.
    ///   - to: when it closes, `00:00` to `24:00`; `00:00` is the end of the day.
    /// - Throws: the first thing that is wrong, and what would be right.
    package init(days: String, from: String, to: String) throws(Failure) {
        let field: CronField
        do throws(CronSchedule.Failure) {
            field = try CronSchedule.daysOfWeek(days)
        } catch {
            throw .days(error)
        }
        guard let opening = Self.minutes(from), opening < Self.minutesPerDay else { throw Self.wrongTime(from) }
        guard let closing = Self.minutes(to) else { throw Self.wrongTime(to) }
        let window = Self(
            days: Set((1...7).filter { field.contains($0 % 7) }),
            from: opening,
            to: closing == 0 ? Self.minutesPerDay : closing
        )
        guard let window, from != to else { throw .noTime(CronSchedule.Failure.shown(from[...])) }
        self = window
    }

    private static func wrongTime(_ text: String) -> Failure { .time(CronSchedule.Failure.shown(text[...])) }

    /// The minutes since midnight of `hh:mm` or `h:mm`, up to `24:00`.
    private static func minutes(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, 1...2 ~= parts[0].count, parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }),
            let hour = Int(String(decoding: parts[0], as: UTF8.self)),
            let minute = Int(String(decoding: parts[1], as: UTF8.self)), minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        return minutes <= minutesPerDay ? minutes : nil
    }
}
