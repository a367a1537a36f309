internal import RecipientTable
internal import TextEncodings

extension RecipientListDefinition {
    static func read(_ reader: GroupReader, workspace: WorkspaceFolder) -> RecipientListDefinition? {
        let before = reader.faults.faults.count
        guard var list = source(reader, workspace) else { return nil }
        list.email = reader.text(RecipientsTable.email) ?? list.email
        list.name = reader.text(RecipientsTable.name)
        list.locale = reader.text(RecipientsTable.locale)
        list.rule = rule(reader)
        list.exclude = reader.texts(RecipientsTable.exclude).map { workspace.absolute($0.text) }
        list.duplicates = reader.choice(RecipientsTable.duplicates, as: Duplicates.self) ?? list.duplicates
        list.readTypes(reader)
        if let name = reader.text(RecipientsTable.encoding) {
            list.charset = Charset(named: name)
            if list.charset == nil {
                reader.reportBad(RecipientsTable.encoding, "`\(name.shortened)` is no charset that is known here")
            }
        }
        list.delimiter = delimiter(reader)
        return reader.faults.faults.count == before ? list : nil
    }

    private static func source(_ reader: GroupReader, _ workspace: WorkspaceFolder) -> RecipientListDefinition? {
        if let file = reader.text(RecipientsTable.file) {
            guard file != "-" else { return RecipientListDefinition(source: .standardInput, shown: "standard input") }
            let path = workspace.absolute(file)
            return RecipientListDefinition(source: .file(path), shown: workspace.shown(path))
        }
        return reader.text(RecipientsTable.command).map { RecipientListDefinition(source: .command($0), shown: $0) }
    }

    private static func rule(_ reader: GroupReader) -> WhereRule? {
        guard let node = reader.node(RecipientsTable.condition),
            let text = reader.text(node, RecipientsTable.condition)
        else { return nil }
        var isPlain = true
        if case .scalar(_, isPlain: false) = node.content { isPlain = false }
        do throws(ConfigFault) {
            return try WhereRule(text, file: reader.faults.file, place: node.place, isPlain: isPlain)
        } catch {
            reader.faults.add(error)
            return nil
        }
    }

    private mutating func readTypes(_ reader: GroupReader) {
        let setting = RecipientsTable.types
        for entry in reader.entries(setting) {
            guard let text = reader.text(entry.value, setting),
                let word = reader.word(text, of: ColumnType.allCases.map(\.rawValue), setting, at: entry.value.place)
            else { continue }
            types[entry.key] = ColumnType(rawValue: word)
        }
    }

    /// A delimiter is read as it is, white space too; `tab` and `\t` are words for the one nobody can see.
    private static func delimiter(_ reader: GroupReader) -> String? {
        let setting = RecipientsTable.delimiter
        guard let node = reader.node(setting) else { return nil }
        guard case .scalar(let raw, isPlain: _) = node.content else { return reader.text(node, setting) }
        if raw == "tab" || raw == "\\t" { return "\t" }
        let isUsable =
            (1...4).contains(raw.unicodeScalars.count)
            && !raw.unicodeScalars.contains { $0 == "\n" || $0 == "\r" || $0 == "\"" }
        if isUsable { return raw }
        reader.reportBad(setting, "`\(raw.shortened)` cannot part columns")
        return nil
    }
}
