internal import DeliveryPlanning
package import MailModel
internal import TimeZones
package import Workspace

/// What a run will take, in words for the person who is about to start it.
package struct JobForecast: Sendable {
    /// The words, a line each; warnings begin with `warning:`.
    package let lines: [String]

    /// Looks ahead.
    ///
    /// - Parameters:
    ///   - inputs: the job.
    ///   - result: what the check of its list found.
    ///   - settings: what `martlet.yaml` says.
    ///   - now: when sending would begin.
    /// - Throws: `JobFailure` for a transport or a time zone that there is not.
    package init(
        _ inputs: JobInputs,
        _ result: ListCheck.Result,
        settings: WorkspaceSettings,
        now: Timestamp = .now
    ) throws(JobFailure) {
        let transport = try TransportChoice.definition(for: inputs.job, in: settings)
        let plan = try Self.plan(inputs.job, result, transport, now: Int(now.rawValue / 1_000))
        let forecast = Forecast(plan)
        let job = inputs.job
        lines =
            [Self.summary(forecast, result, transport, now: plan.begins)]
            + forecast.conflicts.map { "warning: \(Self.words($0, of: job))" }
    }

    private static func plan(
        _ job: JobDefinition,
        _ result: ListCheck.Result,
        _ transport: TransportDefinition,
        now: Int
    ) throws(JobFailure) -> SendingPlan {
        var plan = SendingPlan(messages: result.recipients, begins: now)
        if let rate = transport.rate {
            plan.limits.append(.init(domain: nil, perSecond: rate.perSecond, messages: result.recipients))
        }
        for limit in transport.domains {
            guard let rate = limit.rate, let count = result.domains[limit.domain] else { continue }
            plan.limits.append(.init(domain: limit.domain, perSecond: rate.perSecond, messages: count))
        }
        plan.retry = RetrySchedule(
            waits: job.retry.after.map { Int($0.components.seconds) },
            giveUpAfter: Int(job.retry.giveUp.components.seconds)
        )
        if let window = job.window {
            plan.window = SendingWindow(days: window.days, from: window.from, to: window.to)
            // A column of zones gives each recipient other hours: the machine's own stand for them.
            if let rules = try? ZoneFiles.rules(of: window.zone) {
                plan.zone = rules
            } else {
                plan.zone = try ZoneFiles.rules(of: nil)
            }
        }
        if let schedule = job.schedule, let cron = try? CronSchedule(schedule.cron) {
            plan.nextOccurrence = cron.next(after: now, in: try ZoneFiles.rules(of: schedule.zone))
        }
        return plan
    }

    private static func summary(
        _ forecast: Forecast,
        _ result: ListCheck.Result,
        _ transport: TransportDefinition,
        now: Int
    ) -> String {
        let messages = result.recipients == 1 ? "1 message" : "\(result.recipients) messages"
        var text = "forecast: \(messages), \(ByteText.size(result.messageBytes))"
        guard let bound = forecast.bound, let seconds = forecast.seconds else {
            text += "; no `rate` is set for the transport \(transport.name), so the server decides how long it takes"
            if forecast.begins > now { text += "; the window opens at \(time(forecast.begins))" }
            return text
        }
        let rate = bound.domain.map { "of \($0)" } ?? "of the transport \(transport.name)"
        text += "; about \(SpanText.words(seconds)), bound by the rate \(rate)"
        guard let ends = forecast.ends else { return text + "; more windows are needed than anybody would wait for" }
        text += forecast.begins > now ? "; from \(time(forecast.begins)), when the window opens," : "; begun now,"
        text += " it ends at \(time(ends))"
        if forecast.windows > 1 { text += ", in the window number \(forecast.windows)" }
        return text
    }

    private static func words(_ conflict: Forecast.Conflict, of job: JobDefinition) -> String {
        func place(_ key: String) -> String {
            job.places[key].map { "\(job.file):\($0.line):\($0.column): \(key): " } ?? "\(job.file): \(key): "
        }
        switch conflict {
        case .windowCloses(let instant, let left):
            let messages = left == 1 ? "1 message is" : "\(left) messages are"
            return place("window")
                + "it closes at \(time(instant)), when about \(messages) left; they wait until it opens"
        case .givenUpWhileClosed(let closed, let giveUp):
            let words = "it is closed for up to \(SpanText.words(closed)), and deferred mail is given up after "
            return place("window") + words + "\(SpanText.words(giveUp)): raise `retry.give_up`"
        case .unusedWait(let number, let seconds, let giveUp):
            let words =
                "the wait of \(SpanText.words(seconds)) (number \(number)) never comes: deferred mail is given up "
            return place("retry.after") + words + "\(SpanText.words(giveUp)) after its first attempt"
        case .nextOccurrence(let instant):
            return place("schedule") + "the job is due again at \(time(instant)), before this run has ended"
        case .neverOpens: return place("window") + "it never opens"
        }
    }

    private static func time(_ instant: Int) -> String {
        TimeText.local(Timestamp(rawValue: Int64(instant) * 1_000))
    }
}

/// Lengths of time in words.
enum SpanText {
    /// `45 s`, `20 min`, `2 h 47 min`, `3 d 4 h`.
    static func words(_ seconds: Int) -> String {
        let units = [(86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")]
        guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
        let (size, name) = units[first]
        let text = "\(seconds / size) \(name)"
        guard first + 1 < units.count, units[first + 1].0 > 1 else { return text }
        let rest = seconds % size / units[first + 1].0
        return rest > 0 ? "\(text) \(rest) \(units[first + 1].1)" : text
    }
}
