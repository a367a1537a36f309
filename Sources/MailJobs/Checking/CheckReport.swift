internal import DeliveryPlanning
internal import RecipientTable
internal import Workspace

/// What `check` says about a job and its list, for people and for programs.
package struct CheckReport: Sendable {
    private let inputs: JobInputs
    private let result: ListCheck.Result

    /// Warnings about mail clients that people see; the JSON has all.
    private static let shownWarnings = 20

    package init(_ inputs: JobInputs, _ result: ListCheck.Result) {
        self.inputs = inputs
        self.result = result
    }

    private var list: String { inputs.job.recipients.shown }

    /// What is probably not meant, though it can be sent.
    package var warnings: [String] { Self.scheduleWarnings(inputs.job) + inputs.clientWarnings }

    /// What a person should know, though it may well be meant.
    package var notices: [String] { result.languages.notices() }

    /// What is said when there are no faults: warnings, notices, and one line of sums.
    package var talk: [String] {
        let recipients = result.recipients == 1 ? "1 recipient" : "\(result.recipients) recipients"
        let sum =
            "\(list): \(recipients)\(result.exceptions); no faults; about \(result.averageMessage) bytes a message"
        return warnings.prefix(Self.shownWarnings) + notices.map { "notice: \($0)" } + [sum]
    }

    /// The columns that the job asks for, as a table.
    package var schema: [String] { ListSchema(result.material).lines }

    /// A schedule that no calendar has is no fault of the file, and hardly meant.
    private static func scheduleWarnings(_ job: JobDefinition) -> [String] {
        guard let schedule = job.schedule, let cron = try? CronSchedule(schedule.cron), cron.neverComes else {
            return []
        }
        let place = job.places["schedule.cron"].map { ":\($0.line):\($0.column)" } ?? ""
        return [
            "\(job.file)\(place): schedule.cron: no year has such a day (`\(schedule.cron)`), so the job is never due"
        ]
    }

    /// All of it as one JSON object and a line end.
    package func json() -> [UInt8] {
        func number(_ value: Int) -> RowValue { .number(String(value)) }
        func texts(_ values: [String]) -> RowValue { .list(values.map { .string($0) }) }
        func object(_ members: [(String, RowValue)]) -> RowValue {
            .object(members.map { .init(name: $0.0, value: $0.1) })
        }
        let groups = result.faults.grouped.map { group in
            object([
                ("line", number(group.first.line)), ("column", group.first.column.map(number) ?? .null),
                ("message", .string(group.first.message)), ("rows", number(group.count)),
            ])
        }
        let languages = result.languages.entries.map { entry in
            object([
                ("tag", .string(entry.tag)), ("rows", number(entry.rows)), ("gets", .string(entry.gets)),
                ("has_templates", .bool(entry.hasTemplates)),
            ])
        }
        let report = object([
            ("job", .string(inputs.job.name)), ("list", .string(list)), ("rows", number(result.rows)),
            ("recipients", number(result.recipients)), ("left_out", number(result.leftOut)),
            ("duplicates", number(result.duplicates)), ("excluded", number(result.excluded)),
            ("faults", number(result.faults.total)), ("fault_kinds", .list(groups)),
            ("message_bytes", number(result.messageBytes)), ("columns", ListSchema(result.material).json),
            ("languages", .list(languages)), ("warnings", texts(warnings)), ("notices", texts(notices)),
        ])
        var output: [UInt8] = []
        JSONText.append(report, to: &output)
        return output + [0x0A]
    }
}
