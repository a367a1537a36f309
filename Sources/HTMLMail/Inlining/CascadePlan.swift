/// Which rules apply to which elements, and which selectors have been dealt with by that.
struct CascadePlan {
    /// One rule that applies to an element.
    struct Match {
        let specificity: Specificity
        /// Number of the sheet and of the item in it.
        let sheet: Int
        let item: Int
    }

    /// What became of a selector.
    enum Fate: Hashable {
        /// All that it matches has it.
        case inlined
        /// It matches nothing.
        case unmatched
        /// It says something that no attribute can.
        case notInlinable
    }

    /// For each element its rules; the later outranks the earlier.
    private(set) var matches: [Int: [Match]] = [:]
    /// For each sheet and item the fates of its selectors.
    private(set) var fates: [[[Fate]]] = []

    /// Elements that show nothing.
    private static let unseen: Set<String> = ["head", "title", "meta", "link", "base", "style", "script", "template"]

    init(_ document: HTMLDocument, _ sheets: StyleSheets) throws(HTMLRefusal) {
        var matcher = SelectorMatcher(document)
        for (sheetNumber, sheet) in sheets.all.enumerated() {
            var sheetFates: [[Fate]] = []
            for (itemNumber, item) in sheet.content.items.enumerated() {
                var itemFates: [Fate] = []
                if case .rule(let rule) = item.kind {
                    for selector in rule.selectors {
                        let match = Match(specificity: selector.specificity, sheet: sheetNumber, item: itemNumber)
                        itemFates.append(try add(match, selector, document, &matcher))
                    }
                }
                sheetFates.append(itemFates)
            }
            fates.append(sheetFates)
        }
        for element in matches.keys {
            matches[element]?.sort {
                ($0.specificity, $0.sheet, $0.item) < ($1.specificity, $1.sheet, $1.item)
            }
        }
    }

    private mutating func add(
        _ match: Match,
        _ selector: Selector,
        _ document: HTMLDocument,
        _ matcher: inout SelectorMatcher
    ) throws(HTMLRefusal) -> Fate {
        guard selector.isStatic else { return .notInlinable }
        let result = try matcher.matches(selector)
        var isMatched = false
        for element in result.elements {
            let node = document.nodes[element]
            guard !Self.unseen.contains(node.name), !node.startTag.isEmpty else { continue }
            isMatched = true
            guard !node.isRepeated, !node.isIgnored else { continue }
            // Of two selectors of one rule the more specific counts.
            var others = matches.removeValue(forKey: element) ?? []
            if let last = others.last, last.sheet == match.sheet, last.item == match.item {
                if last.specificity < match.specificity { others[others.count - 1] = match }
            } else {
                others.append(match)
            }
            matches[element] = others
        }
        if result.isUncertain { return .notInlinable }
        return isMatched ? .inlined : .unmatched
    }
}
