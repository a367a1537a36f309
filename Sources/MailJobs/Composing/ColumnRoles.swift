internal import MailModel
internal import RecipientTable
internal import TemplateLanguage

/// Which column of a list is for what.
struct ColumnRoles {
    let email: Int
    let name: Int?
    let locale: Int?
    /// The columns as templates see them.
    let kinds: [TemplateSchema.Column]
    /// Columns whose values are checked and handed to templates by type.
    let typed: [(column: Int, type: ColumnType)]

    /// Finds the columns that a job names.
    ///
    /// - Throws: `MessageMaterial.Failure.columns` with a sentence for each that is missing.
    init(_ recipe: MessageRecipe, columns: [String], holdsJSON: [Bool]) throws(MessageMaterial.Failure) {
        var missing: [String] = []
        func place(_ name: String, _ key: String) -> Int? {
            if let found = columns.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) { return found }
            let hint =
                Suggestion.closest(to: name, in: columns).map { "did you mean `\($0)`?" }
                ?? "the list has \(columns.prefix(20).map { "`\($0)`" }.joined(separator: ", "))"
            missing.append("`\(key)` names the column `\(name)`, which is not in the list; \(hint)")
            return nil
        }
        let email = place(recipe.emailColumn, "recipients.email")
        name = recipe.nameColumn.flatMap { place($0, "recipients.name") }
        locale = recipe.localeColumn.flatMap { place($0, "recipients.locale") }
        var types: [Int: ColumnType] = [:]
        for (name, type) in recipe.types {
            if let column = place(name, "recipients.types") { types[column] = type }
        }
        guard let email, missing.isEmpty else { throw .columns(missing.sorted()) }
        self.email = email
        var kinds: [TemplateSchema.Column] = []
        var typed: [(column: Int, type: ColumnType)] = []
        for (column, name) in columns.enumerated() {
            let type = types[column] ?? (holdsJSON[column] ? .json : .text)
            if type != .text { typed.append((column, type)) }
            kinds.append(TemplateSchema.Column(name, Self.kind(type)))
        }
        self.kinds = kinds
        self.typed = typed
    }

    private static func kind(_ type: ColumnType) -> TemplateSchema.Kind {
        switch type {
        case .text, .number, .date: .text
        case .bool: .bool
        // A list may be written as JSON: its typed value decides.
        case .list, .json: .json
        }
    }
}
