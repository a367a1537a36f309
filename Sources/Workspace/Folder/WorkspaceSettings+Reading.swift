extension WorkspaceFolder {
    /// Reads `martlet.yaml`.
    ///
    /// - Throws: ``ConfigFaults`` with everything that is wrong in it.
    package func settings() throws(ConfigFaults) -> WorkspaceSettings {
        let file = Self.configurationName
        let bytes = try ConfigFile.read(absolute(file), shown: file)
        return try WorkspaceSettings.read(bytes, file: file, workspace: self)
    }
}

extension WorkspaceSettings {
    /// Reads the bytes of a `martlet.yaml`.
    static func read(_ bytes: [UInt8], file: String, workspace: WorkspaceFolder) throws(ConfigFaults)
        -> WorkspaceSettings
    {
        let faults = FaultList(file: file)
        var settings = WorkspaceSettings(file: file)
        if let root = YAMLReader.read(bytes, faults: faults), !root.isNull,
            let reader = GroupReader(root, WorkspaceTable.group, path: "", faults: faults)
        {
            settings.read(reader, workspace)
        }
        if let found = faults.sorted { throw found }
        return settings
    }

    private mutating func read(_ reader: GroupReader, _ workspace: WorkspaceFolder) {
        transports = reader.entries(WorkspaceTable.transports).compactMap { entry in
            guard Self.checkName(entry, reader, WorkspaceTable.transports) else { return nil }
            return TransportDefinition.read(entry, above: "transports", workspace: workspace, faults: reader.faults)
        }
        mailboxes = reader.entries(WorkspaceTable.mailboxes).compactMap { entry in
            guard Self.checkName(entry, reader, WorkspaceTable.mailboxes) else { return nil }
            return MailboxDefinition.read(entry, above: "mailboxes", workspace: workspace, faults: reader.faults)
        }
        if let group = reader.group(WorkspaceTable.identity) {
            identity = IdentityDefinition.read(group)
        }
        if let text = reader.text(WorkspaceTable.ledger) { readLedger(text, reader) }
        if let group = reader.group(WorkspaceTable.suppression) { suppression = SuppressionDefinition(group) }
        if let group = reader.group(WorkspaceTable.sendmail) { sendmail = SendmailDefinition(group) }
    }

    private mutating func readLedger(_ text: String, _ reader: GroupReader) {
        if text == "sqlite" { return }
        guard text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") else {
            reader.report(
                .badValue,
                WorkspaceTable.ledger,
                "`\(Self.withoutLogin(text).shortened)` is no ledger",
                "write `ledger: sqlite`, or a postgres:// address"
            )
            return
        }
        if let end = text.firstRange(of: "://")?.upperBound, let at = text[end...].lastIndex(of: "@"),
            text[end..<at].contains(":")
        {
            reader.report(
                .literalSecret,
                WorkspaceTable.ledger,
                "a secret must not stand in this file, where others may read it",
                "leave the password out of the address; PGPASSFILE or ~/.pgpass has it"
            )
            return
        }
        ledger = .postgres(url: text)
        unavailable.append(
            reader.unavailable(WorkspaceTable.ledger, "a ledger in PostgreSQL", "write `ledger: sqlite`")
        )
    }

    /// What may be shown of something like an address with a password in it.
    private static func withoutLogin(_ text: String) -> String {
        text.lastIndex(of: "@").map { "…" + String(text[$0...]) } ?? text
    }

    /// Names are typed on command lines and shown in reports.
    private static func checkName(_ entry: YAMLEntry, _ reader: GroupReader, _ setting: Setting) -> Bool {
        if NameText.isValid(entry.key) { return true }
        reader.report(
            .badValue,
            setting,
            "`\(entry.key.shortened)` is no name",
            NameText.rule,
            at: entry.place
        )
        return false
    }
}
