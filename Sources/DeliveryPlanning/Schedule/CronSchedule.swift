internal import TimeZones

/// When a job is due, in the five fields of cron: minute, hour, day of month, month, day of week.
///
/// Fields take lists, ranges, steps and English names; `@daily` and the like stand for whole lines. When both day fields
/// are restricted (neither begins with `*`), a day that fits one of them is enough, as in every cron.
///
/// **When clocks are changed.** Schedules that name their hours run at the first moment at which the clock shows the
/// time or has passed it: a time that clocks are put forward over runs at the moment of the change, together with all
/// others that fall there, and a time that comes twice runs the first time only. So a job at a fixed hour runs on the days of
/// change neither twice nor never. Schedules for every hour (`*` as hour) go by elapsed time: they run in both passes
/// of an hour that comes twice, and not for an hour that does not come.
package struct CronSchedule: Sendable, Hashable {
    /// As it was written, without white space around it.
    package let text: String
    let minutes: CronField
    let hours: CronField
    let daysOfMonth: CronField
    let months: CronField
    let daysOfWeek: CronField

    /// How far searches look: five years, in seconds.
    ///
    /// So a schedule for 29 February finds nothing around 2100.
    package static let horizon = 1_827 * 86_400

    /// The instants from which a search stays within what civil time can tell: all but the last years of a thousand
    /// million.
    static let searchable =
        CivilTime.bounds.lowerBound + 2 * horizon...CivilTime.bounds.upperBound - 2 * horizon

    /// Whether the schedule goes by elapsed time when clocks are changed.
    package var isEveryHour: Bool { hours.bits == 1 << 24 - 1 }

    /// Whether no year has a day that fits, as with 30 February.
    package var neverComes: Bool {
        let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard daysOfMonth.isStar || daysOfWeek.isStar else { return false }
        return !(1...12).contains { month in
            months.contains(month) && (daysOfMonth.first(from: 1) ?? .max) <= longest[month - 1]
        }
    }

    /// Whether a day fits.
    ///
    /// - Parameters:
    ///   - day: from 1 to 31.
    ///   - month: from 1 to 12.
    ///   - weekday: from 1, Monday, to 7, Sunday.
    /// - Returns: true when the schedule is due on that day.
    func containsDay(_ day: Int, month: Int, weekday: Int) -> Bool {
        guard months.contains(month) else { return false }
        let fitsMonth = daysOfMonth.contains(day)
        let fitsWeek = daysOfWeek.contains(weekday % 7)
        return daysOfMonth.isStar || daysOfWeek.isStar ? fitsMonth && fitsWeek : fitsMonth || fitsWeek
    }
}
