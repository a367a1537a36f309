package import TextEncodings

/// How a CSV file is written, as far as it is known, and what reading it may cost.
package struct CSVOptions: Sendable {
    /// What becomes of lines without any content.
    package enum BlankLines: Sendable {
        /// They are no records.
        case skip
        /// Each is a record of one empty field.
        case keep
    }

    /// What becomes of records whose number of fields is not the first record's.
    package enum RaggedRows: Sendable {
        /// They are read, and a fault is reported for each.
        case report
        /// They are read as they are.
        case allow
    }

    /// The charset; nil means that it is found out, and a byte order mark outranks it.
    package var charset: Charset?
    /// The delimiter, one character or more; nil means that it is found out among `, ; tab |`.
    package var delimiter: String?
    /// The quote, an ASCII character; nil means that quotes are data.
    package var quote: UInt8? = UInt8(ascii: "\"")
    /// A byte that makes the next one data, quoted or not; nil means that there is none (RFC 4180).
    package var escape: UInt8?
    /// Lines that begin with this are no records; nil means that there are no comments.
    package var comment: String?
    /// Whether spaces behind a delimiter belong to the delimiter.
    package var skipsInitialSpace = false
    /// Lines at the beginning that are no part of the table.
    package var skippedLines = 0
    /// What becomes of lines without any content.
    package var blankLines = BlankLines.skip
    /// What becomes of records of another length.
    package var raggedRows = RaggedRows.allow
    /// Longest record in bytes of UTF-8; 16 MB.
    package var maximumRecordBytes = 16 * 1_024 * 1_024
    /// Most fields of a record.
    package var maximumFields = 10_000

    /// Everything found out, RFC 4180 quoting.
    package init() {}
}
