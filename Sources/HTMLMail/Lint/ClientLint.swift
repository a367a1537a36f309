/// Finds in a mail's HTML what mail clients drop, and says what to do instead.
///
/// Looks at elements, style attributes and the rules of `<style>` outside of `@media`; what stands in conditional comments
/// is for Outlook and is left alone. Works on templates as well as on rendered mail.
package enum ClientLint {
    /// Bytes of HTML of which Gmail shows no more: "[Message clipped]".
    package static let gmailClipBytes = 102_400
    /// Characters of all `<style>` together that Gmail reads.
    package static let gmailStyleBytes = 16_384
    /// Findings after which no more are looked for.
    package static let maximumFindings = 1_000

    /// All findings in the order of the source.
    ///
    /// HTML that is refused (see ``HTMLRefusal``) has one finding, which says why.
    package static func findings(in html: [UInt8]) -> [LintFinding] {
        do throws(HTMLRefusal) {
            let document = try HTMLDocument(html)
            var examination = LintExamination(document)
            examination.examineSize()
            for index in document.nodes.indices where examination.findings.count < maximumFindings {
                try examination.examine(index)
            }
            return examination.findings.prefix(maximumFindings).sorted {
                ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
            }
        } catch {
            return [
                LintFinding(
                    rule: .notRead,
                    severity: .warning,
                    place: error.place ?? SourcePlace(line: 1, column: 1),
                    clients: [],
                    message: "the HTML cannot be examined",
                    remedy: error.explanation
                )
            ]
        }
    }
}
