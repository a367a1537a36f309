/// The keys of `schedule:`, `window:` and `canary:`.
enum ScheduleTable {
    static let cron = Setting(
        "cron",
        .text,
        isRequired: true,
        example: "\"0 9 * * MON-FRI\"",
        "Minute, hour, day of month, month, day of week."
    )
    static let scheduleZone = Setting(
        "zone",
        .text,
        default: "the machine's own",
        example: "Asia/Shanghai",
        "The time zone of those."
    )
    static let scheduleGroup = SettingGroup("schedule", [cron, scheduleZone])

    static let days = Setting("days", .text, default: "MON-SUN", example: "MON-FRI", "Days of the week.")
    static let from = Setting("from", .text, isRequired: true, example: "\"09:00\"", "When it opens.")
    static let to = Setting("to", .text, isRequired: true, example: "\"20:00\"", "When it closes.")
    static let windowZone = Setting(
        "zone",
        .text,
        default: "the machine's own",
        example: "Asia/Shanghai",
        "A time zone, or a column that holds one."
    )
    static let windowGroup = SettingGroup("window", [days, from, to, windowZone])

    static let share = Setting("share", .percentage, isRequired: true, example: "1%", "How many go first.")
    static let wait = Setting(
        "wait",
        .duration,
        default: "30m",
        example: "30m",
        "How long to wait for bounces before the rest goes."
    )
    static let maximumHardBounces = Setting(
        "max_hard_bounces",
        .percentage,
        example: "2%",
        "Hard bounces among them at most."
    )
    static let maximumComplaints = Setting(
        "max_complaints",
        .percentage,
        example: "0.1%",
        "Complaints among them at most."
    )
    static let canaryGroup = SettingGroup("canary", [share, wait, maximumHardBounces, maximumComplaints])
}
