internal import MailModel

/// The names of a table's columns.
///
/// Names are trimmed of white space at both ends (and of a byte order mark), and otherwise taken as they are: case
/// counts, and two names are one only when their bytes are.
package struct TableHeader: Sendable {
    /// What becomes of a name that is there twice.
    package enum DuplicateNames: Sendable {
        /// A fault.
        case report
        /// The second becomes `name_1`, or the next number that is free.
        case rename
    }

    /// The names, in the order of the columns.
    package private(set) var names: [String]
    /// What is wrong with them; empty when nothing is.
    package private(set) var faults: [TableFault] = []
    private var places: [[UInt8]: Int] = [:]

    /// Takes the fields of the first record as names.
    ///
    /// - Parameters:
    ///   - fields: As they are in the file.
    ///   - line: The line of that record.
    ///   - duplicates: What becomes of a name that is there twice.
    package init(fields: [String], line: Int = 1, duplicates: DuplicateNames = .report) {
        names = fields.map(Self.trimmed)
        for (column, name) in names.enumerated() where name.isEmpty {
            report(.unnamedColumn, line, "column \(column + 1) has no name; name it in the header, or take it away")
        }
        let given = Set(names.map { Array($0.utf8) })
        for column in names.indices where !names[column].isEmpty {
            let key = Array(names[column].utf8)
            guard let first = places[key] else {
                places[key] = column
                continue
            }
            switch duplicates {
            case .report:
                let both = "columns \(first + 1) and \(column + 1)"
                report(.duplicateColumn, line, "\(both) are both named `\(names[column])`; give one another name")
            case .rename: rename(column, given: given)
            }
        }
    }

    /// The column of a name, or nil.
    package func column(named name: String) -> Int? { places[Array(name.utf8)] }

    /// The column of a name that must be there.
    ///
    /// - Throws: A fault that says which name was probably meant.
    package func requireColumn(named name: String, line: Int = 1) throws(TableFault) -> Int {
        if let column = column(named: name) { return column }
        let hint =
            Suggestion.closest(to: name, in: names).map { "did you mean `\($0)`?" }
            ?? "the columns are \(names.prefix(20).map { "`\($0)`" }.joined(separator: ", "))"
        throw TableFault(.missingColumn, record: 1, line: line, message: "there is no column `\(name)`; \(hint)")
    }

    private mutating func rename(_ column: Int, given: Set<[UInt8]>) {
        for number in 1...names.count {
            let name = "\(names[column])_\(number)"
            let key = Array(name.utf8)
            guard !given.contains(key), places[key] == nil else { continue }
            names[column] = name
            places[key] = column
            return
        }
    }

    private mutating func report(_ kind: TableFault.Kind, _ line: Int, _ message: String) {
        // One fault for each column is enough; a header of thousands of empty names is one mistake.
        guard faults.count < 20 else { return }
        faults.append(TableFault(kind, record: 1, line: line, message: message))
    }

    private static func trimmed(_ field: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
        }
        let scalars = field.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isSpace($0) }),
            let last = scalars.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(scalars[first...last])
    }
}
