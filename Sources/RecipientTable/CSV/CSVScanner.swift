/// Finds records and fields in a buffer of UTF-8; the machine inside ``CSVReader``.
///
///     record start ─ field ─┬─ delimiter ─ next field
///                           ├─ line end ── next record
///                           └─ quote (first byte) ─ quoted ─ quote ─┬─ quote: one quote of content, quoted again
///                                                                   └─ delimiter or line end
///
/// Looks at single bytes only where ``ByteMask`` finds one. Keeps its place in the middle of anything, so that the text
/// may arrive cut at any byte. Line and column are worked out when there is a fault to report, from the raw record,
/// which is therefore unescaped only when it is complete.
struct CSVScanner {
    enum State {
        /// In a field that no quote opened, or at its first byte.
        case plain
        /// Between quotes.
        case quoted
        /// Behind a quote that closes the field, or is the first of two.
        case closed
        /// Behind text that follows a closing quote.
        case stray
        /// In a line that is a comment.
        case comment
    }

    let quote: UInt8?
    let delimiter: [UInt8]
    let delimiterByte: UInt8
    let escape: UInt8?
    let comment: [UInt8]
    let skipsInitialSpace: Bool
    let blankLines: CSVOptions.BlankLines
    let raggedRows: CSVOptions.RaggedRows
    let maximumRecordBytes: Int
    let maximumFields: Int
    let mask: ByteMask

    /// Fields found, those of the record that is not complete at the end.
    let fields = FieldBuffer()
    var entries: [TableBatch.Entry] = []
    var faults: [TableFault] = []

    var state = State.plain
    /// Next byte to be looked at.
    var position = 0
    var recordStart = 0
    var recordLine = 1
    var recordFirstField = 0
    var fieldStart = 0
    /// The quote that opened the field.
    var quoteStart = 0
    /// The quote that closed it.
    var quoteEnd = 0
    /// The last carriage return; a line feed right behind it is of the same line end.
    var lastReturn = -2
    /// Bytes before this are data, whatever they are: an escape stands before them.
    var literalUntil = 0
    /// Line ends inside the record so far.
    var innerLines = 0
    var recordNumber = 0
    var expectedFields: Int?
    /// Fields of the record that hold escapes, by their place in `fields`.
    var escapedFields: [(place: Int, form: State)] = []
    var isFieldEscaped = false
    /// Places in the record to be reported when it is complete.
    var places: [(kind: TableFault.Kind, offset: Int)] = []
    /// Offsets in the buffer at which bytes were no characters, in order, and how many of them are told.
    var badOffsets: [Int] = []
    var badOffsetsTold = 0
    var isStopped = false
    /// Whether every delimiter byte in a plain field simply ends it.
    let isSimple: Bool

    /// Faults told for one record; more help nobody, and each costs a walk over the record.
    static let maximumFaultsPerRecord = 10

    init(options: CSVOptions, delimiter: [UInt8]) {
        quote = options.quote
        self.delimiter = delimiter
        delimiterByte = delimiter.first ?? UInt8(ascii: ",")
        escape = options.escape
        comment = options.comment.map { Array($0.utf8) } ?? []
        skipsInitialSpace = options.skipsInitialSpace
        blankLines = options.blankLines
        raggedRows = options.raggedRows
        maximumRecordBytes = options.maximumRecordBytes
        maximumFields = options.maximumFields
        isSimple = delimiter.count == 1 && comment.isEmpty && !skipsInitialSpace && escape == nil
        mask = ByteMask(quote: options.quote, delimiter: delimiterByte, escape: options.escape)
    }

    /// Scans to the end of the buffer.
    ///
    /// - Parameters:
    ///   - bytes: The text from the beginning of the record that is not complete.
    ///   - isEnd: Whether nothing follows.
    mutating func scan(_ bytes: UnsafeMutableBufferPointer<UInt8>, isEnd: Bool) {
        guard let base = bytes.baseAddress else {
            if isEnd { unsafe finish(bytes) }
            return
        }
        let raw = UnsafeRawPointer(base)
        guard unsafe scanBlocks(raw, bytes, isEnd: isEnd) else { return }
        while position < bytes.count, !isStopped {
            let index = position
            position += 1
            guard unsafe decide(index, bytes[index], bytes, isEnd: isEnd) else { return }
        }
        if isEnd, !isStopped { unsafe finish(bytes) }
    }

    /// Scans whole blocks; false when the scan has to wait for more bytes, or is over.
    ///
    /// The place and the fields are kept in locals while plain fields follow each other, which is nearly always.
    private mutating func scanBlocks(
        _ raw: UnsafeRawPointer,
        _ bytes: UnsafeMutableBufferPointer<UInt8>,
        isEnd: Bool
    ) -> Bool {
        let count = bytes.count
        let delimiter = delimiterByte
        var start = fieldStart
        var found = fields.count
        var slots = unsafe fields.base
        var isPlain = isSimple && state == .plain
        while position + ByteMask.stride <= count {
            let block = position
            position = block + ByteMask.stride
            fields.count = found
            fields.reserve(ByteMask.stride)
            unsafe slots = fields.base
            if found - recordFirstField > maximumFields {
                unsafe stopWithTooManyFields(at: block, bytes)
                return false
            }
            var bits = unsafe mask.wanted(raw.loadUnaligned(fromByteOffset: block, as: ByteMask.Lanes.self))
            while bits != 0 {
                let index = block &+ bits.trailingZeroBitCount
                bits &= bits &- 1
                let byte = unsafe raw.load(fromByteOffset: index, as: UInt8.self)
                if isPlain, byte == delimiter {
                    unsafe slots[found] = TableBatch.Field(
                        start: UInt32(truncatingIfNeeded: start),
                        length: UInt32(truncatingIfNeeded: index &- start)
                    )
                    found &+= 1
                    start = index &+ 1
                    continue
                }
                fieldStart = start
                fields.count = found
                guard unsafe decide(index, byte, bytes, isEnd: isEnd) else { return false }
                start = fieldStart
                found = fields.count
                isPlain = isSimple && state == .plain
            }
        }
        fieldStart = start
        fields.count = found
        return true
    }

    /// Ends a field at `end`.
    func endField(_ start: Int, _ end: Int) {
        fields.append(
            TableBatch.Field(
                start: UInt32(truncatingIfNeeded: start),
                length: UInt32(truncatingIfNeeded: end &- start)
            )
        )
    }
}
