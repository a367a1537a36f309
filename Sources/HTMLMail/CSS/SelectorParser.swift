/// Reads selectors; what it does not know makes a selector that never matches, what is no selector spoils the list.
struct SelectorParser {
    private var reader: CSSReader
    private let depth: Int

    /// `:not(:is(:not(…` deeper than this is taken for no selector.
    private static let maximumDepth = 8
    /// Parts of one selector.
    private static let maximumCompounds = 64

    private init(_ reader: CSSReader, depth: Int) {
        self.reader = reader
        self.depth = depth
    }

    /// The selectors of a list, or nil when one of them is no selector: then CSS takes none of them.
    static func selectors(_ bytes: [UInt8], _ range: Range<Int>, depth: Int = 0) -> [Selector]? {
        guard depth <= maximumDepth else { return nil }
        var reader = CSSReader(bytes, range)
        var selectors: [Selector] = []
        while true {
            let start = reader.position
            reader.skip(to: ASCII.comma)
            var parser = SelectorParser(CSSReader(bytes, start..<reader.position), depth: depth)
            guard let selector = parser.selector() else { return nil }
            selectors.append(selector)
            guard !reader.isAtEnd else { return selectors }
            reader.position += 1
        }
    }

    private mutating func selector() -> Selector? {
        reader.skipSpace()
        let start = reader.position
        var compounds: [Selector.Compound] = []
        var specificity = Specificity()
        var combinator: Selector.Combinator?
        while true {
            guard var compound = compound(&specificity), compounds.count < Self.maximumCompounds else { return nil }
            compound.combinator = combinator
            compounds.append(compound)
            let end = reader.position
            reader.skipSpace()
            guard !reader.isAtEnd else {
                return Selector(compounds: compounds, specificity: specificity, range: start..<end)
            }
            combinator = takeCombinator()
            reader.skipSpace()
        }
    }

    private mutating func takeCombinator() -> Selector.Combinator {
        let combinator: Selector.Combinator
        switch reader.byte {
        case ASCII.greater: combinator = .child
        case ASCII.plus: combinator = .nextSibling
        case ASCII.tilde: combinator = .laterSibling
        default: return .descendant
        }
        reader.position += 1
        return combinator
    }

    private mutating func compound(_ specificity: inout Specificity) -> Selector.Compound? {
        var compound = Selector.Compound()
        let start = reader.position
        if reader.byte == ASCII.asterisk {
            reader.position += 1
        } else if let name = reader.takeIdentifier() {
            compound.name = name.lowercasedASCII
            specificity.names += 1
        }
        while let test = test(&specificity) {
            guard let test = test.known else { return nil }
            compound.tests.append(test)
        }
        return reader.position > start ? compound : nil
    }

    /// A condition, or that something else than a condition stands here.
    private struct Found {
        let known: Selector.Test?
    }

    private mutating func test(_ specificity: inout Specificity) -> Found? {
        switch reader.byte {
        case ASCII.hash:
            reader.position += 1
            specificity.ids += 1
            return Found(known: reader.takeIdentifier(anyStart: true).map { .id($0) })
        case ASCII.period:
            reader.position += 1
            specificity.classes += 1
            return Found(known: reader.takeIdentifier().map { .class($0) })
        case ASCII.leftBracket:
            specificity.classes += 1
            return Found(known: attribute().map { .attribute($0) })
        case ASCII.colon:
            return Found(known: pseudo(&specificity))
        default:
            return nil
        }
    }

    // MARK: Attributes

    private mutating func attribute() -> AttributeTest? {
        reader.position += 1
        reader.skipSpace()
        guard let name = reader.takeIdentifier() else { return nil }
        reader.skipSpace()
        let attribute = String(decoding: name.lowercasedASCII, as: UTF8.self)
        if reader.byte == ASCII.rightBracket {
            reader.position += 1
            return AttributeTest(name: attribute, operation: .exists, value: [], ignoresCase: false)
        }
        guard let operation = takeOperation() else { return nil }
        reader.skipSpace()
        guard let value = reader.takeString() ?? reader.takeIdentifier(anyStart: true) else { return nil }
        reader.skipSpace()
        let flag = reader.takeIdentifier()
        reader.skipSpace()
        guard reader.byte == ASCII.rightBracket else { return nil }
        reader.position += 1
        let ignoresCase = flag?.equalsIgnoringCase("i") ?? false
        return AttributeTest(
            name: attribute,
            operation: operation,
            value: ignoresCase ? value.lowercasedASCII : value,
            ignoresCase: ignoresCase
        )
    }

    private mutating func takeOperation() -> AttributeTest.Operation? {
        if reader.byte == ASCII.equals {
            reader.position += 1
            return .equals
        }
        guard reader.byte(after: 1) == ASCII.equals else { return nil }
        let operation: AttributeTest.Operation
        switch reader.byte {
        case ASCII.tilde: operation = .includesWord
        case ASCII.bar: operation = .dashMatch
        case ASCII.caret: operation = .prefix
        case UInt8(ascii: "$"): operation = .suffix
        case ASCII.asterisk: operation = .substring
        default: return nil
        }
        reader.position += 2
        return operation
    }

    // MARK: Pseudo-classes

    private mutating func pseudo(_ specificity: inout Specificity) -> Selector.Test? {
        reader.position += 1
        let isElement = reader.byte == ASCII.colon
        if isElement { reader.position += 1 }
        guard let bytes = reader.takeIdentifier() else { return nil }
        let name = String(decoding: bytes.lowercasedASCII, as: UTF8.self)
        var argument: Range<Int>?
        if reader.byte == ASCII.leftParenthesis {
            let start = reader.position + 1
            reader.skipComponent()
            argument = start..<max(start, reader.position - 1)
        }
        if isElement {
            specificity.names += 1
            return .never
        }
        return pseudoClass(name, argument, &specificity)
    }

    private func pseudoClass(
        _ name: String,
        _ argument: Range<Int>?,
        _ specificity: inout Specificity
    ) -> Selector.Test? {
        if let argument, ["not", "is", "where", "matches"].contains(name) {
            guard let inner = Self.selectors(reader.bytes, argument, depth: depth + 1) else { return nil }
            if name != "where" {
                specificity = specificity + (inner.map(\.specificity).max() ?? Specificity())
            }
            return name == "not" ? .not(inner) : .any(inner)
        }
        specificity.classes += 1
        if let argument { return position(name, argument).map { .position($0) } ?? .never }
        switch name {
        case "first-child": return .position(PositionTest(step: 0, offset: 1, fromEnd: false, ofType: false))
        case "last-child": return .position(PositionTest(step: 0, offset: 1, fromEnd: true, ofType: false))
        case "first-of-type": return .position(PositionTest(step: 0, offset: 1, fromEnd: false, ofType: true))
        case "last-of-type": return .position(PositionTest(step: 0, offset: 1, fromEnd: true, ofType: true))
        case "only-child":
            return .position(PositionTest(step: 0, offset: 1, fromEnd: false, ofType: false, isOnly: true))
        case "only-of-type":
            return .position(PositionTest(step: 0, offset: 1, fromEnd: false, ofType: true, isOnly: true))
        case "empty": return .empty
        case "root": return .root
        case "link", "any-link": return .link
        default: return .never
        }
    }

    private func position(_ name: String, _ argument: Range<Int>) -> PositionTest? {
        let forms: [String: (fromEnd: Bool, ofType: Bool)] = [
            "nth-child": (false, false), "nth-last-child": (true, false), "nth-of-type": (false, true),
            "nth-last-of-type": (true, true),
        ]
        guard let form = forms[name], let (step, offset) = PositionFormula.parse(reader.bytes[argument]) else {
            return nil
        }
        return PositionTest(step: step, offset: offset, fromEnd: form.fromEnd, ofType: form.ofType)
    }
}

/// `odd`, `even`, `3`, `2n+1`, `-n + 3` (CSS Syntax Level 3, §9).
enum PositionFormula {
    static func parse(_ bytes: ArraySlice<UInt8>) -> (step: Int, offset: Int)? {
        let text = bytes.trimmed.lowercasedASCII.filter { !ASCII.isSpace($0) }
        if text.equalsIgnoringCase("odd") { return (2, 1) }
        if text.equalsIgnoringCase("even") { return (2, 0) }
        guard let letter = text.firstIndex(of: UInt8(ascii: "n")) else { return integer(text[...]).map { (0, $0) } }
        let front = text[..<letter]
        let back = text[(letter + 1)...]
        let step: Int? = front.isEmpty ? 1 : front == [ASCII.hyphen] ? -1 : front == [ASCII.plus] ? 1 : integer(front)
        guard let step else { return nil }
        if back.isEmpty { return (step, 0) }
        guard let offset = integer(back), back.first == ASCII.plus || back.first == ASCII.hyphen else { return nil }
        return (step, offset)
    }

    private static func integer(_ text: ArraySlice<UInt8>) -> Int? {
        text.count <= 9 ? Int(String(decoding: text, as: UTF8.self)) : nil
    }
}
