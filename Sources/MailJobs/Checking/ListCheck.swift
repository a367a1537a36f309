internal import Crypto
internal import MIMECoding
internal import MailModel
package import RecipientTable
internal import TemplateLanguage

/// Reads a whole list once: every row is checked and rendered, so that nothing can fail later but the network; what is
/// good may be sealed on the way.
package struct ListCheck {
    /// How a list is checked.
    package struct Options: Sendable {
        /// What rows with an address that was there before are.
        package enum Duplicates: String, Sendable, CaseIterable {
            /// A fault.
            case fault
            /// Dropped: the first row counts.
            case first
            /// Meant: everybody gets as many messages as there are rows.
            case all
        }

        /// What a second row with the same address is; a fault by default.
        package var duplicates = Duplicates.fault
        /// The recipient domains that are counted, as A-labels in lower case.
        package var countedDomains: Set<String> = []
        /// Who gets nothing.
        package var exclusions = ExclusionList()
        /// The workspace's secret.
        package var secret: [UInt8]

        package init(secret: [UInt8]) { self.secret = secret }
    }

    /// What a check found.
    package struct Result: Sendable {
        /// The compiled job.
        package var material: MessageMaterial
        /// Which of the list's columns hold JSON text whatever the job says.
        package var holdsJSON: [Bool]
        /// How many rows there are.
        package var rows = 0
        /// The rows that get no message, and why.
        package var rejected: [Rejected] = []
        /// What is wrong with rows; dropped duplicates are no faults.
        package var faults = FaultList()
        /// Whether a fault ended the reading early: nobody knows the rows behind it, so they cannot be left out either.
        package var isCut = false
        /// How many rows were dropped as duplicates.
        package var duplicates = 0
        /// How many rows were left out because a list of exclusions names them.
        package var excluded = 0
        /// How many rows were left out because they do not meet the job's condition; they are no recipients at all.
        package var leftOut = 0
        /// How many recipients each counted domain has.
        package var domains: [String: Int] = [:]
        /// Which languages the rows ask for.
        package var languages = LanguageCount()
        /// What the sealed content amounts to: the same list with the same templates has the same seal.
        package var seal: [UInt8] = []
        /// Messages that were composed for their size, and what they came to.
        var measuredMessages = 0
        var measuredBytes = 0

        /// How many rows get a message.
        package var recipients: Int { rows - rejected.count - leftOut }
        /// Bytes of a message in the mean, of those that were measured.
        package var averageMessage: Int { measuredMessages > 0 ? measuredBytes / measuredMessages : 0 }
        /// Bytes of all messages together, by the mean.
        package var messageBytes: Int { averageMessage * recipients }
    }

    /// A row that gets no message.
    package struct Rejected: Sendable {
        /// The row's number in the list, from 1, the header not counted.
        package var row: Int
        /// The line on which it begins.
        package var line: Int
        /// What stands in the address column.
        package var address: String
        /// Whether it is a duplicate that was dropped, rather than a fault.
        package var isDuplicate: Bool
        /// What is wrong with it.
        package var message: String
    }

    /// Why a list cannot be checked to its end.
    package enum Failure: Error, Sendable {
        case list(ListReader.Failure)
        /// The job's condition does not fit the list.
        case condition(ConditionFaults)
        case material(MessageMaterial.Failure)
        case sealing(SealedRows.Failure)
    }

    /// One row in so many is composed for its size; the others are only rendered, which finds all that can be wrong.
    private static let measured = 64

    private let options: Options
    private var factory: MessageFactory
    private let filter: RowFilter
    private var finder: DuplicateFinder
    private var lines: [Int32] = []
    private var result: Result
    private var hash: SHA256
    /// What the hash takes at the end of the block.
    private var hashed: [UInt8] = []
    private var buffer = MessageBuffer(capacity: 64 << 10)
    private var sealed: SealedRowsWriter?

    private init(
        _ material: MessageMaterial,
        _ filter: RowFilter,
        holdsJSON: [Bool],
        options: Options,
        sealed: SealedRowsWriter?
    ) {
        self.options = options
        self.filter = filter
        self.sealed = sealed
        factory = MessageFactory(material, run: 0, secret: options.secret)
        factory.reportsEmptyValues = true
        factory.keepsCanonicalAddress = true
        finder = DuplicateFinder(key: Self.key(options.secret))
        result = Result(material: material, holdsJSON: holdsJSON)
        hash = SealHash.begin(material)
    }

    /// Checks a list.
    ///
    /// - Parameters:
    ///   - feed: the list's bytes.
    ///   - form: how they are to be read.
    ///   - recipe: the job.
    ///   - options: how to check.
    ///   - folder: where the rows are sealed; nil to check only.
    ///   - progress: called with the number of rows so far, after every block.
    /// - Returns: what was found.
    /// - Throws: `Failure` when the list or the templates as a whole cannot be used; faults of rows are in the result.
    package static func run(
        _ feed: ByteFeed,
        form: ListReader.Form,
        recipe: MessageRecipe,
        options: Options,
        sealingIn folder: String?,
        progress: (Int) -> Void = { _ in }
    ) throws(Failure) -> Result {
        var reader = ListReader(feed, form: form)
        var block = ListBlock()
        var check: ListCheck?
        while try Self.next(&reader, &block) {
            if check == nil, !reader.columns.isEmpty {
                check = try Self.begin(reader, recipe: recipe, options: options, folder: folder)
            }
            try check?.take(block)
            if let check { progress(check.result.rows) }
        }
        guard var check else { throw .list(.empty) }
        guard check.result.rows > 0 else { throw .list(.empty) }
        return try check.finish(isCut: reader.isCut)
    }

    private static func next(_ reader: inout ListReader, _ block: inout ListBlock) throws(Failure) -> Bool {
        do throws(ListReader.Failure) { return try reader.next(into: &block) } catch { throw .list(error) }
    }

    private static func begin(
        _ reader: borrowing ListReader,
        recipe: MessageRecipe,
        options: Options,
        folder: String?
    ) throws(Failure) -> ListCheck {
        let material: MessageMaterial
        do throws(MessageMaterial.Failure) {
            material = try MessageMaterial(recipe, columns: reader.columns, holdsJSON: reader.holdsJSON)
        } catch {
            throw .material(error)
        }
        let filter: RowFilter
        do throws(ConditionFaults) { filter = try RowFilter(material) } catch { throw .condition(error) }
        var writer: SealedRowsWriter?
        if let folder {
            do throws(SealedRows.Failure) { writer = try SealedRowsWriter(folder: folder) } catch {
                throw .sealing(error)
            }
        }
        return ListCheck(material, filter, holdsJSON: reader.holdsJSON, options: options, sealed: writer)
    }

    /// Keys of the duplicate finder, from the secret, so that nobody can write a list that makes it slow.
    private static func key(_ secret: [UInt8]) -> (UInt64, UInt64) {
        let digest = Array(SHA256.hash(data: Array("martlet/duplicates/1 ".utf8) + secret))
        let word: (Range<Int>) -> UInt64 = { digest[$0].reduce(0) { $0 << 8 | UInt64($1) } }
        return (word(0..<8), word(8..<16))
    }
}

extension ListCheck {
    /// Checks and seals the rows of one block.
    private mutating func take(_ block: ListBlock) throws(Failure) {
        let view = SealedBlock(block)
        factory.use(view)
        var broken: [Int: TableFault] = [:]
        for fault in block.faults {
            note(fault)
            // A record that was never finished is no row: its fault belongs to none.
            if let place = block.rows.firstIndex(where: { $0.number == fault.record }) { broken[place] = fault }
        }
        for (place, row) in block.rows.enumerated() {
            if let fault = broken[place] {
                try seal(row, of: block, .list(fault.message, column: fault.column))
                continue
            }
            var objection: RowProblem?
            do throws(RowProblem) {
                guard try !filter.leavesOut(place, of: view) else {
                    leaveOut(row)
                    continue
                }
                try check(place, of: view)
            } catch {
                note(error, line: row.line)
                objection = error
            }
            try seal(row, of: block, objection)
        }
        SealHash.addGathered(&hashed, to: &hash)
    }

    private mutating func note(_ fault: TableFault) {
        let group = "\(fault.kind.rawValue)/\(fault.isFatal)"
        result.faults.add(line: fault.line, column: fault.column, message: fault.message, group: group)
    }

    private mutating func note(_ problem: RowProblem, line: Int) {
        switch problem {
        case .duplicate where options.duplicates == .first: result.duplicates += 1
        case .excluded: result.excluded += 1
        case .address, .singleLabelDomain, .template, .header, .type, .duplicate, .unreadableHTML,
            .invitation, .copy, .file, .changedFile, .unsigned, .list:
            result.faults.add(line: line, message: problem.message, group: problem.group)
        }
    }

    private mutating func seal(_ row: ListBlock.Row, of block: ListBlock, _ problem: RowProblem?) throws(Failure) {
        defer { result.rows += 1 }
        lines.append(Int32(truncatingIfNeeded: row.line))
        if let problem {
            result.rejected.append(rejected(row, of: block, problem))
            return
        }
        let bytes = block.bytes.span
        let fields = block.fields.span.extracting(row.firstField..<row.firstField + row.fieldCount)
        for column in fields.indices {
            let start = fields[column].start
            SealHash.gather(bytes.extracting(start..<start + fields[column].count), into: &hashed)
        }
        do throws(SealedRows.Failure) { try sealed?.append(row, of: block, fileDigests: factory.fileDigests) } catch {
            throw .sealing(error)
        }
    }

    private mutating func leaveOut(_ row: ListBlock.Row) {
        lines.append(Int32(truncatingIfNeeded: row.line))
        result.leftOut += 1
        result.rows += 1
    }

    private func rejected(_ row: ListBlock.Row, of block: ListBlock, _ problem: RowProblem) -> Rejected {
        var isDuplicate = false
        if case .duplicate = problem { isDuplicate = options.duplicates == .first }
        return Rejected(
            row: result.rows + 1,
            line: row.line,
            address: block.string(factory.material.emailColumn, of: row),
            isDuplicate: isDuplicate,
            message: problem.message
        )
    }

    /// Makes a row into its message, or does all of it but the encoding.
    ///
    /// - Throws: what is wrong with it.
    private mutating func check(_ place: Int, of view: SealedBlock) throws(RowProblem) {
        let seq = UInt32(truncatingIfNeeded: result.rows)
        if result.measuredMessages * Self.measured <= result.rows - result.leftOut {
            try measure(place, of: view, seq: seq)
        } else {
            try factory.check(place, of: view, seq: seq, scratch: &buffer)
        }
        if let column = factory.material.localeColumn {
            result.languages.add(view.content(column, of: place)) { factory.templates(of: place, in: view) }
        }
        try checkMailbox()
    }

    /// Checks that the mailbox may get a message, and did not get one before.
    private mutating func checkMailbox() throws(RowProblem) {
        guard let key = factory.canonicalAddress else { return }
        if let list = options.exclusions.source(of: key) { throw .excluded(list: list) }
        if options.duplicates != .all, let first = finder.insert(key, row: result.rows) {
            throw .duplicate(column: factory.material.recipe.emailColumn, firstLine: Int(lines[first]))
        }
        guard !options.countedDomains.isEmpty, let at = key.utf8.lastIndex(of: 0x40) else { return }
        let domain = String(key[key.utf8.index(after: at)...])
        if options.countedDomains.contains(domain) { result.domains[domain, default: 0] += 1 }
    }

    /// Composes a row's message for its size.
    private mutating func measure(_ place: Int, of view: SealedBlock, seq: UInt32) throws(RowProblem) {
        buffer.removeAll()
        let date = MessageDate(secondsSince1970: 0)
        let id = AttemptID(seq: seq, attempt: 1)
        let draft = try factory.compose(place, of: view, id: id, date: date, into: &buffer)
        result.measuredBytes += draft.message.byteCount
        result.measuredMessages += 1
    }

    private mutating func finish(isCut: Bool) throws(Failure) -> Result {
        do throws(SealedRows.Failure) { try sealed?.finish() } catch { throw .sealing(error) }
        result.seal = Array(hash.finalize())
        result.isCut = isCut
        return result
    }
}
