internal import MailModel

extension GroupReader {
    /// Where a secret is; what is written in place of it is never shown.
    func secret(_ setting: Setting) -> SecretReference? {
        guard let node = node(setting) else { return nil }
        guard Self.isReference(node) else {
            report(
                .literalSecret,
                setting,
                "a secret must not stand in this file, where others may read it",
                "write `\(setting.name): \(setting.example)`, or {file: PATH}, or {command: \"…\"}"
            )
            return nil
        }
        guard let reader = GroupReader(node, SecretTable.group, path: path(setting), faults: faults) else { return nil }
        guard let (source, used) = source(reader) else { return nil }
        return SecretReference(
            source: source,
            file: faults.file,
            place: reader.place(of: used),
            setting: path(setting)
        )
    }

    /// Whether the keys are those of a reference, or nearly so; a password in braces has none of them.
    private static func isReference(_ node: YAMLNode) -> Bool {
        guard case .mapping(let entries) = node.content else { return false }
        return entries.allSatisfy { Suggestion.closest(to: $0.key, in: SecretTable.group.names) != nil }
    }

    private func source(_ reader: GroupReader) -> (SecretReference.Source, Setting)? {
        if let name = reader.text(SecretTable.env) {
            guard Self.isVariable(name) else {
                // Not shown: it may be the password itself.
                reader.reportBad(SecretTable.env, "this is no name of an environment variable")
                return nil
            }
            return (.environment(name), SecretTable.env)
        }
        if let path = reader.text(SecretTable.file) { return (.file(path), SecretTable.file) }
        if let command = reader.text(SecretTable.command) { return (.command(command), SecretTable.command) }
        return nil
    }

    private static func isVariable(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first), name.utf8.count <= 255
        else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
