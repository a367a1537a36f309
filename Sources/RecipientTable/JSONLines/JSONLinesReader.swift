internal import TextEncodings

/// Reads JSON Lines as a stream: one object a line, strictly by RFC 8259, in bounded memory.
///
/// A line that is no object is a fault of that line, and reading goes on with the next. Blank lines are none. UTF-8 is
/// expected; a byte order mark is taken away, and one of UTF-16 is heeded.
package struct JSONLinesReader: ~Copyable {
    /// What may be set.
    package struct Options: Sendable {
        /// What becomes of a name that is in an object twice.
        package enum DuplicateKeys: Sendable {
            /// The last value counts, as with most readers.
            case keepLast
            /// The line is a fault.
            case report
        }

        /// What becomes of a name that is in an object twice.
        package var duplicateKeys = DuplicateKeys.keepLast
        /// Longest line in bytes; 16 MB.
        package var maximumRecordBytes = 16 * 1_024 * 1_024

        /// The last value counts; 16 MB a line.
        package init() {}
    }

    /// One line's object.
    package struct Row: Sendable, Equatable {
        /// The row's number from 1, blank lines not counted.
        package var number: Int
        /// The line from 1.
        package var line: Int
        /// The object.
        package var value: RowValue
    }

    /// What a call of ``read(rows:faults:)`` found.
    package enum Progress: Sendable, Equatable {
        /// Append more bytes, or finish.
        case needsBytes
        /// Nothing can follow.
        case ended
    }

    private let options: Options
    private var intake = TextIntake(declared: .utf8)
    private var text: [UInt8] = []
    private var textBase = 0
    private var scanned = 0
    private var line = 1
    private var number = 0
    private var isFinished = false
    private var isEnded = false
    private var isStarted = false

    /// A reader at the beginning of a file.
    package init(options: Options = Options()) {
        self.options = options
    }

    /// Takes the next bytes.
    package mutating func append(_ chunk: ArraySlice<UInt8>) { intake.append(chunk, into: &text) }

    /// Takes the next bytes.
    package mutating func append(_ chunk: [UInt8]) { append(chunk[...]) }

    /// Says that the file is at its end.
    package mutating func finish() {
        guard !isFinished else { return }
        isFinished = true
        intake.finish(into: &text)
    }

    /// Appends the rows of the complete lines, and what is wrong with the others.
    ///
    /// - Parameters:
    ///   - rows: Gets the rows.
    ///   - faults: Gets the faults.
    /// - Returns: Whether more can come.
    @discardableResult
    package mutating func read(rows: inout [Row], faults: inout [TableFault]) -> Progress {
        guard !isEnded else { return .ended }
        var start = 0
        if !isStarted, isFinished || text.count >= 3 {
            isStarted = true
            if text.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        }
        while let end = text[max(start, scanned)...].firstIndex(of: 0x0A) {
            scanned = end + 1
            takeLine(start..<end, &rows, &faults)
            line += 1
            start = end + 1
            if isEnded { return .ended }
        }
        scanned = text.count
        if isFinished {
            if start < text.count { takeLine(start..<text.count, &rows, &faults) }
            start = text.count
            isEnded = true
        } else if text.count - start > options.maximumRecordBytes {
            stopTooLong(&faults)
        }
        text.removeFirst(start)
        textBase += start
        scanned -= start
        if !isEnded, intake.hasTooManyBadSequences {
            isEnded = true
            let message = "thousands of bytes are no \(intake.charset?.name ?? "utf-8"); save the file as UTF-8"
            faults.append(TableFault(.wrongEncoding, record: nil, line: line, message: message, isFatal: true))
        }
        return isEnded ? .ended : .needsBytes
    }

    private mutating func stopTooLong(_ faults: inout [TableFault]) {
        isEnded = true
        let message = "the line is longer than \(options.maximumRecordBytes) bytes; JSON Lines has one object a line"
        faults.append(TableFault(.recordTooLong, record: number + 1, line: line, message: message, isFatal: true))
    }

    private mutating func takeLine(_ range: Range<Int>, _ rows: inout [Row], _ faults: inout [TableFault]) {
        let bad = intake.badSequences.first.map { $0.outputOffset - textBase }.flatMap { range.contains($0) ? $0 : nil }
        let told = intake.badSequences.prefix { $0.outputOffset - textBase < range.upperBound }
        if !told.isEmpty { intake.badSequences.removeFirst(told.count) }
        let content = text[range]
        guard content.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
        guard range.count <= options.maximumRecordBytes else { return stopTooLong(&faults) }
        number += 1
        if let bad {
            let message = "a byte here is no UTF-8; save the file as UTF-8"
            return report(.badEncoding, at: max(bad, range.lowerBound), in: range, message, &faults)
        }
        do {
            let value = try JSONParser.parse(
                content,
                duplicates: options.duplicateKeys == .report ? .report : .keepLast
            )
            guard case .object = value else {
                let message = "the line is \(value.kindName) and no object; write `{\"email\": …}`"
                return report(.badJSON, at: range.lowerBound, in: range, message, &faults)
            }
            rows.append(Row(number: number, line: line, value: value))
        } catch {
            report(error.kind, at: range.lowerBound + error.offset, in: range, error.message, &faults)
        }
    }

    private func report(
        _ kind: TableFault.Kind,
        at offset: Int,
        in range: Range<Int>,
        _ message: String,
        _ faults: inout [TableFault]
    ) {
        let before = text[range.lowerBound..<min(offset, range.upperBound)]
        let characters = before.count { $0 & 0xC0 != 0x80 }
        faults.append(
            TableFault(
                kind,
                record: number,
                line: line,
                column: characters + 1,
                byteColumn: before.count + 1,
                message: message
            )
        )
    }
}
