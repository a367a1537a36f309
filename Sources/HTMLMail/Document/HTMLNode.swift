/// One node of a document; nodes refer to each other by their numbers.
struct HTMLNode {
    /// What a node is.
    enum Kind: Hashable {
        case document
        case element
        case text
        case comment
    }

    let kind: Kind
    /// An element's name in lower case.
    var name = ""
    /// SVG or MathML.
    var isForeign = false
    /// A second node made from a start tag that the source has once: formatting that went on in another block.
    var isRepeated = false
    /// The start tag's bytes in the scanned source; empty when the source has none.
    var startTag = 0..<0
    /// The end tag's bytes in the scanned source; empty when the source has none.
    var endTag = 0..<0
    /// Text of a text or comment, entities decoded, template tags still replaced.
    var text: [UInt8] = []
    var attributes: [HTMLAttribute] = []

    var parent: Int?
    var children: [Int] = []
    /// Place among the elements of the parent, from 1; 0 for other nodes.
    var elementIndex = 0

    init(_ kind: Kind) {
        self.kind = kind
    }

    /// The first attribute with this name.
    func attribute(_ name: String) -> HTMLAttribute? { attributes.first { $0.name == name } }

    func value(_ name: String) -> [UInt8]? { attribute(name)?.value }
}

/// One attribute of a start tag.
struct HTMLAttribute {
    /// In lower case.
    let name: String
    /// Entities decoded, template tags still replaced.
    let value: [UInt8]
    /// The name's bytes in the scanned source.
    let nameRange: Range<Int>
    /// The value's bytes in the scanned source, quotes included; empty when the attribute has none.
    let valueRange: Range<Int>
}
