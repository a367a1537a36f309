package import Ledger
internal import MailModel
internal import RecipientTable

/// An entry of the inbox as JSON.
package enum InboxJSON {
    /// One object and a line feed.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - site: where its run is.
    ///   - text: the message's plain text; nil leaves it out.
    /// - Returns: the bytes.
    package static func object(_ entry: InboxEntry, site: JobSite, text: String? = nil) -> [UInt8] {
        let record = entry.record
        let run = record.run.flatMap { try? site.ledger.run($0) }
        func string(_ name: String, _ value: String?) -> RowValue.Member? {
            value.map { RowValue.Member(name: name, value: .string($0)) }
        }
        var members = [
            string("id", record.key), string("kind", record.kind), string("sender", record.sender),
            string("name", record.name), string("subject", record.subject), string("at", TimeText.utc(entry.at)),
            string("mailbox", entry.mailbox), string("file", entry.file), string("matched", record.matched),
            string("trust", record.trust), string("job", record.job ?? run?.job), string("run", run?.name),
        ].compactMap(\.self)
        if let run, let seq = record.seq, let row = row(seq, of: site.folder(of: run)) {
            members.append(RowValue.Member(name: "row", value: .object(row)))
        }
        members += [
            string("text", text), string("held", record.held), string("handed", entry.handed.map { TimeText.utc($0) }),
            string("error", entry.error),
        ].compactMap(\.self)
        var bytes: [UInt8] = []
        JSONText.append(.object(members), to: &bytes)
        return bytes + [0x0A]
    }

    /// The recipient's row as it was sealed; nil when it is gone.
    private static func row(_ seq: UInt32, of folder: RunFolder) -> [RowValue.Member]? {
        guard let names = try? folder.columns().names, let rows = try? SealedRows(folder: folder.path) else {
            return nil
        }
        var block = SealedBlock()
        guard (try? rows.read(Int(seq)..<Int(seq) + 1, into: &block)) != nil, !block.rows.isEmpty else { return nil }
        return names.enumerated().map { column, name in
            let cell = String(decoding: block.content(column, of: 0), as: UTF8.self)
            return RowValue.Member(name: name, value: .string(cell))
        }
    }
}
