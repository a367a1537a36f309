package import Ledger
package import MailModel
internal import RecipientTable

/// The suppression list as CSV: `address,reason,source,since,expires,note`.
package enum SuppressionTable {
    /// The columns, as they are written; reading takes them in any order and needs the first only.
    package static let columns = ["address", "reason", "source", "since", "expires", "note"]

    /// Appends the header.
    package static func appendHeader(to output: inout [UInt8]) { CSVWriter().append(columns, to: &output) }

    /// Appends an entry.
    package static func append(_ entry: Suppression, to output: inout [UInt8]) {
        CSVWriter().append(
            [
                SuppressionName.text(of: entry), entry.reason, entry.source, TimeText.utc(entry.at),
                entry.expires.map(TimeText.utc) ?? "", entry.note ?? "",
            ],
            to: &output
        )
    }
}

/// Reads a suppression list from CSV, or from a plain file with an address a line; all faults are found at once.
package struct SuppressionTableReader: ~Copyable {
    /// What entries have that the file does not tell.
    package struct Defaults: Sendable {
        /// The reason.
        package var reason: String
        /// Where the entry comes from.
        package var source: String
        /// Since when.
        package var since: Timestamp

        package init(reason: String, source: String, since: Timestamp) {
            self.reason = reason
            self.source = source
            self.since = since
        }
    }

    /// What was read so far and is right.
    package private(set) var entries: [Suppression] = []
    /// What is wrong, with line and column where that can be told: one line each.
    package private(set) var faults: [String] = []

    private let file: String
    private let defaults: Defaults
    private var reader = CSVReader(options: CSVOptions())
    private var batch = TableBatch()
    private var columns: [String: Int]?

    /// - Parameters:
    ///   - file: the file, as faults name it.
    ///   - defaults: what entries have that the file does not tell.
    package init(file: String, defaults: Defaults) {
        self.file = file
        self.defaults = defaults
    }

    /// Takes in bytes.
    package mutating func append(_ bytes: [UInt8]) {
        reader.append(bytes)
        _ = reader.read(into: &batch)
        take()
    }

    /// Takes in what is left at the end of the file.
    package mutating func finish() {
        reader.finish()
        var progress = CSVReader.Progress.needsBytes
        while progress != .ended {
            progress = reader.read(into: &batch)
            take()
        }
        if columns == nil, faults.isEmpty { faults.append("\(file): there is nothing in it") }
    }

    private mutating func take() {
        for fault in batch.faults { faults.append("\(file):\(fault.line):\(fault.column): \(fault.message)") }
        for record in 0..<batch.count {
            let fields = batch.strings(of: record)
            let line = batch.entries[record].line
            if let columns {
                take(fields, columns, line: line)
            } else {
                begin(fields, line: line)
            }
        }
    }

    /// The first record: a header, or an address already.
    private mutating func begin(_ fields: [String], line: Int) {
        var found: [String: Int] = [:]
        for (place, field) in fields.enumerated() {
            let name = field.lowercased()
            found[name == "email" ? "address" : name] = place
        }
        if found["address"] != nil {
            columns = found
        } else if fields.count == 1, (try? SuppressionName(fields[0])) != nil {
            columns = ["address": 0]
            take(fields, ["address": 0], line: line)
        } else {
            columns = [:]
            faults.append("\(file):\(line): the header has no column `address`; write one, or an address a line")
        }
    }

    private mutating func take(_ fields: [String], _ columns: [String: Int], line: Int) {
        func field(_ name: String) -> String? {
            guard let place = columns[name], place < fields.count, !fields[place].isEmpty else { return nil }
            return fields[place]
        }
        guard columns["address"] != nil else { return }
        let name: SuppressionName
        do throws(SuppressionName.Fault) { name = try SuppressionName(field("address") ?? "") } catch {
            faults.append("\(file):\(line): \(error)")
            return
        }
        for column in ["since", "expires"] {
            guard let text = field(column), TimeText.time(text) == nil else { continue }
            faults.append("\(file):\(line): \(column): `\(text.prefix(40))` is no time; write 2026-11-23T09:00:00Z")
            return
        }
        entries.append(
            Suppression(
                kind: name.kind,
                value: name.value,
                reason: field("reason") ?? defaults.reason,
                source: field("source") ?? defaults.source,
                at: field("since").flatMap(TimeText.time) ?? defaults.since,
                expires: field("expires").flatMap(TimeText.time),
                note: field("note")
            )
        )
    }
}
