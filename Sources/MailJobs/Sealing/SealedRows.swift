internal import TemplateLanguage

/// The rows of a sealed list: read by number, from two files that never change.
///
/// `rows` holds a head and the records one behind the other; `rows.index` holds the offset of each record as 64 bits, and
/// one more for the end. `rows.files` is there when rows have files of their own: for each row 16 bytes of the SHA-256 of
/// each of its files, or zeros where it has none, so that none is sent that is not the one that was checked. A record is line (32 bits), number of fields (16), the length of each (32), then their bytes; all numbers little-endian. A million rows of 200 bytes are 210 MB and are never in memory as a whole.
package struct SealedRows: Sendable {
    /// Why sealed rows cannot be used.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        /// What, where, why, and what to do.
        package var description: String
        /// Whether the disk is at fault (full, read-only), rather than the content.
        package var isDisk = false

        init(_ description: String, isDisk: Bool = false) {
            self.description = description
            self.isDisk = isDisk
        }

        init(_ failure: SealedFile.Failure) {
            let words = "\(failure.path): cannot \(failure.action) the file: \(failure.reason)"
            description = failure.advice.map { "\(words); \($0)" } ?? words
            isDisk = true
        }
    }

    /// What opens the file of rows: a name and the version of the form.
    static let head = Array("martlet rows 1\n".utf8)

    /// What is kept of a file's digest.
    static let digestSize = 16
    /// What stands for no file.
    static let noDigest = [UInt8](repeating: 0, count: digestSize)

    /// How many rows there are.
    package let count: Int
    /// The bytes of digests for each row.
    let digestBytes: Int
    private let files: SealedFile?
    private let rows: SealedFile
    private let index: SealedFile

    /// Opens the two files of a run's folder.
    ///
    /// - Throws: `Failure` when one is missing, cut short, or of another form.
    package init(folder: String) throws(Failure) {
        do throws(SealedFile.Failure) {
            rows = try SealedFile(path: folder + "/rows", isNew: false)
            index = try SealedFile(path: folder + "/rows.index", isNew: false)
            let size = try index.size()
            count = size / 8 - 1
            files = try SealedFile.ifThere(path: folder + "/rows.files")
            digestBytes = count > 0 ? try (files?.size() ?? 0) / count : 0
            let start = try rows.read(at: 0, count: Self.head.count)
            let end = try index.read(at: max(0, size - 8), count: 8)
            guard start == Self.head, size >= 8, size % 8 == 0, Self.word(end[...]) == (try rows.size()) else {
                throw SealedFile.Failure(path: rows.path, action: "trust", code: 0)
            }
            guard digestBytes % Self.digestSize == 0, digestBytes * count == (try files?.size() ?? 0) else {
                throw SealedFile.Failure(path: folder + "/rows.files", action: "trust", code: 0)
            }
        } catch {
            guard error.code == 0 else { throw Failure(error) }
            throw Failure("\(error.path): the sealed list is cut short or was changed; the run cannot go on from it")
        }
    }

    /// Reads neighbouring rows.
    ///
    /// - Parameters:
    ///   - range: their numbers; at most a few thousand at once.
    ///   - block: what it held is replaced.
    /// - Throws: `Failure` when the file was changed or cannot be read.
    package func read(_ range: Range<Int>, into block: inout SealedBlock) throws(Failure) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "there are \(count) rows")
        block.removeAll()
        guard !range.isEmpty else { return }
        do throws(SealedFile.Failure) {
            let places = try index.read(at: range.lowerBound * 8, count: (range.count + 1) * 8)
            let offsets = stride(from: 0, to: places.count - 7, by: 8).map { Self.word(places[$0..<$0 + 8]) }
            guard offsets.count == range.count + 1, let first = offsets.first, let last = offsets.last, first <= last,
                zip(offsets, offsets.dropFirst()).allSatisfy({ $0 <= $1 })
            else { throw SealedFile.Failure(path: index.path, action: "trust", code: 0) }
            block.bytes = try rows.read(at: first, count: last - first)
            block.isSealed = true
            block.digestBytes = digestBytes
            block.digests = try files?.read(at: range.lowerBound * digestBytes, count: range.count * digestBytes) ?? []
            guard block.digests.count == range.count * digestBytes else {
                throw SealedFile.Failure(path: index.path, action: "trust", code: 0)
            }
            for (start, end) in zip(offsets, offsets.dropFirst()) {
                guard block.take(from: start - first, to: end - first) else {
                    throw SealedFile.Failure(path: rows.path, action: "trust", code: 0)
                }
            }
        } catch {
            guard error.code == 0 else { throw Failure(error) }
            throw Failure("\(error.path): the sealed list was changed; the run cannot go on from it")
        }
    }

    /// Where a row begins in the file of rows.
    func offset(of row: Int) throws(Failure) -> Int {
        do throws(SealedFile.Failure) { return Self.word(try index.read(at: row * 8, count: 8)[...]) } catch {
            throw Failure(error)
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> Int {
        Int(truncatingIfNeeded: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}

/// Some sealed rows in one buffer.
package struct SealedBlock: Sendable {
    /// One row.
    package struct Row: Sendable {
        /// The line of the list that it came from.
        package var line: Int
        /// Its first field.
        var firstField: Int
        /// How many fields it has.
        package var fieldCount: Int
    }

    /// The bytes that all fields lie in.
    package internal(set) var bytes: [UInt8] = []
    /// The rows in order.
    package private(set) var rows: [Row] = []
    private(set) var fields: [TemplateRow.Field] = []
    /// Whether the rows were sealed, and the digests of their files with them.
    fileprivate(set) var isSealed = false
    fileprivate var digests: [UInt8] = []
    fileprivate var digestBytes = 0

    package init() {}

    /// The rows of a list that is being read, as if they were sealed.
    init(_ block: ListBlock) {
        bytes = block.bytes
        fields = block.fields
        rows = block.rows.map {
            Row(line: $0.line, firstField: $0.firstField, fieldCount: $0.fieldCount)
        }
    }

    /// The content of a field; empty when the row has no such field.
    package func content(_ column: Int, of row: Int) -> ArraySlice<UInt8> {
        guard column >= 0, column < rows[row].fieldCount else { return [] }
        let field = fields[rows[row].firstField + column]
        return bytes[field.start..<field.start + field.count]
    }

    /// Where the fields of a row are.
    func fields(of row: Int) -> ArraySlice<TemplateRow.Field> {
        fields[rows[row].firstField..<rows[row].firstField + rows[row].fieldCount]
    }

    /// The digests of a row's own files, 16 bytes each; empty when it has none, and for rows that are not sealed.
    func fileDigests(of row: Int) -> ArraySlice<UInt8> {
        digests[row * digestBytes..<(row + 1) * digestBytes]
    }

    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }

    /// Reads one record; false when it is no record.
    mutating func take(from start: Int, to end: Int) -> Bool {
        guard end <= bytes.count, end - start >= 6 else { return false }
        let count = number(at: start + 4, bytes: 2)
        var place = start + 6 + 4 * count
        guard place <= end else { return false }
        let first = fields.count
        for column in 0..<count {
            let length = number(at: start + 6 + 4 * column, bytes: 4)
            guard length <= end - place else { return false }
            fields.append(.init(start: place, count: length))
            place += length
        }
        let line = number(at: start, bytes: 4)
        rows.append(Row(line: line, firstField: first, fieldCount: count))
        return place == end
    }

    private func number(at place: Int, bytes count: Int) -> Int {
        var value = 0
        for offset in (0..<count).reversed() { value = value << 8 | Int(bytes[place + offset]) }
        return value
    }
}
