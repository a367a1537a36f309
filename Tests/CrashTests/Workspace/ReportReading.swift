import Foundation

/// What `martlet report` says of a run, in both forms.
struct ReportReading: Sendable {
    /// Recipients by class, empty classes left out; from the JSON form.
    var classes: [String: Int]
    /// The number of rows; from the JSON form.
    var total: Int
    /// The class of each address; from the CSV form.
    var recipients: [String: String] = [:]
    /// Addresses that the CSV form has twice.
    var repeated: [String] = []

    /// How many are in doubt.
    var inDoubt: Int { classes["in_doubt"] ?? 0 }

    /// Reads the JSON form alone.
    init(jsonOf workspace: CrashWorkspace, job: String = "notice") throws {
        let text = try workspace.output(["report", "\(job)-x", "--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        classes = (object?["classes"] as? [String: Int] ?? [:]).filter { $0.value > 0 }
        total = object?["total"] as? Int ?? -1
    }

    /// Reads both forms.
    init(_ workspace: CrashWorkspace, job: String = "notice") throws {
        try self.init(jsonOf: workspace, job: job)
        // No address and no class has a comma or a quotation mark in it.
        let lines = try workspace.output(["report", "\(job)-x", "--format", "csv"]).split(whereSeparator: \.isNewline)
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            let address = String(fields[0])
            if recipients.updateValue(String(fields[1]), forKey: address) != nil { repeated.append(address) }
        }
    }
}
