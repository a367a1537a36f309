internal import BounceAnalysis
internal import Dispatch
internal import Ledger
package import MailModel
internal import Synchronization
internal import Workspace

/// Keeps the mail of one mailbox: raw messages in the state folder, verdicts in the ledger.
///
/// A message counts once it is in the ledger, and only then may the server's copy go. A file that no ledger entry names is
/// what a killed process left: it counts for nothing, and the server still has the message. All steps that block run on a
/// queue of the collector's own. One collector works on a mailbox at a time; ``CollectJob`` sees to that.
package final class MailCollector: CollectedMailStore {
    let site: JobSite
    let mailbox: String
    let classifier: BounceClassifier
    /// How many bytes the classifier reads of a message.
    let readBytes: Int
    let patterns: AddressPatterns
    let inbox: InboxRules
    /// The largest message that is fetched whole, in bytes.
    private let largest: Int
    private let folder: Mutex<MailFolder>
    private let tally: Mutex<MailboxSummary>
    /// The unique ids that the server lists in this session.
    private let listedIDs = Mutex<Set<String>>([])
    /// What the server may have numbered anew; read when it is first needed.
    private let moved = Mutex<MovedMail?>(nil)
    private let queue: DispatchQueue
    /// Where files are synced: a disk takes several in the time of one.
    let lanes: DispatchQueue
    /// How many at once.
    static let lanes = 8

    /// A collector.
    ///
    /// - Parameters:
    ///   - site: the open workspace.
    ///   - mailbox: the mailbox's name in the settings.
    ///   - largest: the largest message that is fetched whole, in bytes.
    package init(_ site: JobSite, mailbox: String, largest: Int = 64 << 20) {
        self.site = site
        self.mailbox = mailbox
        self.largest = largest
        let patterns = AddressPatterns(site)
        self.patterns = patterns
        inbox = InboxRules(site, mailbox: mailbox)
        let limits = AnalysisLimits()
        readBytes = limits.messageBytes
        classifier = BounceClassifier(limits: limits, addresses: patterns.unsubscribe.map { ($0, .unsubscribe) })
        folder = Mutex(MailFolder(state: site.state.path, mailbox: mailbox, now: .now))
        tally = Mutex(MailboxSummary(mailbox: mailbox))
        queue = DispatchQueue(label: "collector.\(mailbox)")
        lanes = DispatchQueue(label: "collector.\(mailbox).files", attributes: .concurrent)
    }

    /// What was done so far.
    package var summary: MailboxSummary { tally.withLock { $0 } }

    package func plan(_ listed: [ListedMessage]) async throws -> [CollectionStep] {
        try await offPool { collector throws(JobFailure) in try collector.planNow(listed) }
    }

    package func isStored(_ message: ListedMessage, header: [UInt8]) async throws -> Bool {
        try await offPool { collector throws(JobFailure) in
            guard let uid = message.uid else { return false }
            let fingerprint = MailFingerprint(header, isHeaderOnly: false)
            return try collector.known([uid])[uid, default: []].contains {
                $0.size == message.size && $0.headerHash == fingerprint.bytes
            }
        }
    }

    package func path(for message: ListedMessage) -> String { folder.withLock { $0.newPath(now: .now) } }

    package func commit(_ messages: [FetchedMessage]) async throws {
        try await offPool { collector throws(JobFailure) in try collector.commitNow(messages) }
    }

    /// Runs blocking steps on the collector's queue, so that a task can wait for them without holding a thread.
    private func offPool<Value: Sendable>(
        _ work: @escaping @Sendable (MailCollector) throws(JobFailure) -> Value
    ) async throws(JobFailure) -> Value {
        let result: Result<Value, JobFailure> = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result { () throws(JobFailure) in try work(self) }) }
        }
        return try result.get()
    }

    private func planNow(_ listed: [ListedMessage]) throws(JobFailure) -> [CollectionStep] {
        let folder = MailFolder(state: site.state.path, mailbox: mailbox, now: .now)
        do throws(SealedFile.Failure) { try folder.make() } catch { throw JobFailure(SealedRows.Failure(error)) }
        self.folder.withLock { $0 = folder }
        listedIDs.withLock { $0 = Set(listed.compactMap(\.uid)) }
        moved.withLock { $0 = nil }
        let known = try known(listed.compactMap(\.uid))
        return listed.map { message in
            guard let uid = message.uid, let stored = known[uid] else { return .fetch }
            let isTooLarge = stored.contains { $0.size == message.size && MailFingerprint.isHeaderOnly($0.headerHash) }
            // The ceiling may have been raised since its header was fetched.
            guard isTooLarge else { return .compare }
            return message.size > largest ? .leave : .fetch
        }
    }

    func known(_ uids: [String]) throws(JobFailure) -> [String: [KnownMessage]] {
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.knownMessages(in: mailbox, uids: uids) }
    }

    /// The file of a message that the ledger has under an id that the server no longer lists.
    func takeMoved(_ mail: StoredMail) throws(JobFailure) -> String? {
        let listed = listedIDs.withLock { $0 }
        // Without a unique id the hash of the message is its id, and is found by that.
        guard mail.listed.uid != nil else { return nil }
        return try moved.withLock { moved throws(JobFailure) in
            if moved == nil { moved = try MovedMail(site, mailbox: mailbox, listed: listed) }
            return moved?.take(mail, state: site.state.path)
        }
    }

    /// Adds to what is told at the end.
    func count(_ change: (inout MailboxSummary) -> Void) { tally.withLock { change(&$0) } }
}
