/// Makes plain text of HTML, for the `text/plain` part of a mail.
///
/// A link is written `text (URL)`, right behind the word that it ends in and its punctuation, so that it stays inside of
/// the template section that it belongs to; a link whose text is its own address is written once. First and second
/// headings are underlined, lists have `-` or numbers, quotes `> `. Tables whose cells are single lines are set in
/// columns; all others are taken for layout and read cell by cell. Pictures give their `alt`. What an inline style hides
/// (`display:none`, `visibility:hidden`, a box of no height) or the `hidden` attribute is left out; a preheader that a
/// sheet hides wants that sheet inlined first.
///
/// Mustache tags come through as they are, section tags between blocks on lines of their own, where Mustache removes
/// the whole line: the text of a template is a template.
package enum HTMLText {
    /// What stops the work.
    package typealias Failure = HTMLRefusal

    /// The text of `html`.
    ///
    /// - Parameters:
    ///   - html: A document or part of one, UTF-8.
    ///   - width: Columns of a line, East Asian wide characters counting two; links and words are never broken.
    /// - Returns: UTF-8 with LF as line end, also behind the last line.
    /// - Throws: ``HTMLRefusal`` when a limit is reached.
    package static func text(from html: [UInt8], width: Int = 72) throws(Failure) -> [UInt8] {
        let document = try HTMLDocument(html)
        var renderer = TextRenderer(document, width: min(max(width, 20), 900))
        renderer.render(0)
        return renderer.finish()
    }
}
