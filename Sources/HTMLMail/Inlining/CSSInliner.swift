/// Writes the rules of style sheets into `style` attributes, for mail clients that drop `<style>`.
///
/// The HTML is edited in place: what is not a `style` attribute or an inlined rule stays byte by byte, Mustache tags in
/// text, attributes and between table rows included. What a style attribute already says stays in front of the sheet, as
/// CSS has it; declarations keep their order, so a shorthand that came later stays later. `!important` is weighed, then
/// left out: an attribute outranks every sheet anyway, and `@media` rules can only outrank it by being important.
///
/// Left in `<style>`: at-rules, selectors with `:hover`, `::before` and their like, rules in sections of the template,
/// places among siblings that a section repeats or leaves out (`tr:nth-child(even)` in a loop), sheets with a `media` of
/// their own, and selectors that match nothing here, since these are written for what clients add (`.ExternalClass`)
/// or for what data brings in. A `<style>` of which nothing is left is removed: an empty one helps no client. Elements
/// and sheets that carry `data-css-inline="ignore"` are left alone. Style sheets behind `<link>` are not loaded.
package enum CSSInliner {
    /// What stops the work.
    package typealias Failure = HTMLRefusal

    /// What becomes of rules in `<style>` once they are inlined.
    package enum InlinedRules: Hashable, Sendable {
        /// They are removed; what could not be inlined, or matched nothing, stays.
        case removed
        /// They are removed, and with them what matches nothing.
        case removedWithUnmatched
        /// Everything stays: the source is only added to.
        case kept
    }

    /// Inlines the sheets of `html`, and `css` before them.
    ///
    /// - Parameters:
    ///   - html: A document or part of one, UTF-8; partials of the template have to be in their places already.
    ///   - css: A sheet that stands apart and comes first; what of it cannot be inlined becomes a `<style>`.
    ///   - rules: What becomes of rules in `<style>` once they are inlined.
    /// - Returns: The HTML with style attributes.
    /// - Throws: ``HTMLRefusal`` when a limit is reached; the message says where and what to do.
    package static func inline(
        html: [UInt8],
        css: [UInt8]? = nil,
        rules: InlinedRules = .removed
    ) throws(Failure) -> [UInt8] {
        if let css, css.count > HTMLLimits.bytes { throw HTMLRefusal(.tooLarge(bytes: css.count)) }
        let document = try HTMLDocument(html)
        var tags = document.tags
        let sheets = try StyleSheets(document, css: css, tags: &tags)
        guard !sheets.all.isEmpty else { return html }
        let plan = try CascadePlan(document, sheets)
        var edits = SourceEdits()
        for element in plan.matches.keys.sorted() {
            StyleAttributeWriter(document: document, tags: tags, sheets: sheets)
                .write(plan.matches[element] ?? [], to: element, &edits)
        }
        if rules != .kept || sheets.isSheetApart {
            StyleElementWriter(document: document, tags: tags, sheets: sheets, plan: plan, rules: rules).write(&edits)
        }
        return edits.applied(to: html)
    }
}
