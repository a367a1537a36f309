/// One thing that is wrong with a template or with the data given to it, with its place.
///
/// It prints in the form compilers use, so that editors jump to it:
///
///     welcome.mustache:3:9: no value is named "nmae"; did you mean "name"?
///       Hello, {{nmae}}!
///              ^
package struct TemplateFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of thing is wrong.
    package enum Kind: String, Sendable, CaseIterable {
        /// The tags do not form a template.
        case syntax
        /// The bytes are not UTF-8, or hold a NUL.
        case encoding
        /// A name that the data does not have.
        case unknownName
        /// A value that must not be empty is empty.
        case emptyValue
        /// A partial that is not there, or whose name is not allowed.
        case partial
        /// A filter that does not exist, or is given wrong arguments.
        case filter
        /// A value of the wrong type for its filter or its place.
        case type
        /// A value stands where the language around it (HTML, a header field) allows none, or not this one.
        case context
        /// A ceiling was reached.
        case limit
        /// The data is no JSON.
        case data
    }

    /// What kind of thing is wrong.
    package let kind: Kind
    /// What is wrong, in one sentence without a full stop.
    package let message: String
    /// The template's, partial's or data file's name.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, in Unicode scalars.
    package let column: Int
    /// The line's text (cut to the part around the column when it is long) and, below it, a caret.
    package let excerpt: String

    /// The fault as shown to a person: one line, the source line and a caret.
    package var description: String {
        let head = "\(file):\(line):\(column): \(message)"
        return excerpt.isEmpty ? head : head + "\n" + excerpt
    }
}

/// Everything that is wrong with one template, in the order of the source; never empty.
package struct TemplateFaults: Error, Sendable, CustomStringConvertible {
    /// The faults, at most ``TemplateLimits/faults`` of them.
    package let faults: [TemplateFault]

    /// All faults, each as a person reads it.
    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
