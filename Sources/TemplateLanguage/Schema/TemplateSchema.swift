/// The columns of a flat list, so that names become column numbers when a template is compiled.
///
/// A name is first looked for as a whole (`user.name` may be a column's title), then its first part as a column of kind
/// ``Kind/json`` or ``Kind/list(separator:)``.
package struct TemplateSchema: Sendable {
    /// What a column holds.
    package enum Kind: Sendable, Equatable {
        /// Text: true in a section when it is not empty.
        case text
        /// True or false. The row's typed value decides; without one the words for *no* (empty, `0`, `f`, `n`, `no`, `off`,
        /// `false`, in any case) are false, everything else is true.
        case bool
        /// Several texts in one field: a section loops over them. Blanks around each are dropped, empty ones too.
        case list(separator: UInt8)
        /// The row's typed value: objects and lists.
        case json
    }

    /// A column.
    package struct Column: Sendable {
        /// The title, as templates write it.
        package let name: String
        /// What it holds.
        package let kind: Kind

        /// A column; text by default.
        package init(_ name: String, _ kind: Kind = .text) {
            self.name = name
            self.kind = kind
        }
    }

    /// The columns, in the order of the row's fields.
    package let columns: [Column]
    private let numbers: [[UInt8]: Int]

    /// A schema; of columns with the same title the first counts.
    package init(_ columns: [Column]) {
        self.columns = columns
        var numbers: [[UInt8]: Int] = [:]
        for (number, column) in columns.enumerated() where numbers[Array(column.name.utf8)] == nil {
            numbers[Array(column.name.utf8)] = number
        }
        self.numbers = numbers
    }

    /// The column a name begins with, and how many of its parts the column's title takes.
    func column(for name: TagName) -> (number: Int, parts: Int)? {
        if let number = numbers[Array(name.parts.joined(separator: [ASCII.dot]))] { return (number, name.parts.count) }
        guard name.parts.count > 1, let number = numbers[name.parts[0]], columns[number].kind == .json else {
            return nil
        }
        return (number, 1)
    }
}

/// One row of a flat list: its fields as ranges of one buffer.
package struct TemplateRow: Sendable {
    /// A field's place in the buffer.
    package struct Field: Sendable, Equatable {
        /// First byte.
        package let start: Int
        /// Number of bytes.
        package let count: Int

        /// A field at a place.
        package init(start: Int, count: Int) {
            self.start = start
            self.count = count
        }
    }

    /// The bytes that the fields lie in; must be UTF-8.
    package var bytes: [UInt8]
    /// One entry for each column; a field beyond the end is empty.
    package var fields: [Field]
    /// Typed values by column, for columns that have one; may be empty altogether.
    package var values: [TemplateValue?]
    /// JSON-like data that is rendered in place of a row; nil for a row.
    let whole: TemplateValue?

    /// A row.
    package init(bytes: [UInt8] = [], fields: [Field] = [], values: [TemplateValue?] = []) {
        self.bytes = bytes
        self.fields = fields
        self.values = values
        whole = nil
    }

    /// JSON-like data in the place of a row.
    init(whole: TemplateValue) {
        (bytes, fields, values) = ([], [], [])
        self.whole = whole
    }

    /// A row from texts, for tests and previews.
    package init(texts: [String], values: [TemplateValue?] = []) {
        self.init(values: values)
        for text in texts {
            fields.append(Field(start: bytes.count, count: text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
    }
}
