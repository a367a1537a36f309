internal import RecipientTable

/// Faults of a list, gathered: all of them up to a ceiling, and how often each kind occurred.
package struct FaultList: Sendable {
    /// One fault of one row.
    package struct Fault: Sendable {
        /// The list's line, from 1.
        package var line: Int
        /// The column within the line, from 1; nil when the fault is of the row as a whole.
        package var column: Int?
        /// What is wrong and what to do.
        package var message: String
        /// What faults of the same kind have in common.
        package var group: String
    }

    /// A kind of fault and its rows.
    package struct Group: Sendable {
        /// The first of them.
        package var first: Fault
        /// How many rows have it.
        package var count: Int
    }

    /// The faults in the order of the list, at most ``ceiling`` of them.
    package private(set) var faults: [Fault] = []
    /// How many there are.
    package private(set) var total = 0
    private var places: [String: Int] = [:]
    private var groups: [Group] = []

    /// Most faults that are kept; a list with more is wrong as a whole.
    package static let ceiling = 100_000

    package init() {}

    /// Whether there is none.
    package var isEmpty: Bool { total == 0 }

    /// The kinds of fault, in the order in which they first occurred.
    package var grouped: [Group] { groups }

    /// Adds a fault.
    package mutating func add(line: Int, column: Int? = nil, message: String, group: String) {
        total += 1
        let fault = Fault(line: line, column: column, message: message, group: group)
        if faults.count < Self.ceiling { faults.append(fault) }
        if let place = places[group] {
            groups[place].count += 1
        } else if groups.count < 10_000 {
            places[group] = groups.count
            groups.append(Group(first: fault, count: 1))
        }
    }

    /// The faults as lines for a screen: at most `limit`, those of one kind together.
    ///
    /// - Parameters:
    ///   - source: how the list is named.
    ///   - limit: lines at most.
    /// - Returns: a line for each kind of fault, with the place of the first.
    package func lines(of source: String, limit: Int = 20) -> [String] {
        var lines = groups.prefix(limit).map { group in
            let place = [String(group.first.line), group.first.column.map(String.init)].compactMap(\.self)
            let again = group.count > 1 ? "; in \(group.count) rows, this is the first" : ""
            return "\(source):\(place.joined(separator: ":")): \(group.first.message)\(again)"
        }
        if groups.count > limit { lines.append("… and \(groups.count - limit) more kinds of fault") }
        return lines
    }

    /// All kept faults as CSV with a header: line, column, message.
    package func csv() -> [UInt8] {
        var writer = CSVWriter()
        // Messages quote what strangers wrote, and people open such files in spreadsheets.
        writer.guardsFormulas = true
        var text: [UInt8] = []
        writer.append(["line", "column", "message"], to: &text)
        for fault in faults {
            writer.append([String(fault.line), fault.column.map(String.init) ?? "", fault.message], to: &text)
        }
        return text
    }
}
