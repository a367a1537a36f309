/// Data for a template: what JSON can say, and functions.
///
/// Numbers keep the text they were written with, so `5.0` prints as `5.0` and nothing is rounded.
///
/// In a section `null`, `false`, the empty string and the empty list are false; everything else is true, zero included
/// (a count of zero is a value, as in a CSV column).
package enum TemplateValue: Sendable {
    /// Nothing; prints as nothing.
    case null
    /// Prints as `true` or `false`.
    case bool(Bool)
    /// A number, as its text in JSON's grammar.
    case number([UInt8])
    /// Text, UTF-8.
    case string([UInt8])
    /// Values in order.
    case list([TemplateValue])
    /// Values by name.
    case object(TemplateObject)
    /// A function that the template calls by name.
    case lambda(TemplateLambda)

    /// A text value.
    package static func text(_ text: String) -> TemplateValue { .string(Array(text.utf8)) }

    /// A whole number.
    package static func integer(_ value: Int) -> TemplateValue { .number(Array(String(value).utf8)) }

    /// An object from names and values; of a name given twice the last value counts.
    package static func object(_ members: KeyValuePairs<String, TemplateValue>) -> TemplateValue {
        var object = TemplateObject()
        for (key, value) in members { object.set(Array(key.utf8), value) }
        return .object(object)
    }

    /// What a section takes this value for.
    package var isTrue: Bool {
        switch self {
        case .null: false
        case .bool(let value): value
        case .string(let text): !text.isEmpty
        case .list(let items): !items.isEmpty
        case .number, .object, .lambda: true
        }
    }

    /// Whether printing the value gives nothing.
    var printsNothing: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .list(let items): items.isEmpty
        case .bool, .number, .object, .lambda: false
        }
    }

    /// The kind of value, in words for messages.
    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .list: "a list"
        case .object: "an object"
        case .lambda: "a function"
        }
    }
}

/// A function that a template calls: by `{{name}}` without text, by `{{#name}}…{{/name}}` with the section's source.
///
/// What it returns is template text: it is parsed (with the section's delimiters, or the default ones for `{{name}}`) and
/// rendered in the place of the tag. A lambda is only ever given by the program, never by data.
package struct TemplateLambda: Sendable {
    /// Called with the section's unprocessed source, or nil for a variable tag; returns template text.
    package let body: @Sendable (_ section: [UInt8]?) -> [UInt8]

    /// Wraps a function.
    package init(_ body: @escaping @Sendable (_ section: [UInt8]?) -> [UInt8]) {
        self.body = body
    }
}
