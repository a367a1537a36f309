internal import Ledger
internal import MailModel

/// Finds recipients by the codes that stand in subjects, for addresses without a token.
///
/// The latest runs of the job are read through once for a whole batch of messages.
struct CodeSearch {
    /// Letters that a code has at least: shorter words stand in subjects by chance.
    private static let shortest = 4
    /// How many of the latest runs are searched.
    private static let searchedRuns = 10
    /// Words of a subject that are looked for.
    private static let mostWords = 32

    private let site: JobSite

    init(_ site: JobSite) { self.site = site }

    /// The words of a subject that may be codes, in capitals.
    static func words(of subject: String) -> [String] {
        let words = subject.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        return words.filter { $0.utf8.count >= shortest }.prefix(mostWords).map { $0.uppercased() }
    }

    /// The recipients of a job whose code is among the words.
    ///
    /// - Parameters:
    ///   - wanted: words in capitals.
    ///   - column: the column with the codes.
    ///   - job: the job.
    /// - Returns: the recipients by word; a code of several rows is that of the latest.
    /// - Throws: `LedgerFailure` when the runs cannot be listed; a list that cannot be read is passed over.
    func recipients(
        for wanted: Set<String>,
        column: String,
        job: String
    ) throws(LedgerFailure) -> [String: RecipientMatch] {
        var found: [String: RecipientMatch] = [:]
        let runs = try site.ledger.runs(limit: 200).filter { $0.job == job }.prefix(Self.searchedRuns)
        for run in runs where found.count < wanted.count {
            let folder = site.folder(of: run)
            guard let place = try? folder.columns().names.firstIndex(of: column),
                let rows = try? SealedRows(folder: folder.path), let seal = try? folder.seal()
            else { continue }
            var block = SealedBlock()
            var start = 0
            while start < rows.count {
                let range = start..<min(start + 2_048, rows.count)
                guard (try? rows.read(range, into: &block)) != nil else { break }
                for row in block.rows.indices {
                    let code = String(decoding: MessageFactory.trimmed(block.content(place, of: row)), as: UTF8.self)
                    let word = code.uppercased()
                    guard code.utf8.count >= Self.shortest, wanted.contains(word), found[word] == nil else { continue }
                    let address = String(decoding: block.content(seal.emailColumn, of: row), as: UTF8.self)
                    found[word] = RecipientMatch(
                        run: run.number,
                        runName: run.name,
                        seq: UInt32(range.lowerBound + row),
                        address: MailedRecipients.canonical(address),
                        means: .code
                    )
                }
                start = range.upperBound
            }
        }
        return found
    }
}

/// Ties mail that people wrote to plain addresses to the recipients of past runs.
struct WrittenMailSearch {
    private let site: JobSite

    init(_ site: JobSite) { self.site = site }

    /// Whom each message is about; nil where that cannot be told.
    ///
    /// An answer is tied by the code in its subject alone, since anybody can write any address into From; a sign-up by
    /// its sender, which says no more than that this person is known.
    func matches(
        _ messages: [(mail: StoredMail, purpose: InboxRules.Purpose?)]
    ) throws(LedgerFailure) -> [RecipientMatch?] {
        var wanted: [String: (column: String, words: Set<String>)] = [:]
        var senders: Set<String> = []
        for (mail, purpose) in messages {
            switch purpose {
            case .answer(let expectation, _):
                guard let column = expectation.codeColumn, let inbound = mail.inbound else { continue }
                wanted[expectation.job, default: (column, [])].words.formUnion(CodeSearch.words(of: inbound.subject))
            case .signUp: if let sender = mail.inbound?.sender, !sender.isEmpty { senders.insert(sender) }
            case nil: continue
            }
        }
        var byJob: [String: [String: RecipientMatch]] = [:]
        for (job, search) in wanted where !search.words.isEmpty {
            byJob[job] = try CodeSearch(site).recipients(for: search.words, column: search.column, job: job)
        }
        var mailed = MailedRecipients(site)
        let known = senders.isEmpty ? [:] : try mailed.matches(for: senders)
        return messages.map { mail, purpose in
            guard let inbound = mail.inbound else { return nil }
            switch purpose {
            case .answer(let expectation, _):
                return CodeSearch.words(of: inbound.subject).lazy.compactMap { byJob[expectation.job]?[$0] }.first
            case .signUp:
                var match = known[inbound.sender]
                match?.means = .sender
                return match
            case nil: return nil
            }
        }
    }
}
