internal import Ledger
internal import MailModel

/// Lays a new list over a sealed one: everybody keeps the number that he has, new ones get numbers behind the last.
///
/// Recipients are the same when their addresses are (canonical form). One whose address is not on the new list keeps its
/// row with line 0, so that what became of it can still be told by address. Numbers are never used again.
struct SealedListMerge {
    /// A recipient to whom the new list came too late.
    struct Settled: Sendable {
        var seq: UInt32
        var line: Int
        var address: String
        var state: RecipientState
        /// Whether it is off the list now, rather than changed.
        var isRemoved: Bool
    }

    /// What the new list changes.
    struct Outcome: Sendable {
        /// Recipients in the merged list.
        var recipients = 0
        /// Those that are new.
        var added = 0
        /// Those that wait and whose rows are different now.
        var changed = 0
        /// Those that are not on the new list.
        var removed: [UInt32] = []
        /// Those whose change came too late, the first of them.
        var settled: [Settled] = []
        /// How many those are.
        var settledCount = 0

        /// How many of them are kept for a person to read.
        fileprivate static let shown = 20
    }

    /// What an old list looks like.
    struct Old {
        var rows: SealedRows
        var columns: [String]
        var emailColumn: Int
        /// Where each recipient stands.
        var states: [RecipientState]
        /// Those that must never be taken for strangers, although they were taken out.
        var doubtful: Set<UInt32>
    }

    /// What the new list looks like.
    struct New {
        var rows: SealedRows
        var columns: [String]
        var emailColumn: Int
    }

    private let old: Old
    private let new: New
    /// Where each of the new list's columns is in the old one.
    private let sources: [Int?]
    /// The new list's row of each old recipient; -1 for none.
    private var rowOf: [Int32]
    private var added: [Int32] = []
    private(set) var outcome = Outcome()

    /// Rows that are read at once.
    private static let page = 2_048

    init(old: Old, new: New) throws(SealedRows.Failure) {
        self.old = old
        self.new = new
        sources = new.columns.indices.map { column in
            // Whatever it is called now: without the address nobody could be found again.
            if column == new.emailColumn { return old.emailColumn }
            return old.columns.firstIndex { $0.utf8.elementsEqual(new.columns[column].utf8) }
        }
        rowOf = [Int32](repeating: -1, count: old.rows.count)
        var index = try Self.index(old)
        try Self.forEach(new.rows) { number, place, block in
            let address = Self.canonical(block.content(new.emailColumn, of: place))
            if let seq = address.flatMap({ index.take($0) }) {
                rowOf[Int(seq)] = Int32(number)
            } else {
                added.append(Int32(number))
            }
        }
        outcome.recipients = old.rows.count + added.count
        outcome.added = added.count
    }

    /// The old recipients by address, but for those that were taken out with an earlier list.
    private static func index(_ old: Old) throws(SealedRows.Failure) -> AddressIndex {
        var index = AddressIndex()
        try forEach(old.rows) { number, place, block in
            let seq = UInt32(number)
            let isGone = old.states[number] == .cancelled && block.rows[place].line == 0
            guard !isGone || old.doubtful.contains(seq) else { return }
            if let address = canonical(block.content(old.emailColumn, of: place)) { index.add(address, seq: seq) }
        }
        return index
    }

    private static func canonical(_ bytes: ArraySlice<UInt8>) -> String? {
        (try? MailAddress(parsing: Array(MessageFactory.trimmed(bytes)).span))?.canonicalForm
    }

    private static func forEach(
        _ rows: SealedRows,
        _ body: (_ number: Int, _ place: Int, _ block: SealedBlock) throws(SealedRows.Failure) -> Void
    ) throws(SealedRows.Failure) {
        var block = SealedBlock()
        for start in stride(from: 0, to: rows.count, by: page) {
            try rows.read(start..<min(rows.count, start + page), into: &block)
            for place in block.rows.indices { try body(start + place, place, block) }
        }
    }
}

extension SealedListMerge {
    /// Writes the merged list and notes what changes.
    mutating func write(to folder: RunFolder) throws(SealedRows.Failure) {
        var writer = try SealedRowsWriter(folder: folder.path)
        var reader = NewRows(new.rows)
        var block = SealedBlock()
        for start in stride(from: 0, to: old.rows.count, by: Self.page) {
            try old.rows.read(start..<min(old.rows.count, start + Self.page), into: &block)
            for place in block.rows.indices {
                let fields = carried(place, of: block)
                let number = start + place
                guard rowOf[number] >= 0 else {
                    note(removed: number, line: block.rows[place].line, fields)
                    try writer.append(line: 0, fields, fileDigests: digests(place, of: block))
                    continue
                }
                let row = try reader.row(Int(rowOf[number]))
                if row.fields != fields || row.digests != digests(place, of: block) { note(changed: number, row) }
                try writer.append(line: row.line, row.fields, fileDigests: row.digests)
            }
        }
        for number in added {
            let row = try reader.row(Int(number))
            try writer.append(line: row.line, row.fields, fileDigests: row.digests)
        }
        try writer.finish()
    }

    /// An old row's fields in the new list's columns.
    private func carried(_ place: Int, of block: SealedBlock) -> [ArraySlice<UInt8>] {
        sources.map { source in source.map { block.content($0, of: place) } ?? [] }
    }

    /// An old row's digests of its own files; zeros where the new list's rows have other files.
    private func digests(_ place: Int, of block: SealedBlock) -> [UInt8] {
        let known = block.fileDigests(of: place)
        let size = new.rows.digestBytes
        return known.count == size ? Array(known) : [UInt8](repeating: 0, count: size)
    }

    private mutating func note(removed number: Int, line: Int, _ fields: [ArraySlice<UInt8>]) {
        outcome.removed.append(UInt32(number))
        // Line 0: an earlier list had it not either, and that was told then.
        if line > 0 { note(number, line, fields, isRemoved: true) }
    }

    private mutating func note(changed number: Int, _ row: NewRows.Row) {
        switch old.states[number] {
        case .planned, .claimed, .deferred: outcome.changed += 1
        case .accepted, .failed, .inDoubt, .suppressed, .rejected, .cancelled:
            note(number, row.line, row.fields, isRemoved: false)
        }
    }

    private mutating func note(_ number: Int, _ line: Int, _ fields: [ArraySlice<UInt8>], isRemoved: Bool) {
        let state = old.states[number]
        guard state == .accepted || state == .failed || state == .inDoubt else { return }
        outcome.settledCount += 1
        guard outcome.settled.count < Outcome.shown else { return }
        let address = String(decoding: fields[new.emailColumn], as: UTF8.self)
        outcome.settled.append(
            Settled(seq: UInt32(number), line: line, address: address, state: state, isRemoved: isRemoved)
        )
    }
}

/// Rows of the new list by number, mostly one behind the other: read a block ahead.
private struct NewRows {
    struct Row {
        var line: Int
        var fields: [ArraySlice<UInt8>]
        var digests: [UInt8]
    }

    private let rows: SealedRows
    private var block = SealedBlock()
    private var range = 0..<0

    init(_ rows: SealedRows) { self.rows = rows }

    mutating func row(_ number: Int) throws(SealedRows.Failure) -> Row {
        if !range.contains(number) {
            // A jump reads one row alone; going on from there reads ahead.
            let count = number == range.upperBound ? 512 : 1
            range = number..<min(rows.count, number + count)
            try rows.read(range, into: &block)
        }
        let place = number - range.lowerBound
        let row = block.rows[place]
        let fields = (0..<row.fieldCount).map { block.content($0, of: place) }
        return Row(line: row.line, fields: fields, digests: Array(block.fileDigests(of: place)))
    }
}
