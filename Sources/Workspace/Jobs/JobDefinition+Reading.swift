internal import MailModel

extension JobDefinition {
    /// Reads the bytes of a job file.
    ///
    /// - Parameters:
    ///   - bytes: What is in it.
    ///   - name: The job's name.
    ///   - file: The file as people name it.
    ///   - workspace: Where relative paths begin.
    /// - Returns: The job.
    /// - Throws: ``ConfigFaults`` with everything that is wrong in it.
    package static func read(
        _ bytes: [UInt8],
        name: String,
        file: String,
        workspace: WorkspaceFolder
    ) throws(ConfigFaults) -> JobDefinition {
        let faults = FaultList(file: file)
        let job = parse(bytes, name: name, file: file, workspace: workspace, faults: faults)
        if let found = faults.sorted { throw found }
        guard let job else {
            throw ConfigFaults(
                ConfigFault(
                    .missingKey,
                    file: file,
                    problem: "there is nothing in the file",
                    remedy: "write a job: `martlet init` makes one as an example"
                )
            )
        }
        return job
    }

    private static func parse(
        _ bytes: [UInt8],
        name: String,
        file: String,
        workspace: WorkspaceFolder,
        faults: FaultList
    ) -> JobDefinition? {
        guard let root = YAMLReader.read(bytes, faults: faults), !root.isNull,
            let reader = GroupReader(root, JobTable.group, path: "", faults: faults)
        else { return nil }
        let from = reader.mailbox(JobTable.from)
        let recipients = reader.group(JobTable.recipients).flatMap {
            RecipientListDefinition.read($0, workspace: workspace)
        }
        let template = reader.name(JobTable.template)
        // What else is wrong is found even when one of the three is.
        var job = JobDefinition(
            name: name,
            file: file,
            bytes: bytes,
            from: from ?? .placeholder,
            recipients: recipients ?? RecipientListDefinition(source: .standardInput, shown: ""),
            template: template ?? ""
        )
        job.readDelivery(reader)
        job.readContent(reader, workspace)
        job.readHeaders(reader)
        job.readTimes(reader)
        job.readReports(reader)
        job.readExpect(reader)
        job.places = reader.places(JobTable.group)
        return from != nil && recipients != nil && template != nil ? job : nil
    }

    private mutating func readDelivery(_ reader: GroupReader) {
        via = reader.name(JobTable.via)
        inDoubt = reader.choice(JobTable.inDoubt, as: InDoubtPolicy.self) ?? inDoubt
        approveBy = reader.text(JobTable.approveBy)
        collect = reader.texts(JobTable.collect).map(\.text)
        if let group = reader.group(JobTable.retry) { retry = RetryDefinition(group) }
    }

    private mutating func readContent(_ reader: GroupReader, _ workspace: WorkspaceFolder) {
        language = reader.text(JobTable.language)
        if let language, !LanguageTag.isWellFormed(language) {
            reader.reportBad(JobTable.language, "`\(language.shortened)` is no language tag")
        }
        replyTo = reader.texts(JobTable.replyTo).compactMap { reader.mailbox($0.text, JobTable.replyTo, at: $0.place) }
        sender = reader.mailbox(JobTable.sender)
        copies = reader.copies(JobTable.cc, isShown: true) + reader.copies(JobTable.bcc, isShown: false)
        wordWrap = reader.integer(JobTable.wordWrap)
        attachments = AttachmentDefinition.all(JobTable.attachments, JobTable.attachmentGroup, reader, workspace)
        pictures = AttachmentDefinition.all(JobTable.inline, JobTable.inlineGroup, reader, workspace)
        guard let group = reader.group(JobTable.unsubscribe) else { return }
        let mailto = group.addressPattern(JobTable.mailto).map { $0.address(token: TokenPattern.placeholder) }
        unsubscribe = UnsubscribeDefinition(mailto: mailto, url: group.unsubscribeURL(JobTable.url))
        if !group.has(JobTable.mailto), !group.has(JobTable.url) {
            reader.report(
                .missingKey,
                JobTable.unsubscribe,
                "neither `mailto` nor `url` is there",
                "add `mailto: \(JobTable.mailto.example)`, or `url: \(JobTable.url.example)`"
            )
        }
    }
}

extension NamedMailbox {
    /// Stands in for an address that was reported, while the rest of a file is read; it never leaves the reading.
    fileprivate static var placeholder: NamedMailbox {
        do {
            return NamedMailbox(name: "", address: try .init(parsing: "nobody@invalid"))
        } catch {
            preconditionFailure("a plain address is valid")
        }
    }
}

extension GroupReader {
    /// A name of the user's choice, which becomes part of a path.
    func name(_ setting: Setting) -> String? {
        guard let text = text(setting) else { return nil }
        if NameText.isValid(text) { return text }
        report(.badValue, setting, "`\(text.shortened)` is no name", NameText.rule)
        return nil
    }

    /// An address with its display name; nil when the key is not there, too.
    func mailbox(_ setting: Setting) -> NamedMailbox? {
        text(setting).flatMap { mailbox($0, setting, at: place(of: setting)) }
    }

    /// Who gets copies.
    func copies(_ setting: Setting, isShown: Bool) -> [CopyDefinition] {
        texts(setting).compactMap { text, place in
            guard !text.contains("{{") else {
                // With text around it, a value could bring an address of its own.
                guard text.hasPrefix("{{"), text.hasSuffix("}}"), text.ranges(of: "{{").count == 1 else {
                    reportBad(
                        setting,
                        "a variable has to be all of it: its column holds the address, or several",
                        at: place
                    )
                    return nil
                }
                return CopyDefinition(recipient: .template(text), isShown: isShown, place: place)
            }
            return mailbox(text, setting, at: place).map {
                CopyDefinition(recipient: .mailbox($0), isShown: isShown, place: place)
            }
        }
    }

    /// An https address in which `{token}` may stand.
    func unsubscribeURL(_ setting: Setting) -> String? {
        guard let text = text(setting), pattern(text, setting) != nil else { return nil }
        let isPrintable = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
        guard text.hasPrefix("https://"), text.utf8.count > 8, isPrintable else {
            reportBad(setting, "`\(text.shortened)` is no https address in ASCII")
            return nil
        }
        return text
    }

    /// Where the keys of the group stand, and the elements of their lists and groups.
    func places(_ group: SettingGroup) -> [String: SourcePlace] {
        var places: [String: SourcePlace] = [:]
        func add(_ node: YAMLNode, _ path: String) {
            places[path] = node.place
            switch node.content {
            case .scalar: break
            case .list(let nodes): for (index, node) in nodes.enumerated() { add(node, "\(path)[\(index)]") }
            case .mapping(let entries): for entry in entries { add(entry.value, Self.join(path, entry.key)) }
            }
        }
        for setting in group.settings where has(setting) {
            if let node = node(setting) { add(node, path(setting)) }
        }
        return places
    }
}

extension RetryDefinition {
    /// Reads the group's keys.
    init(_ group: GroupReader) {
        let waits = group.elements(JobTable.after).compactMap { group.duration($0, JobTable.after) }
        if !waits.isEmpty { after = waits }
        if waits.isEmpty, group.has(JobTable.after), case .list([]) = group.node(JobTable.after)?.content {
            group.reportBad(JobTable.after, "the list is empty")
        }
        giveUp = group.duration(JobTable.giveUp) ?? giveUp
    }
}
