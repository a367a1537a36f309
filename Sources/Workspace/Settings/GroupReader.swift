internal import MailModel

/// Reads the keys of one group and reports what is wrong with them.
///
/// Each reading names a ``Setting`` of the group; whether it is required, its range and its words come from there. What
/// cannot be read is reported and reads as nil.
struct GroupReader {
    let faults: FaultList
    /// The keys above, as messages name them: `transports.relay`; empty at the top.
    let path: String
    /// Where the group stands.
    let place: SourcePlace
    private let entries: [String: YAMLEntry]
    /// Keys that unknown ones were probably meant to be; that they are missing is no second fault.
    private let meant: Set<String>

    /// Takes the keys of a group; unknown and missing ones are reported.
    ///
    /// - Returns: nil when the node is no group at all.
    init?(_ node: YAMLNode, _ group: SettingGroup, path: String, faults: FaultList) {
        guard case .mapping(let list) = node.content else {
            let example = group.settings.first.map { "`\($0.name): \($0.example)`" } ?? "keys"
            faults.report(
                .wrongType,
                at: node.place,
                path,
                "\(node.kindName) stands where a group of keys should be",
                "write keys below it, such as \(example)"
            )
            return nil
        }
        self.faults = faults
        self.path = path
        place = node.place
        var entries: [String: YAMLEntry] = [:]
        var meant: Set<String> = []
        for entry in list {
            if group.names.contains(entry.key) {
                entries[entry.key] = entry
                continue
            }
            let name = Suggestion.closest(to: entry.key, in: group.names)
            if let name { meant.insert(name) }
            Self.reportUnknown(entry, meaning: name, group, path, faults)
        }
        self.entries = entries
        self.meant = meant
        for setting in group.settings where setting.isRequired && entries[setting.name] == nil {
            reportMissing(setting)
        }
        checkExactlyOne(group)
    }

    /// The key with the keys above it.
    func path(_ setting: Setting) -> String { Self.join(path, setting.name) }

    /// A key below a path.
    static func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// Whether the key is there and has a value.
    func has(_ setting: Setting) -> Bool { entries[setting.name].map { !$0.value.isNull } ?? false }

    /// Where the key's value stands; the group's place when it is not there.
    func place(of setting: Setting) -> SourcePlace { entries[setting.name]?.value.place ?? place }

    /// Where the key stands.
    func keyPlace(of setting: Setting) -> SourcePlace { entries[setting.name]?.place ?? place }

    /// The value of a key; nil when it is not there.
    ///
    /// Nothing after the colon is reported, but for lists and groups.
    func node(_ setting: Setting) -> YAMLNode? {
        guard let entry = entries[setting.name] else { return nil }
        guard entry.value.isNull else { return entry.value }
        if !setting.isRequired, setting.kind.mayBeEmpty { return nil }
        report(
            .badValue,
            setting,
            "there is no value",
            "write `\(setting.name): \(setting.example)`" + (setting.isRequired ? "" : ", or take the line away"),
            at: entry.place
        )
        return nil
    }

    /// Reports something about a key's value.
    func report(
        _ kind: ConfigFault.Kind,
        _ setting: Setting,
        _ problem: String,
        _ remedy: String,
        at place: SourcePlace? = nil
    ) {
        faults.report(kind, at: place ?? self.place(of: setting), path(setting), problem, remedy)
    }

    /// Reports a value that cannot be used, and gives the setting's example as the remedy.
    func reportBad(_ setting: Setting, _ problem: String, at place: SourcePlace? = nil) {
        report(.badValue, setting, problem, "write something like `\(setting.name): \(setting.example)`", at: place)
    }

    /// Reports a key that must be there.
    func reportMissing(_ setting: Setting, because reason: String = "") {
        guard !meant.contains(setting.name) else { return }
        faults.report(
            .missingKey,
            at: place,
            path(setting),
            "`\(setting.name)` is missing" + reason,
            "add `\(setting.name): \(setting.example)`"
        )
    }

    /// The fault of a key that this version has not built in.
    func unavailable(_ setting: Setting, _ what: String, _ remedy: String) -> ConfigFault {
        ConfigFault(
            .unavailable,
            file: faults.file,
            place: keyPlace(of: setting),
            setting: path(setting),
            problem: "\(what) is not available in this version",
            remedy: remedy
        )
    }

    private func checkExactlyOne(_ group: SettingGroup) {
        guard !group.exactlyOne.isEmpty else { return }
        let present = group.exactlyOne.filter { entries[$0] != nil }
        let words = group.exactlyOne.map { "`\($0)`" }.joined(separator: ", ")
        if present.isEmpty {
            guard meant.isDisjoint(with: group.exactlyOne) else { return }
            let example = group.settings.first { $0.name == group.exactlyOne.first }
            let line = example.map { "add `\($0.name): \($0.example)`" } ?? "add one"
            faults.report(.missingKey, at: place, path, "one of \(words) is missing", line)
        } else if present.count > 1, let second = entries[present[1]] {
            let setting = Self.join(path, second.key)
            faults.report(
                .contradiction,
                at: second.place,
                setting,
                "`\(present[0])` and `\(present[1])` stand together, and only one can hold",
                "keep one of them"
            )
        }
    }

    private static func reportUnknown(
        _ entry: YAMLEntry,
        meaning name: String?,
        _ group: SettingGroup,
        _ path: String,
        _ faults: FaultList
    ) {
        let remedy =
            if let name {
                "did you mean `\(name)`?"
            } else {
                "the keys of \(article(group.title)) are \(group.names.map { "`\($0)`" }.joined(separator: ", "))"
            }
        let shown = entry.key.shortened
        faults.report(.unknownKey, at: entry.place, join(path, shown), "there is no setting `\(shown)` here", remedy)
    }

    private static func article(_ title: String) -> String {
        guard !["recipients", "martlet.yaml", "identity", "retry", "unsubscribe"].contains(title) else { return title }
        return "a \(title)"
    }
}
