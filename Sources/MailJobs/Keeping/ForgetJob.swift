package import Ledger
internal import MailModel
internal import Workspace

/// Erases a person from the state folder: rows, words, history, raw mail; a hash stays on the suppression list.
///
/// The numbers stay: how many were accepted, bounced, complained. What cannot be reached from here is named.
package struct ForgetJob: Sendable {
    /// What was erased, or would be.
    package struct Summary: Sendable {
        /// Runs that had the person, with the lines of their lists; empty lines where others' rows named the person.
        package var runs: [(name: String, lines: [Int])] = []
        /// What went in the ledger.
        package var ledger: ForgetSummary
        /// Files of collected mail.
        package var mail = 0
        /// Files outside the state folder, and sealed inputs, that name the person still.
        package var named: [String] = []
        /// Backups that were made and may name the person.
        package var backups: [String] = []
        /// The job that was running, so that the ledger's free space could not be overwritten; nil when it was.
        package var running: String?
        /// The name that stays on the suppression list.
        package var kept = ""
    }

    private let site: JobSite
    private let address: String
    private let isDryRun: Bool
    /// What stands where words were.
    private static let words = "forgotten"
    /// What is read of a file at once, and how much of it is read again with the next piece.
    private static let chunk = (bytes: 4 << 20, overlap: 1_024)

    /// - Parameters:
    ///   - site: the open workspace.
    ///   - address: the person's address.
    ///   - isDryRun: whether only what would go is told.
    package init(_ site: JobSite, _ address: String, isDryRun: Bool) {
        self.site = site
        self.address = address
        self.isDryRun = isDryRun
    }

    /// Does it; done again after it was interrupted, it goes on.
    ///
    /// - Throws: `JobFailure`; with `notFinished`, and nothing changed, while a job is run that had the person.
    package func run() throws(JobFailure) -> Summary {
        let keeping = try StateLock(site).keeping()
        defer { withExtendedLifetime(keeping) {} }
        var search = try PersonSearch(address, in: site)
        let found = try search.lists()
        let locks = try lock(found)
        defer { withExtendedLifetime(locks) {} }
        let needle = search.needle
        let canonical = try RecipientSearch(address).canonicalForm
        let kept = try suppression(canonical)
        var summary = Summary(runs: Self.lines(of: found), ledger: ForgetSummary())
        summary.kept = SuppressionName.text(of: kept)
        // A recipient has the same number in all revisions.
        let places = Array(
            Set(
                found.flatMap { found in
                    found.recipients.map { ForgetRequest.Place(run: found.run.number, seq: $0.seq) }
                }
            )
        )
        let mail = try mail(needle)
        let messages = try messages(places, needle, mail)
        summary.mail = Set(mail).union(messages.files).count
        if !isDryRun {
            let request = ForgetRequest(
                places: places,
                keys: site.addressHash.keys(of: canonical),
                kept: kept,
                needles: needle.texts,
                messages: messages.ids,
                words: Self.words,
                at: .now,
                erase: { needle.erased($0) }
            )
            summary.ledger = try site.withLedger { ledger throws(LedgerFailure) in try ledger.forget(request) }
            try erase(found)
            for file in Set(mail).union(summary.ledger.files).sorted() { try remove(site.state.path(file)) }
            summary.running = try overwriteFreeSpace(holding: found)
        }
        try nameTheRest(found, needle, &summary)
        return summary
    }

    /// The runs, each with the lines that the person has in any of its lists.
    private static func lines(of found: [PersonSearch.Found]) -> [(name: String, lines: [Int])] {
        let runs = Dictionary(grouping: found, by: \.run.number).sorted { $0.key > $1.key }
        return runs.map { _, revisions in
            (revisions[0].run.name, Set(revisions.flatMap { $0.recipients.map(\.line) }).sorted())
        }
    }

    /// Locks the jobs of these runs; none of them may have claims left open by a killed process.
    private func lock(_ found: [PersonSearch.Found]) throws(JobFailure) -> [RunLock] {
        var locks: [RunLock] = []
        for job in Set(found.map(\.run.job)).sorted() { locks.append(try StateLock(site).job(job)) }
        for found in found {
            // Read again, under the lock.
            let run = try site.withLedger { ledger throws(LedgerFailure) in try ledger.run(found.run.number) }
            guard let run, run.recorder != nil else { continue }
            let words = "run \(run.name) was cut off, and what it was doing is not settled yet"
            throw JobFailure(.notFinished, "\(words); `martlet run \(run.job)` settles it, then say forget again")
        }
        return locks
    }

    /// What stays: the reason that held until now, or that the person was forgotten.
    private func suppression(_ canonical: String) throws(JobFailure) -> Suppression {
        let keys = site.addressHash.keys(of: canonical)
        let known = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.suppression(among: keys, now: .now)
        }
        return Suppression(
            kind: .keyedHash,
            value: site.addressHash.keyed(canonical).value,
            reason: known?.reason ?? Self.words,
            source: "forget",
            at: known?.at ?? .now
        )
    }

    /// Files of mail that name the person, whether the ledger knows them or not.
    private func mail(_ needle: AddressNeedle) throws(JobFailure) -> [String] {
        var files: [String] = []
        try FileTree.eachFile(below: site.state.path("mail")) { (name, _) throws(JobFailure) in
            if try isNamed(in: site.state.path("mail/\(name)"), needle) { files.append("mail/\(name)") }
        }
        return files
    }

    /// The ledger's numbers of all messages about the person, and their files.
    private func messages(
        _ places: [ForgetRequest.Place],
        _ needle: AddressNeedle,
        _ mail: [String]
    ) throws(JobFailure) -> (ids: [Int64], files: [String]) {
        var ids = try site.withLedger { ledger throws(LedgerFailure) in
            try ledger.messages(about: places, needles: needle.texts) { needle.isNamed(in: $0) }
        }
        let files = Set(mail)
        var about: [String] = []
        var last: Int64 = 0
        while true {
            let after = last
            let page = try site.withLedger { ledger throws(LedgerFailure) in try ledger.mailFiles(after: after) }
            guard let end = page.last else { return (ids.sorted(), about) }
            last = end.id
            for mail in page {
                if files.contains(mail.file) { ids.insert(mail.id) }
                if ids.contains(mail.id) { about.append(mail.file) }
            }
        }
    }

    /// Overwrites the rows, and removes flight recorders, which have servers' words in them.
    private func erase(_ found: [PersonSearch.Found]) throws(JobFailure) {
        do throws(SealedFile.Failure) {
            for found in found {
                let rows = try SealedRowsEraser(folder: found.folder.path)
                for range in found.ranges { try rows.blank(range) }
                try rows.sync()
                for folder in site.folders(of: found.run) { try FileTree.remove(folder.flightPath) }
            }
        } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
    }

    /// Writes the ledger anew, so that no free page and no log has anything of the person.
    ///
    /// - Returns: the job that is running, so that it could not be done.
    private func overwriteFreeSpace(holding found: [PersonSearch.Found]) throws(JobFailure) -> String? {
        let all = try StateLock(site).allJobs(except: Set(found.map(\.run.job)))
        defer { withExtendedLifetime(all.locks) {} }
        if let running = all.running { return running }
        try site.withLedger { ledger throws(LedgerFailure) in try ledger.compact() }
        return nil
    }

    private func nameTheRest(
        _ found: [PersonSearch.Found],
        _ needle: AddressNeedle,
        _ summary: inout Summary
    ) throws(JobFailure) {
        var gone: [String] = []
        for file in try site.withLedger({ ledger throws(LedgerFailure) in try ledger.writtenFiles() }) {
            guard let facts = FileFacts(file.path) else {
                gone.append(file.path)
                continue
            }
            if file.kind == "backup" {
                summary.backups.append(file.path)
            } else if facts.isFile, try isNamed(in: file.path, needle) {
                summary.named.append(file.path)
            }
        }
        for path in Set(inputs()).sorted() where try isNamed(in: path, needle) {
            summary.named.append(site.workspace.shown(path))
        }
        for found in found {
            let folder = found.folder.inputsPath
            try FileTree.eachFile(below: folder) { (name, _) throws(JobFailure) in
                if try isNamed(in: folder + "/" + name, needle) {
                    summary.named.append(site.workspace.shown(folder + "/" + name))
                }
            }
        }
        if !isDryRun, !gone.isEmpty {
            let paths = gone
            try site.withLedger { ledger throws(LedgerFailure) in try ledger.drop(files: paths) }
        }
    }

    /// Files of the workspace that may name recipients: lists, exclusions, previews.
    private func inputs() -> [String] {
        var paths: [String] = []
        for name in site.workspace.jobNames {
            // A job with faults names no files.
            guard let job = try? site.workspace.job(named: name) else { continue }
            if case .file(let path) = job.recipients.source { paths.append(path) }
            paths += job.recipients.exclude
        }
        let preview = site.workspace.absolute("preview")
        FileTree.eachFile(below: preview) { name, _ in paths.append(preview + "/" + name) }
        return paths
    }

    private func isNamed(in path: String, _ needle: AddressNeedle) throws(JobFailure) -> Bool {
        guard let facts = FileFacts(path), facts.isFile else { return false }
        do throws(SealedFile.Failure) {
            let file = try SealedFile(path: path, isNew: false)
            for start in stride(from: 0, to: try file.size(), by: Self.chunk.bytes) {
                let bytes = try file.read(at: start, count: Self.chunk.bytes + Self.chunk.overlap)
                if !needle.ranges(in: bytes[...]).isEmpty { return true }
            }
            return false
        } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
    }

    private func remove(_ path: String) throws(JobFailure) {
        do throws(SealedFile.Failure) { try FileTree.remove(path) } catch {
            throw JobFailure(SealedRows.Failure(error))
        }
    }
}
