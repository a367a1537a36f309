internal import MailModel

extension WorkspaceSettings {
    /// The transport of a job.
    ///
    /// - Throws: ``ConfigFaults`` when there is none of that name, or when the job names none and there are several.
    package func transport(for job: JobDefinition) throws(ConfigFaults) -> TransportDefinition {
        let place = job.places["via"]
        guard let name = job.via else {
            if transports.count == 1 { return transports[0] }
            let names = transports.map { "`\($0.name)`" }.joined(separator: ", ")
            throw ConfigFaults(
                ConfigFault(
                    .missingKey,
                    file: job.file,
                    setting: "via",
                    problem: transports.isEmpty
                        ? "there is no transport in \(file)" : "there are several transports, and none is named",
                    remedy: transports.isEmpty ? "add one below `transports:`" : "add `via:` with one of \(names)"
                )
            )
        }
        if let transport = transports.first(where: { $0.name == name }) { return transport }
        throw unknown("transport", name, transports.map(\.name), "transports", job.file, place, "via")
    }

    /// The mailboxes that a job collects from.
    ///
    /// - Throws: ``ConfigFaults`` with every name that there is no mailbox of.
    package func mailboxes(for job: JobDefinition) throws(ConfigFaults) -> [MailboxDefinition] {
        var found: [MailboxDefinition] = []
        var faults: [ConfigFault] = []
        for (index, name) in job.collect.enumerated() {
            if let mailbox = mailboxes.first(where: { $0.name == name }) {
                found.append(mailbox)
                continue
            }
            let place = job.places["collect[\(index)]"] ?? job.places["collect"]
            faults += unknown("mailbox", name, mailboxes.map(\.name), "mailboxes", job.file, place, "collect").faults
        }
        if let faults = ConfigFaults(faults) { throw faults }
        return found
    }

    /// The mailbox of a name given on the command line.
    ///
    /// - Throws: ``ConfigFaults`` when there is none.
    package func mailbox(named name: String) throws(ConfigFaults) -> MailboxDefinition {
        if let mailbox = mailboxes.first(where: { $0.name == name }) { return mailbox }
        throw unknown("mailbox", name, mailboxes.map(\.name), "mailboxes", file, nil, "mailboxes")
    }

    private func unknown(
        _ what: String,
        _ name: String,
        _ names: [String],
        _ key: String,
        _ file: String,
        _ place: SourcePlace?,
        _ setting: String
    ) -> ConfigFaults {
        let remedy =
            if let close = Suggestion.closest(to: name, in: names) {
                "did you mean `\(close)`?"
            } else if names.isEmpty {
                "add it below `\(key):` in \(self.file)"
            } else {
                "\(self.file) has \(names.map { "`\($0)`" }.joined(separator: ", "))"
            }
        return ConfigFaults(
            ConfigFault(
                .unknownName,
                file: file,
                place: place,
                setting: setting,
                problem: "there is no \(what) `\(name.shortened)`",
                remedy: remedy
            )
        )
    }
}
