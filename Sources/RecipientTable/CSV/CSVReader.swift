package import TextEncodings

/// Reads a CSV file as a stream: bytes go in, records come out as places in a buffer, in bounded memory.
///
/// RFC 4180, and what files in the world are: fields may be quoted, quotes inside are doubled, line ends inside quotes
/// are data, outside they are LF, CR or CRLF, mixed as they please. Charset, delimiter and a first line `sep=;` are found
/// out unless they are declared. A quote in the middle of a plain field is data. Text behind a closing quote, NUL and
/// bytes that are no characters are faults, and the record is there all the same; a quote that is never closed and a
/// record over the ceilings end the reading.
///
///     var reader = CSVReader(options: CSVOptions())
///     var batch = TableBatch()
///     reader.append(chunk)                     // as often as there are bytes
///     reader.read(into: &batch)                // records, and faults
///     reader.finish()                          // at the end, then read once more
package struct CSVReader: ~Copyable {
    /// What a call of ``read(into:)`` found.
    package enum Progress: Sendable, Equatable {
        /// There may be records and faults in the batch; append more bytes, or finish.
        case needsBytes
        /// The batch holds the last records and faults.
        case ended
    }

    /// Most bytes that may be appended before they are read: places are kept in 32 bits.
    package static let maximumPending = 1 << 29

    /// The charset, once it is known.
    package var charset: Charset? { intake.charset }
    /// How the charset came to be known, once it is.
    package var charsetGuess: CharsetGuess? { intake.guess }
    /// The delimiter, once it is known.
    package private(set) var delimiter: String?

    private let options: CSVOptions
    private var intake: TextIntake
    private var text: [UInt8] = []
    /// Offset of `text[0]` in all the text so far.
    private var textBase = 0
    private var scanner: CSVScanner?
    private var isFinished = false

    /// A reader at the beginning of a file.
    package init(options: CSVOptions = CSVOptions()) {
        self.options = options
        intake = TextIntake(declared: options.charset)
    }

    /// Takes the next bytes of the file.
    ///
    /// - Parameter chunk: Of any size; over ``maximumPending`` bytes that are not read yet are a mistake of the caller.
    package mutating func append(_ chunk: ArraySlice<UInt8>) {
        intake.append(chunk, into: &text)
        precondition(text.count < Self.maximumPending, "read the records before more bytes are appended")
    }

    /// Takes the next bytes of the file.
    package mutating func append(_ chunk: [UInt8]) { append(chunk[...]) }

    /// Says that the file is at its end.
    package mutating func finish() {
        guard !isFinished else { return }
        isFinished = true
        intake.finish(into: &text)
    }

    /// Hands over the records that are complete, in the order of the file.
    ///
    /// - Parameter batch: What it held is replaced; its memory is used again.
    /// - Returns: Whether more can come.
    @discardableResult
    package mutating func read(into batch: inout TableBatch) -> Progress {
        batch.reset()
        if intake.isUnsupported, !isEnded { return refuse(.unsupportedEncoding, into: &batch) }
        guard scanner != nil || prepare() else { return isEnded ? .ended : .needsBytes }
        scan(into: &batch)
        if !isEnded, intake.hasTooManyBadSequences {
            return refuse(.wrongEncoding, into: &batch)
        }
        if scanner?.isStopped == true { isEnded = true }
        return isEnded ? .ended : .needsBytes
    }

    private var isEnded = false

    /// Settles where the table begins and how it is parted; false while too little of the text is known.
    private mutating func prepare() -> Bool {
        guard !isEnded, isFinished || intake.hasTooManyBadSequences || text.count >= TextIntake.sampleSize / 4 else {
            return false
        }
        var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var remaining = options.skippedLines
        var startLine = 1
        while remaining > 0 {
            guard let next = CSVPreamble.lineEnd(in: text, from: start) else {
                guard isFinished || text.count > options.maximumRecordBytes else { return false }
                start = text.count
                break
            }
            start = next
            remaining -= 1
            startLine += 1
        }
        var found = options.delimiter
        if let declaration = CSVPreamble.separatorLine(in: text, from: start) {
            found = found ?? declaration.delimiter
            start = declaration.end
            startLine += 1
        }
        text.removeFirst(start)
        textBase += start
        let chosen = found ?? DelimiterGuess.delimiter(of: text, options: options, isWhole: isFinished)
        delimiter = chosen
        var scanner = CSVScanner(options: options, delimiter: Array(chosen.utf8))
        scanner.recordLine = startLine
        self.scanner = scanner
        return true
    }

    /// Scans what there is and moves the complete records into the batch.
    private mutating func scan(into batch: inout TableBatch) {
        guard var scanner = self.scanner.take() else { return }
        scanner.badOffsets = intake.badSequences.map { $0.outputOffset - textBase }
        scanner.badOffsetsTold = 0
        // Bad bytes before the scan's first record were in lines that are no part of the table.
        while scanner.badOffsets.first.map({ $0 < 0 }) == true { scanner.badOffsets.removeFirst() }
        unsafe text.withUnsafeMutableBufferPointer { buffer in
            unsafe scanner.scan(buffer, isEnd: isFinished && !intake.hasTooManyBadSequences)
            unsafe scanner.checkGrowth(buffer)
        }
        intake.badSequences.removeFirst(intake.badSequences.count - (scanner.badOffsets.count - scanner.badOffsetsTold))
        swap(&batch.faults, &scanner.faults)
        if scanner.entries.isEmpty {
            scanner.faults.removeAll(keepingCapacity: true)
            self.scanner = scanner
            return
        }
        swap(&batch.entries, &scanner.entries)
        scanner.fields.copy(to: &batch.fields)
        swap(&batch.bytes, &text)
        text.append(contentsOf: batch.bytes[scanner.recordStart...])
        textBase += scanner.recordStart
        scanner.moveRest(of: batch.fields)
        self.scanner = scanner
    }

    /// Ends the reading for a reason that concerns the file as a whole.
    private mutating func refuse(_ kind: TableFault.Kind, into batch: inout TableBatch) -> Progress {
        isEnded = true
        let name = intake.charset?.name ?? "the encoding"
        let line = (scanner?.recordLine ?? 1)
        let message =
            kind == .unsupportedEncoding
            ? "this system cannot read \(name); save the file as UTF-8"
            : "thousands of bytes are no \(name); declare the encoding that the file has"
        batch.faults.append(TableFault(kind, record: nil, line: line, message: message, isFatal: true))
        return .ended
    }
}

extension CSVScanner {
    /// After the complete records went to a batch: keeps the fields of the rest, and counts from its beginning.
    mutating func moveRest(of batchFields: [TableBatch.Field]) {
        let shift = recordStart
        fields.removeAll(from: 0)
        entries.removeAll(keepingCapacity: true)
        faults.removeAll(keepingCapacity: true)
        for field in batchFields[recordFirstField...] {
            fields.append(TableBatch.Field(start: field.start - UInt32(shift), length: field.length))
        }
        for index in escapedFields.indices { escapedFields[index].place -= recordFirstField }
        for index in places.indices { places[index].offset -= shift }
        recordFirstField = 0
        recordStart = 0
        position -= shift
        fieldStart -= shift
        quoteStart -= shift
        quoteEnd -= shift
        lastReturn -= shift
        literalUntil -= shift
    }
}
