/// A name that a template takes from its data: together they are the list's schema.
package struct TemplateVariable: Sendable, Equatable {
    /// The dotted name as written; `.` is left out.
    package let name: String
    /// The column it was bound to; nil without a schema, or when a loop's items have it.
    package let column: Int?
    /// The names of the sections around the first use, outermost first: the name may belong to their items.
    package let within: [String]
    /// Whether every message prints it as it is, so that an empty value leaves a hole: a plain tag outside of all sections,
    /// without `default`.
    package internal(set) var mustNotBeEmpty: Bool
    /// Whether a tag prints it somewhere.
    package internal(set) var isPrinted: Bool
    /// Whether a section asks for it, so that it may be a list or a condition.
    package internal(set) var isSection: Bool
    /// Whether every use has a `default` filter or a section, so that the data need not have it at all.
    package internal(set) var isOptional: Bool
    /// The first use: file, line and column.
    package let firstUse: Place

    /// A place in a template or partial.
    package struct Place: Sendable, Equatable {
        /// The template's or partial's name.
        package let file: String
        /// From 1.
        package let line: Int
        /// From 1, in Unicode scalars.
        package let column: Int
    }
}
