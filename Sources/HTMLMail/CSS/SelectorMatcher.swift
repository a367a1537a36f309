/// Finds the elements that selectors match.
struct SelectorMatcher {
    private let document: HTMLDocument
    private var byID: [[UInt8]: [Int]] = [:]
    private var byClass: [[UInt8]: [Int]] = [:]
    private var byName: [[UInt8]: [Int]] = [:]
    private var elements: [Int] = []
    private var classes: [[[UInt8]]]
    private var steps = 0
    /// Set when the answer depends on how often the template repeats a sibling.
    private var dependsOnData = false

    init(_ document: HTMLDocument) {
        self.document = document
        classes = [[[UInt8]]](repeating: [], count: document.nodes.count)
        for (index, node) in document.nodes.enumerated() where node.kind == .element {
            elements.append(index)
            byName[Array(node.name.utf8), default: []].append(index)
            if let id = node.value("id") { byID[id, default: []].append(index) }
            guard let value = node.value("class") else { continue }
            classes[index] = value.split(whereSeparator: ASCII.isSpace).map(Array.init)
            for name in Set(classes[index]) { byClass[name, default: []].append(index) }
        }
    }

    /// What a selector matches.
    struct Result {
        /// Elements, in document order.
        var elements: [Int] = []
        /// There are elements of which the template's data decides.
        var isUncertain = false
    }

    /// The elements that `selector` matches.
    ///
    /// - Throws: ``HTMLRefusal`` when all matching together has taken too many steps.
    mutating func matches(_ selector: Selector) throws(HTMLRefusal) -> Result {
        var result = Result()
        let last = selector.compounds.count - 1
        for element in candidates(for: selector.compounds[last]) {
            dependsOnData = false
            let matches = try matches(selector, upTo: last, element)
            if dependsOnData {
                result.isUncertain = true
            } else if matches {
                result.elements.append(element)
                // A match costs memory, too.
                steps += 8
            }
        }
        return result
    }

    private func candidates(for compound: Selector.Compound) -> [Int] {
        for case .id(let id) in compound.tests { return byID[id] ?? [] }
        for case .class(let name) in compound.tests { return byClass[name] ?? [] }
        guard let name = compound.name else { return elements }
        return byName[name] ?? []
    }

    private mutating func matches(_ selector: Selector, upTo part: Int, _ element: Int) throws(HTMLRefusal) -> Bool {
        let compound = selector.compounds[part]
        guard try holds(compound, element) else { return false }
        guard let combinator = compound.combinator else { return true }
        switch combinator {
        case .child:
            guard let parent = parentElement(of: element) else { return false }
            return try matches(selector, upTo: part - 1, parent)
        case .descendant:
            var current = element
            while let parent = parentElement(of: current) {
                if try matches(selector, upTo: part - 1, parent) { return true }
                current = parent
            }
            return false
        case .nextSibling, .laterSibling:
            var current = element
            noteSiblings(of: element)
            while let sibling = previousElement(before: current) {
                if try matches(selector, upTo: part - 1, sibling) { return true }
                if combinator == .nextSibling { return false }
                current = sibling
            }
            return false
        }
    }

    // MARK: Relatives

    private func parentElement(of element: Int) -> Int? {
        guard let parent = document.nodes[element].parent, document.nodes[parent].kind == .element else { return nil }
        return parent
    }

    private func previousElement(before element: Int) -> Int? {
        let node = document.nodes[element]
        guard node.elementIndex > 1, let parent = node.parent else { return nil }
        return document.elementChildren[parent][node.elementIndex - 2]
    }

    /// Siblings that may be repeated or missing make the answer depend on data.
    private mutating func noteSiblings(of element: Int) {
        if let parent = document.nodes[element].parent, document.variableParents.contains(parent) {
            dependsOnData = true
        }
    }

    // MARK: Conditions

    private mutating func holds(_ compound: Selector.Compound, _ element: Int) throws(HTMLRefusal) -> Bool {
        steps += 1 + compound.tests.count
        guard steps <= HTMLLimits.matchingSteps else { throw HTMLRefusal(.matchingTooCostly) }
        if let name = compound.name, !name.elementsEqual(document.nodes[element].name.utf8) { return false }
        for test in compound.tests {
            guard try holds(test, element) else { return false }
        }
        return true
    }

    private mutating func holds(_ test: Selector.Test, _ element: Int) throws(HTMLRefusal) -> Bool {
        let node = document.nodes[element]
        switch test {
        case .id(let id): return node.value("id") == id
        case .class(let name): return classes[element].contains(name)
        case .attribute(let attribute): return holds(attribute, node)
        case .position(let position): return holds(position, element)
        case .empty:
            return !node.children.contains {
                document.nodes[$0].kind != .comment || document.templateTag(document.nodes[$0]) != nil
            }
        case .root: return node.name == "html" && parentElement(of: element) == nil
        case .link: return ["a", "area"].contains(node.name) && node.attribute("href") != nil
        case .not(let selectors): return try !matchesAny(selectors, element)
        case .any(let selectors): return try matchesAny(selectors, element)
        case .never: return false
        }
    }

    private mutating func matchesAny(_ selectors: [Selector], _ element: Int) throws(HTMLRefusal) -> Bool {
        for selector in selectors where try matches(selector, upTo: selector.compounds.count - 1, element) {
            return true
        }
        return false
    }

    private mutating func holds(_ test: AttributeTest, _ node: HTMLNode) -> Bool {
        guard var value = node.value(test.name) else { return false }
        steps += value.count / 8
        if test.ignoresCase { value = value.lowercasedASCII }
        switch test.operation {
        case .exists: return true
        case .equals: return value == test.value
        case .includesWord: return value.split(whereSeparator: ASCII.isSpace).contains { $0.elementsEqual(test.value) }
        case .dashMatch: return value == test.value || value.starts(with: test.value + [ASCII.hyphen])
        case .prefix: return !test.value.isEmpty && value.starts(with: test.value)
        case .suffix: return !test.value.isEmpty && value.reversed().starts(with: test.value.reversed())
        case .substring: return !test.value.isEmpty && value.contains(test.value)
        }
    }

    private mutating func holds(_ test: PositionTest, _ element: Int) -> Bool {
        noteSiblings(of: element)
        guard let parent = document.nodes[element].parent else { return false }
        let siblings = document.elementChildren[parent]
        let place = document.nodes[element].elementIndex
        guard test.ofType else {
            if test.isOnly { return siblings.count == 1 }
            return test.holds(test.fromEnd ? siblings.count - place + 1 : place)
        }
        steps += siblings.count
        let name = document.nodes[element].name
        let before = siblings[..<place].count { document.nodes[$0].name == name }
        let after = siblings[(place - 1)...].count { document.nodes[$0].name == name }
        if test.isOnly { return before == 1 && after == 1 }
        return test.holds(test.fromEnd ? after : before)
    }
}
