internal import Ledger
internal import MailModel

/// Finds messages that the ledger has under another unique id: servers that number anew after a lost session would
/// otherwise have them counted twice.
///
/// A message is such a one when a message of the mailbox has the same size, the same header and, byte for byte, the same
/// file, and the server no longer lists the id of that. Looked for among the ledger's last messages only: what a lost
/// session has left on the server was collected by the session before.
struct MovedMail {
    /// How far back it looks, in messages of all mailboxes.
    private static let reach: Int64 = 20_000
    private static let page = 1_000
    private static let chunk = 1 << 20

    private struct Key: Hashable {
        var size: Int
        var headerHash: [UInt8]
    }

    private var files: [Key: [String]] = [:]

    /// Reads what the ledger has.
    ///
    /// - Parameters:
    ///   - site: the open workspace.
    ///   - mailbox: whose messages.
    ///   - listed: the unique ids that the server lists.
    /// - Throws: `JobFailure` when the ledger cannot be read.
    init(_ site: JobSite, mailbox: String, listed: Set<String>) throws(JobFailure) {
        files = try site.withLedger { ledger throws(LedgerFailure) in
            var files: [Key: [String]] = [:]
            var last = max(0, try ledger.lastCollected() - Self.reach)
            while true {
                let page = try ledger.collectedMessages(of: [mailbox], after: last, limit: Self.page)
                guard let end = page.last?.number else { return files }
                last = end
                for message in page where !listed.contains(message.record.uid) {
                    let key = Key(size: message.record.size, headerHash: message.record.headerHash)
                    files[key, default: []].append(message.record.file)
                }
            }
        }
    }

    /// The file of the same message under its former id; each is found once.
    ///
    /// - Parameters:
    ///   - mail: a message whose unique id the ledger does not know.
    ///   - state: the state folder.
    /// - Returns: the file, relative to the state folder; nil when there is none.
    mutating func take(_ mail: StoredMail, state: String) -> String? {
        let key = Key(size: mail.listed.size, headerHash: mail.fingerprint.bytes)
        guard let candidates = files[key] else { return nil }
        let place = candidates.firstIndex { Self.areEqual("\(state)/\($0)", "\(state)/\(mail.file)") }
        return place.flatMap { files[key]?.remove(at: $0) }
    }

    /// Whether two files have the same bytes; a file that cannot be read has not.
    private static func areEqual(_ first: String, _ second: String) -> Bool {
        do throws(SealedFile.Failure) {
            let files = (try SealedFile(path: first, isNew: false), try SealedFile(path: second, isNew: false))
            let size = try files.0.size()
            guard try files.1.size() == size else { return false }
            var offset = 0
            while offset < size {
                let count = min(chunk, size - offset)
                let bytes = try files.0.read(at: offset, count: count)
                guard !bytes.isEmpty, try files.1.read(at: offset, count: count) == bytes else { return false }
                offset += bytes.count
            }
            return true
        } catch {
            return false
        }
    }
}
