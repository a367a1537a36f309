/// What a section made the current context, and what it will visit next.
struct Frame {
    /// The current item.
    enum Item {
        /// A value.
        case value(TemplateValue)
        /// A range of the row's bytes.
        case field(start: Int, count: Int)
    }

    /// The items to come.
    enum Rest {
        /// None.
        case none
        /// Of a list, from this index on.
        case list([TemplateValue], next: Int)
        /// Of a field with several texts: the bytes not yet visited.
        case pieces(start: Int, end: Int, separator: UInt8)
    }

    var item: Item
    var rest: Rest
    /// The first instruction of the section's body.
    let body: Int
}

/// What an operand turned out to be.
enum Resolved {
    /// The data does not have the name.
    case missing
    /// A value.
    case value(TemplateValue)
    /// A range of the row's bytes, of a column of that kind.
    case field(start: Int, count: Int, TemplateSchema.Kind)
}

/// What the words in a bool column mean.
enum Truth {
    private static let noes: [ShortName] = [
        ShortName("0"), ShortName("f"), ShortName("n"), ShortName("no"), ShortName("off"), ShortName("false"),
    ]

    /// Whether a field's text means yes.
    static func isTrue(_ text: Span<UInt8>) -> Bool {
        var word = ShortName()
        for index in text.indices where !ASCII.isSpace(text[index]) { word.append(text[index]) }
        return word.count > 0 && !noes.contains(word)
    }
}
