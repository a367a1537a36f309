extension JobDefinition {
    mutating func readTimes(_ reader: GroupReader) {
        if let group = reader.group(JobTable.schedule) { schedule = ScheduleDefinition.read(group) }
        if let group = reader.group(JobTable.window) {
            window = WindowDefinition.read(group)
            unavailable.append(
                reader.unavailable(JobTable.window, "`window`", "take it away, and run the job at such hours")
            )
        }
        if let group = reader.group(JobTable.canary) {
            canary = CanaryDefinition.read(group)
            unavailable.append(
                reader.unavailable(JobTable.canary, "`canary`", "take it away, and try `run --limit N` first")
            )
        }
    }
}

extension ScheduleDefinition {
    static func read(_ reader: GroupReader) -> ScheduleDefinition? {
        let zone = reader.zone(ScheduleTable.scheduleZone)
        guard let cron = reader.text(ScheduleTable.cron) else { return nil }
        if let problem = CronText.objection(to: cron) {
            reader.reportBad(ScheduleTable.cron, problem)
            return nil
        }
        return ScheduleDefinition(cron: cron, zone: zone)
    }
}

extension WindowDefinition {
    static func read(_ reader: GroupReader) -> WindowDefinition? {
        var days = Set(1...7)
        if let text = reader.text(ScheduleTable.days) {
            if let named = CronText.weekdays(text) {
                days = named
            } else {
                reader.reportBad(ScheduleTable.days, "`\(text.shortened)` names no days of the week")
            }
        }
        let from = reader.timeOfDay(ScheduleTable.from)
        let to = reader.timeOfDay(ScheduleTable.to)
        let zone = reader.text(ScheduleTable.windowZone)
        guard let from, let to else { return nil }
        guard from != to else {
            reader.reportBad(ScheduleTable.to, "it closes when it opens")
            return nil
        }
        return WindowDefinition(days: days, from: from, to: to, zone: zone)
    }
}

extension CanaryDefinition {
    static func read(_ reader: GroupReader) -> CanaryDefinition? {
        let wait = reader.duration(ScheduleTable.wait) ?? .seconds(1_800)
        let bounces = reader.percentage(ScheduleTable.maximumHardBounces)
        let complaints = reader.percentage(ScheduleTable.maximumComplaints)
        guard let share = reader.percentage(ScheduleTable.share) else { return nil }
        guard share.fraction > 0 else {
            reader.reportBad(ScheduleTable.share, "nobody would go first")
            return nil
        }
        return CanaryDefinition(
            share: share,
            wait: wait,
            maximumHardBounces: bounces,
            maximumComplaints: complaints
        )
    }
}

extension GroupReader {
    /// Minutes after midnight of `HH:MM`.
    func timeOfDay(_ setting: Setting) -> Int? {
        guard let text = text(setting) else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), let hours = Int(parts[0]),
            let minutes = Int(parts[1]), (0...23).contains(hours) || hours == 24 && minutes == 0,
            (0...59).contains(minutes)
        {
            return hours * 60 + minutes
        }
        reportBad(setting, "`\(text.shortened)` is no time of the day")
        return nil
    }

    /// The name of a time zone, by its letters only: which zones there are, the machine knows.
    func zone(_ setting: Setting) -> String? {
        guard let text = text(setting) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            !part.isEmpty && part.first != UInt8(ascii: ".")
                && part.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                        true
                    default: false
                    }
                }
        }
        if isName, text.utf8.count <= 64 { return text }
        reportBad(setting, "`\(text.shortened)` is no name of a time zone")
        return nil
    }
}
