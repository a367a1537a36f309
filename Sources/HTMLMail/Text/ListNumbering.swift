/// Where a list stands in its counting.
struct ListNumbering {
    /// The next item's number; nil when the items are not numbered.
    var next: Int?
}

extension TextRenderer {
    mutating func beginList(_ number: Int, _ node: HTMLNode) {
        // Items that a section repeats would all have the same number.
        guard node.name == "ol", !document.variableParents.contains(number) else {
            return lists.append(ListNumbering(next: nil))
        }
        lists.append(ListNumbering(next: Self.integer(node.value("start")) ?? 1))
    }

    mutating func endList() {
        _ = lists.popLast()
    }

    mutating func beginItem(_ node: HTMLNode) {
        guard let last = lists.indices.last, let next = lists[last].next else {
            return lines.push(first: Array("- ".utf8), rest: Array("  ".utf8))
        }
        let number = Self.integer(node.value("value")) ?? next
        lists[last].next = number + 1
        let mark = Array("\(number). ".utf8)
        lines.push(first: mark, rest: [UInt8](repeating: ASCII.space, count: mark.count))
    }

    private static func integer(_ value: [UInt8]?) -> Int? {
        guard let value, value.count <= 9 else { return nil }
        return Int(String(decoding: value[...].trimmed, as: UTF8.self))
    }
}
