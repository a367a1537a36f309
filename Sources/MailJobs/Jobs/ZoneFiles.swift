internal import TimeZones

/// The machine's own rules of time zones.
enum ZoneFiles {
    /// The rules of a zone; nil for the machine's own.
    ///
    /// - Throws: `JobFailure` when there is no such zone, or its file is broken.
    static func rules(of name: String?) throws(JobFailure) -> ZoneRules {
        guard let name else { return read("/etc/localtime") ?? .utc }
        if let known = ZoneName.builtIn(name) { return known }
        if let objection = ZoneName.objection(to: name) {
            throw JobFailure(.configuration, "time zone `\(name)`: \(objection)")
        }
        for folder in ZoneName.folders {
            if let rules = read("\(folder)/\(name)") { return rules }
        }
        let advice = ZoneName.advice(for: name) ?? "write one like Asia/Shanghai (and install tzdata if it is missing)"
        throw JobFailure(.configuration, "there is no time zone `\(name)`; \(advice)")
    }

    private static func read(_ path: String) -> ZoneRules? {
        guard let file = try? SealedFile(path: path, isNew: false), let size = try? file.size(), size <= 1 << 20,
            let bytes = try? file.read(at: 0, count: size)
        else { return nil }
        return try? ZoneRules(tzif: bytes)
    }
}
