internal import MailModel

extension MailboxDefinition {
    /// Reads one entry of `mailboxes:`.
    ///
    /// - Returns: nil when something in it is wrong, which is reported then.
    static func read(_ entry: YAMLEntry, above path: String, workspace: WorkspaceFolder, faults: FaultList) -> Self? {
        let path = GroupReader.join(path, entry.key)
        guard let reader = GroupReader(entry.value, MailboxTable.group, path: path, faults: faults) else { return nil }
        let before = faults.faults.count
        let host = reader.host(MailboxTable.host)
        let port = reader.integer(MailboxTable.port)
        let security = reader.choice(MailboxTable.tls, as: TLSRequirement.self) ?? (port == 995 ? .implicit : .starttls)
        let certificates = reader.text(TLSTable.trusted).map(workspace.absolute)
        let options = TLSTable.read(reader, tls: security.rawValue, workspace)
        let login = MailboxTable.login.read(reader, hasCertificate: options.certificate != nil)
        let keepOnServer = reader.boolean(MailboxTable.keepOnServer) ?? false
        let largest = reader.integer(MailboxTable.largest)
        let inbox = InboxDefinition(reader)
        guard let host, let login, faults.faults.count == before else { return nil }
        return MailboxDefinition(
            name: entry.key,
            place: entry.place,
            host: host,
            port: port ?? (security == .implicit ? 995 : 110),
            security: security,
            trustedCertificates: certificates,
            tlsOptions: options,
            login: login,
            keepOnServer: keepOnServer,
            largestMessage: largest ?? 64,
            inbox: inbox
        )
    }
}
