/// One selector, as `td.price > a:first-child` (Selectors Level 4).
struct Selector {
    /// How an element stands to the one that the part on the left matches.
    enum Combinator: Hashable {
        case descendant
        case child
        case nextSibling
        case laterSibling
    }

    /// What must hold for one element.
    struct Compound {
        var name: [UInt8]?
        var tests: [Test] = []
        /// How this part is tied to the one on its left; nil for the leftmost.
        var combinator: Combinator?
    }

    /// One condition.
    indirect enum Test {
        case id([UInt8])
        case `class`([UInt8])
        case attribute(AttributeTest)
        /// `:nth-child(an+b)` and its relatives.
        case position(PositionTest)
        case empty
        case root
        /// A link: `:link`, `:any-link`. Mail is read once, so no link counts as visited.
        case link
        case not([Selector])
        case any([Selector])
        /// True at no time that can be known beforehand: `:hover`, `::before`, `:checked`, unknown names.
        case never
    }

    /// From left to right.
    let compounds: [Compound]
    let specificity: Specificity
    /// Its bytes in the sheet.
    let range: Range<Int>

    /// Whether it says all there is to know while no one looks at the mail: without `:hover`, `::before` and the like.
    var isStatic: Bool {
        compounds.allSatisfy { $0.tests.allSatisfy(\.isStatic) }
    }
}

extension Selector.Test {
    /// See ``Selector/isStatic``.
    var isStatic: Bool {
        switch self {
        case .never: false
        case .not(let selectors), .any(let selectors): selectors.allSatisfy(\.isStatic)
        case .id, .class, .attribute, .position, .empty, .root, .link: true
        }
    }
}

/// `[name op value]`.
struct AttributeTest {
    /// How the value is compared.
    enum Operation: Hashable {
        case exists
        case equals
        case includesWord
        case dashMatch
        case prefix
        case suffix
        case substring
    }

    let name: String
    let operation: Operation
    let value: [UInt8]
    let ignoresCase: Bool
}

/// The place of an element among its siblings is one of `step` × n + `offset`, n from 0.
struct PositionTest {
    let step: Int
    let offset: Int
    let fromEnd: Bool
    /// Only siblings of the same name count.
    let ofType: Bool
    /// The only one at all: counted from both ends.
    var isOnly = false

    func holds(_ place: Int) -> Bool {
        let distance = place - offset
        guard step != 0 else { return distance == 0 }
        return distance % step == 0 && distance / step >= 0
    }
}

/// Which of two selectors wins: identifiers, then classes, then element names.
struct Specificity: Hashable, Comparable {
    var ids = 0
    var classes = 0
    var names = 0

    static func < (left: Specificity, right: Specificity) -> Bool {
        (left.ids, left.classes, left.names) < (right.ids, right.classes, right.names)
    }

    static func + (left: Specificity, right: Specificity) -> Specificity {
        Specificity(
            ids: left.ids + right.ids,
            classes: left.classes + right.classes,
            names: left.names + right.names
        )
    }
}
