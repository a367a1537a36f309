internal import Ledger
internal import MailModel
internal import Workspace

/// The recipients of past runs, as they are looked up for collected mail; blocks, and belongs on a thread that may.
///
/// By number a lookup is one read. By address there is no index: the latest runs' lists are read through, once for a
/// whole batch of messages.
struct MailedRecipients {
    /// How many of the latest runs are searched for an address.
    static let searchedRuns = 20
    /// Recipients of the longest list that is searched.
    static let searchedRecipients: UInt32 = 1_000_000

    private let site: JobSite
    private var runs: [UInt32: RunRecord] = [:]
    private var lists: [UInt32: SealedAddresses] = [:]
    private var copies: [UInt32: [CopyDefinition]] = [:]

    init(_ site: JobSite) { self.site = site }

    /// The recipient of a token; nil when there is no such run, or no such recipient in it.
    mutating func match(
        run number: UInt32,
        seq: UInt32,
        by means: RecipientMatch.Means
    ) throws(LedgerFailure) -> RecipientMatch? {
        guard let run = try run(number), seq < run.recipients else { return nil }
        // A run whose folder is gone still counts the bounce; there is only nobody to suppress.
        let line = try? list(of: run)?.lines(Int(seq)..<Int(seq) + 1).first
        return RecipientMatch(
            run: number,
            runName: run.name,
            seq: seq,
            address: line.flatMap { Self.canonical($0.address) },
            means: means,
            copies: copies(of: run, seq)
        )
    }

    /// Those who got copies of a recipient's message.
    private mutating func copies(of run: RunRecord, _ seq: UInt32) -> Set<String> {
        let folder = site.folder(of: run)
        let definitions =
            copies[run.number] ?? (try? folder.sealedInputs(of: run.job, in: site).inputs.job.copies) ?? []
        copies[run.number] = definitions
        var found: Set<String> = []
        var dependsOnRow = false
        for definition in definitions {
            switch definition.recipient {
            case .mailbox(let mailbox): found.insert(mailbox.address.canonicalForm)
            case .template: dependsOnRow = true
            }
        }
        guard dependsOnRow else { return found }
        // A copy's variable is the whole of its setting, so the addresses stand in the row as they are.
        var block = SealedBlock()
        guard (try? SealedRows(folder: folder.path).read(Int(seq)..<Int(seq) + 1, into: &block)) != nil else {
            return found
        }
        for column in 0..<(block.rows.first?.fieldCount ?? 0) {
            let text = String(decoding: block.content(column, of: 0), as: UTF8.self)
            guard text.contains("@") else { continue }
            found.formUnion(HeaderAddressList(parsing: text).mailboxes.compactMap { Self.canonical($0.address) })
        }
        return found
    }

    /// Whom the latest runs mailed at these addresses; of several runs the latest.
    ///
    /// - Parameter wanted: canonical forms.
    /// - Returns: what was found, as matches by address.
    /// - Throws: `LedgerFailure` when the runs cannot be listed; a list that cannot be read is passed over.
    mutating func matches(for wanted: Set<String>) throws(LedgerFailure) -> [String: RecipientMatch] {
        var found: [String: RecipientMatch] = [:]
        guard !wanted.isEmpty else { return found }
        for run in try site.ledger.runs(limit: Self.searchedRuns) where run.recipients <= Self.searchedRecipients {
            let left = wanted.subtracting(found.keys)
            if left.isEmpty { break }
            // A list that cannot be read is searched by nobody; mail about it stays unmatched.
            guard let list = list(of: run) else { continue }
            let end = min(list.count, Int(min(run.claimedUpTo, run.recipients)))
            for start in stride(from: 0, to: end, by: 4_096) {
                guard let lines = try? list.lines(start..<min(end, start + 4_096)) else { break }
                for (place, line) in lines.enumerated() {
                    guard let address = Self.canonical(line.address), left.contains(address) else { continue }
                    found[address] = RecipientMatch(
                        run: run.number,
                        runName: run.name,
                        seq: UInt32(start + place),
                        address: address,
                        means: .address
                    )
                }
            }
        }
        return found
    }

    /// The form by which an address counts as one mailbox; nil when it is none.
    static func canonical(_ text: String) -> String? {
        let bytes = MessageFactory.trimmed(Array(text.utf8)[...])
        return (try? MailAddress(parsing: Array(bytes).span))?.canonicalForm
    }

    private mutating func run(_ number: UInt32) throws(LedgerFailure) -> RunRecord? {
        if let known = runs[number] { return known }
        let run = try site.ledger.run(number)
        runs[number] = run
        return run
    }

    private mutating func list(of run: RunRecord) -> SealedAddresses? {
        if let known = lists[run.number] { return known }
        let list = try? SealedAddresses(site.folder(of: run))
        lists[run.number] = list
        return list
    }
}
