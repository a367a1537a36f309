internal import RecipientTable
internal import TemplateLanguage

/// What a job's templates ask of its list: the columns, their types, and which must not be empty.
package struct ListSchema: Sendable {
    /// One column of the list.
    package struct Column: Sendable, Hashable {
        /// Its name.
        package var name: String
        /// The type that the job gives it: `text`, `bool`, and so on.
        package var type: String
        /// What the job uses it for besides the templates: `address`, `name`, `locale`, `condition`.
        package var roles: [String] = []
        /// Whether an empty cell is a fault.
        package var mustNotBeEmpty = false
        /// Whether a template or the job asks for it.
        package var isUsed: Bool { firstUse != nil || !roles.isEmpty }
        /// Whether templates only ask whether it is there, or loop over it.
        package var isCondition = false
        /// The names that templates take from its items or members.
        package var members: [String] = []
        /// The first use in a template: `templates/a/text.mustache:3:9`.
        package var firstUse: String?
    }

    /// The columns in the order of the list.
    package let columns: [Column]

    /// The schema of a compiled job.
    package init(_ material: MessageMaterial) {
        var columns = material.columns.map { Column(name: $0, type: ColumnType.text.rawValue) }
        for (column, type) in material.typedColumns { columns[column].type = type.rawValue }
        columns[material.emailColumn].roles.append("address")
        columns[material.emailColumn].mustNotBeEmpty = true
        if let name = material.nameColumn { columns[name].roles.append("name") }
        if let locale = material.localeColumn { columns[locale].roles.append("locale") }
        for name in material.recipe.condition?.columns ?? [] {
            if let place = columns.firstIndex(where: { $0.name == name }) { columns[place].roles.append("where") }
        }
        let languages = material.languages.flatMap { [$0.subject, $0.text, $0.html].compactMap(\.self) }
        for template in languages + material.fieldTemplates {
            for variable in template.variables { Self.note(variable, in: &columns) }
        }
        self.columns = columns
    }

    private static func note(_ variable: TemplateVariable, in columns: inout [Column]) {
        guard let place = variable.column else {
            // A name that the items of a loop have.
            guard let loop = variable.within.last, let place = columns.firstIndex(where: { $0.name == loop }),
                !columns[place].members.contains(variable.name)
            else { return }
            columns[place].members.append(variable.name)
            return
        }
        // Behind the list's own columns stands the link for leaving, which nobody has to fill in.
        guard columns.indices.contains(place) else { return }
        let use = variable.firstUse
        if columns[place].firstUse == nil {
            columns[place].isCondition = true
            columns[place].firstUse = "\(use.file):\(use.line):\(use.column)"
        }
        if variable.mustNotBeEmpty { columns[place].mustNotBeEmpty = true }
        if variable.isPrinted { columns[place].isCondition = false }
        let member = variable.name.dropFirst(columns[place].name.count + 1)
        if variable.name != columns[place].name, !columns[place].members.contains(String(member)) {
            columns[place].members.append(String(member))
        }
    }

    /// The schema as a table for a person.
    package var lines: [String] {
        let used = columns.filter(\.isUsed)
        let width = used.map(\.name.count).max() ?? 0
        var lines = ["columns that the job asks for:"]
        for column in used {
            let name = column.name + String(repeating: " ", count: width - column.name.count)
            let type = column.type + String(repeating: " ", count: 6 - min(6, column.type.count))
            lines.append("    \(name)  \(type)  \(Self.words(column))")
        }
        let unused = columns.filter { !$0.isUsed }.map(\.name)
        if !unused.isEmpty { lines.append("not asked for: \(unused.joined(separator: ", "))") }
        return lines
    }

    private static func words(_ column: Column) -> String {
        var words = [
            column.mustNotBeEmpty ? "must not be empty" : column.isCondition ? "asked for in a section" : "may be empty"
        ]
        words += column.roles.map { role in role == "where" ? "in `where`" : "the \(role)" }
        if !column.members.isEmpty { words.append("with \(column.members.joined(separator: ", "))") }
        return words.joined(separator: "; ")
    }

    /// The schema as JSON.
    var json: RowValue {
        .list(
            columns.map { column in
                .object([
                    .init(name: "name", value: .string(column.name)), .init(name: "type", value: .string(column.type)),
                    .init(name: "used", value: .bool(column.isUsed)),
                    .init(name: "must_not_be_empty", value: .bool(column.mustNotBeEmpty)),
                    .init(name: "roles", value: .list(column.roles.map { .string($0) })),
                    .init(name: "members", value: .list(column.members.map { .string($0) })),
                    .init(name: "first_use", value: column.firstUse.map { .string($0) } ?? .null),
                ])
            }
        )
    }
}
