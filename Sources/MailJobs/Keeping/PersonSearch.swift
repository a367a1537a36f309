internal import Ledger
internal import MailModel
internal import TemplateLanguage
internal import Workspace

/// Finds everything of a person in the lists of runs.
struct PersonSearch {
    /// What one revision of a run has of the person.
    struct Found {
        /// The run.
        var run: RunRecord
        /// The revision's folder.
        var folder: RunFolder
        /// The recipients who are the person, each with the line of the list.
        var recipients: [(seq: UInt32, line: Int)] = []
        /// Parts of the file of rows that are to be overwritten.
        var ranges: [Range<Int>] = []
    }

    private let canonical: String
    private let site: JobSite
    /// How the address is written, as far as it was seen.
    private(set) var needle = AddressNeedle()
    private static let page = 2_048

    /// - Throws: `JobFailure` when the text is no address.
    init(_ text: String, in site: JobSite) throws(JobFailure) {
        canonical = try RecipientSearch(text).canonicalForm
        self.site = site
        needle.add(text)
        needle.add(canonical)
    }

    /// Looks through the lists of all runs; those that have nothing of the person are left out.
    mutating func lists() throws(JobFailure) -> [Found] {
        var all: [Found] = []
        // A spelling that one list has may stand in another's columns: so all of them are known first.
        let runs = try site.unprunedRuns()
        for run in runs {
            for folder in site.folders(of: run) {
                for found in try RecipientSearch(canonical).recipients(in: folder) { needle.add(found.address) }
            }
        }
        for run in runs {
            for folder in site.folders(of: run) {
                let found = try search(folder, of: run)
                if !found.ranges.isEmpty { all.append(found) }
            }
        }
        return all
    }

    private func search(_ folder: RunFolder, of run: RunRecord) throws(JobFailure) -> Found {
        var found = Found(run: run, folder: folder)
        do throws(SealedRows.Failure) {
            let column = try folder.seal().emailColumn
            let rows = try SealedRows(folder: folder.path)
            var block = SealedBlock()
            for start in stride(from: 0, to: rows.count, by: Self.page) {
                let range = start..<min(rows.count, start + Self.page)
                try rows.read(range, into: &block)
                let offset = try rows.offset(of: start)
                let mentions = needle.ranges(in: block.bytes[...])
                guard !mentions.isEmpty else { continue }
                take(block, column, start, offset, mentions, &found)
            }
        } catch {
            throw JobFailure(error)
        }
        return found
    }

    private func take(
        _ block: SealedBlock,
        _ column: Int,
        _ first: Int,
        _ offset: Int,
        _ mentions: [Range<Int>],
        _ found: inout Found
    ) {
        for place in block.rows.indices {
            let fields = block.fields(of: place)
            guard let low = fields.first?.start, let last = fields.last else { continue }
            let whole = low..<last.start + last.count
            let named = mentions.filter { whole.contains($0.lowerBound) }
            guard !named.isEmpty else { continue }
            let address = String(decoding: block.content(column, of: place), as: UTF8.self)
            if MailedRecipients.canonical(address).map({ $0.utf8.elementsEqual(canonical.utf8) }) == true {
                found.recipients.append((UInt32(first + place), block.rows[place].line))
                found.ranges.append(offset + whole.lowerBound..<offset + whole.upperBound)
            } else {
                found.ranges += named.map { offset + $0.lowerBound..<offset + $0.upperBound }
            }
        }
    }
}
