package import RecipientTable
package import TextEncodings

/// What `recipients:` says: where the list is and how it is read.
package struct RecipientListDefinition: Sendable, Hashable {
    /// Where the list is.
    package enum Source: Sendable, Hashable {
        /// A file, absolute.
        case file(String)
        /// What comes in on standard input (`file: "-"`).
        case standardInput
        /// What a command for `/bin/sh -c` prints.
        case command(String)
    }

    /// What becomes of a second row with the same address.
    package enum Duplicates: String, Sendable, Hashable, CaseIterable {
        /// It is a fault of the list.
        case fault
        /// It is dropped, and shown as rejected.
        case first
        /// It gets a message too.
        case all
    }

    /// Where the list is.
    package var source: Source
    /// The list as the file names it: a path, a command, or `standard input`.
    package var shown: String
    /// The column of addresses; `email` by default.
    package var email = "email"
    /// The column of names.
    package var name: String?
    /// The column of languages (BCP 47).
    package var locale: String?
    /// Columns that are not text.
    package var types: [String: ColumnType] = [:]
    /// A condition that a row must meet.
    package var rule: WhereRule?
    /// Lists of addresses that get nothing, absolute paths.
    package var exclude: [String] = []
    /// The charset; nil for finding it out.
    package var charset: Charset?
    /// The delimiter; nil for finding it out.
    package var delimiter: String?
    /// What becomes of a second row with the same address; `fault` by default.
    package var duplicates = Duplicates.fault
}
