/// A value's name, resolved as far as can be before there is data, and what is done with the value.
final class Operand: Sendable {
    /// The name; no parts for the implicit iterator.
    let name: TagName
    /// The schema's column; -1 when there is none.
    let column: Int
    /// How many parts of the name the column's title takes.
    let columnParts: Int
    /// What the column holds.
    let kind: TemplateSchema.Kind
    /// Whether frames of sections may hold objects with a member of that name.
    let mayBeShadowed: Bool
    /// What is done with the value.
    let filters: [Filter]
    /// What an empty or missing value is replaced by: a `default` that is the only filter.
    let fallback: [UInt8]?
    /// A program's function of that name.
    let helper: TemplateLambda?
    /// Whether an empty value leaves a hole in the text.
    let needsValue: Bool
    /// Where the tag stands.
    let site: Site

    /// An operand that is done.
    init(_ draft: OperandDraft) {
        (name, site) = (draft.name, draft.site)
        (column, columnParts, kind) = (draft.column, draft.columnParts, draft.kind)
        (mayBeShadowed, needsValue) = (draft.mayBeShadowed, draft.needsValue)
        (filters, fallback, helper) = (draft.filters, draft.fallback, draft.helper)
    }
}

/// An operand while it is being resolved.
struct OperandDraft {
    let name: TagName
    var column = -1
    var columnParts = 0
    var kind = TemplateSchema.Kind.text
    var mayBeShadowed = true
    var filters: [Filter] = []
    var fallback: [UInt8]?
    var helper: TemplateLambda?
    var needsValue = false
    let site: Site
}
