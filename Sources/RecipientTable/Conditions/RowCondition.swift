/// A condition over the columns of a list: `vip and locale in ("zh-CN", "zh-TW")`.
///
/// It is read once, bound to the columns of a list once, and then asked for each row. What can be wrong with it, names and
/// types included, is told before any row is read. The documents' page on lists describes the language.
package struct RowCondition: Sendable, Hashable {
    /// As it was written.
    package let text: String
    let expression: ConditionExpression

    /// Longest condition, in bytes of UTF-8.
    private static let maximumBytes = 4_096

    /// Reads a condition.
    ///
    /// - Throws: ``ConditionFault``, the first that is wrong with its form.
    package init(parsing text: String) throws(ConditionFault) {
        guard text.utf8.count <= Self.maximumBytes else {
            throw ConditionFault("a condition may have \(Self.maximumBytes) bytes; this is more", at: 0)
        }
        self.text = text
        expression = try ConditionParser.parse(text)
    }

    /// The columns that it names, each once, in the order of the text.
    package var columns: [String] {
        var names: [String] = []
        for name in expression.columns where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            names.append(name)
        }
        return names
    }

    /// Makes it ready for a list.
    ///
    /// - Parameters:
    ///   - columns: the list's columns.
    ///   - types: their types, as many.
    /// - Returns: the condition, to be asked for each row.
    /// - Throws: ``ConditionFaults`` with each unknown column and each comparison that the types do not allow.
    package func bound(to columns: [String], types: [ColumnType]) throws(ConditionFaults) -> BoundCondition {
        var binder = ConditionBinder(columns: columns, types: types)
        let rule = binder.rule(expression)
        guard binder.faults.isEmpty, let rule else { throw ConditionFaults(faults: binder.faults) }
        return BoundCondition(rule: rule)
    }
}
