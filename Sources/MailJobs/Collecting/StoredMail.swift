internal import BounceAnalysis
internal import Crypto
internal import MIMECoding
internal import MailModel
internal import RecipientTable

/// A fetched message that is safe on disk, with what it is.
struct StoredMail: Sendable {
    /// What the server said of it.
    var listed: ListedMessage
    /// Its file, relative to the state folder.
    var file: String
    /// Its unique id; where the server has none, a hash of the message.
    var uid: String
    /// What tells it from others of the same unique id.
    var fingerprint: MailFingerprint
    /// What it is.
    var verdict: Verdict
    /// Why it could not be judged; nil when it could.
    var quarantine: Quarantine?
    /// Who wrote it; nil for reports and automatic answers.
    var inbound: InboundMail?

    /// Whether another file holds the same message.
    var isDouble = false

    /// The file that has the header alone, from when the message was too large; the message takes its place.
    var replaces: String?

    /// Why a message is kept without a verdict that counts.
    enum Quarantine: String, Sendable {
        /// Only its header was fetched: the message is too large.
        case headerOnly = "header-only"
        /// It has no header field at all.
        case noHeader = "no-header"
    }

    /// The word that quarantined messages have in the place of a kind.
    static let quarantineKind = "quarantine"

    /// The kind, as the ledger keeps it.
    var kind: String { quarantine == nil ? verdict.kind.rawValue : Self.quarantineKind }

    init(
        listed: ListedMessage,
        file: String,
        uid: String,
        fingerprint: MailFingerprint,
        verdict: Verdict,
        quarantine: Quarantine?,
        inbound: InboundMail?
    ) {
        self.listed = listed
        self.file = file
        self.uid = uid
        self.fingerprint = fingerprint
        self.verdict = verdict
        self.quarantine = quarantine
        self.inbound = inbound
    }

    /// Makes a fetched message safe from a lost machine and judges it; blocks.
    ///
    /// - Parameters:
    ///   - message: what was fetched.
    ///   - state: the state folder, which the message's file is in.
    ///   - classifier: the judge.
    ///   - limit: how many bytes the judge reads.
    /// - Throws: `SealedFile.Failure` when the file cannot be read or synced.
    init(
        _ message: FetchedMessage,
        state: String,
        classifier: BounceClassifier,
        limit: Int
    ) throws(SealedFile.Failure) {
        let handle = try SealedFile(path: message.path, isNew: false)
        try handle.sync()
        let size = try handle.size()
        let bytes = try handle.read(at: 0, count: min(size, limit + 1))
        listed = message.listed
        file = String(decoding: message.path.utf8.dropFirst(state.utf8.count + 1), as: UTF8.self)
        fingerprint = MailFingerprint(bytes, isHeaderOnly: message.isHeaderOnly)
        if let uid = message.listed.uid {
            self.uid = uid
        } else {
            uid = try Self.hash(of: handle, size: size)
        }
        verdict = classifier.classify(bytes)
        inbound = Self.inbound(bytes, verdict.kind)
        if message.isHeaderOnly {
            quarantine = .headerOnly
        } else if Self.hasNoHeader(bytes) {
            quarantine = .noHeader
        }
    }

    /// Who wrote a message; nil for reports and automatic answers.
    static func inbound(_ bytes: [UInt8], _ kind: Verdict.Kind) -> InboundMail? {
        switch kind {
        case .confirmation, .unsubscribe, .notABounce: InboundMail(MIMEMessage(Array(bytes.prefix(64 << 10))))
        case .bounce, .delayed, .autoReply, .complaint: nil
        }
    }

    /// Whether no header field can be found where a message begins.
    static func hasNoHeader(_ bytes: [UInt8]) -> Bool {
        MIMEMessage(Array(bytes.prefix(64 << 10))).fields.isEmpty
    }

    /// A hash of a whole file, which serves as the unique id of mail from servers that have none.
    private static func hash(of file: SealedFile, size: Int) throws(SealedFile.Failure) -> String {
        var hash = SHA256()
        var offset = 0
        while offset < size {
            let chunk = try file.read(at: offset, count: min(1 << 20, size - offset))
            guard !chunk.isEmpty else { break }
            hash.update(data: chunk)
            offset += chunk.count
        }
        return "sha256:" + SealHash.text(hash)
    }
}

extension StoredMail {
    /// The verdict as the ledger keeps it: the classifier's line, and besides what it had to tolerate and why nobody was
    /// found.
    func verdictLine(unmatched: String?) -> String {
        var line = verdict.jsonLine(id: file)
        line.removeLast()
        func add(_ name: String, _ value: RowValue) {
            line.append(contentsOf: ",\"\(name)\":".utf8)
            JSONText.append(value, to: &line)
        }
        if let quarantine { add("quarantine", .string(quarantine.rawValue)) }
        if let unmatched { add("unmatched", .string(unmatched)) }
        if !verdict.diagnostics.isEmpty {
            add("diagnostics", .list(verdict.diagnostics.map { .string("\($0)") }))
        }
        line.append(UInt8(ascii: "}"))
        return String(decoding: line, as: UTF8.self)
    }
}
