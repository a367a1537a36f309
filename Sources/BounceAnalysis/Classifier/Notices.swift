/// The announcements of failure and delay in a message's subject and text.
struct Notices {
    /// Rule of the first announcement of a failure in the subject.
    private(set) var subjectFailure: Int?
    /// Rule of the first announcement of a delay in the subject.
    private(set) var subjectDelay: Int?
    /// Rule and line of the first announcement of a failure in the text.
    private(set) var textFailure: (rule: Int, line: Int)?
    /// Rule and line of the first announcement of a delay in the text.
    private(set) var textDelay: (rule: Int, line: Int)?
    /// All lines of the text that announce a failure or delay.
    private(set) var lines: Set<Int> = []

    init(subject: [UInt8], text: ReportText, book: RuleBook) {
        book.announcements.scan(subject.span) { match in
            if book.isDelay[match.rule] {
                if subjectDelay == nil { subjectDelay = match.rule }
            } else if subjectFailure == nil {
                subjectFailure = match.rule
            }
            return true
        }
        book.announcements.scan(text.bytes.span, to: text.range.upperBound) { match in
            let line = text.line(at: match.end)
            lines.insert(line)
            if book.isDelay[match.rule] {
                if textDelay == nil { textDelay = (match.rule, line) }
            } else if textFailure == nil {
                textFailure = (match.rule, line)
            }
            return lines.count < 256
        }
    }

    var announcesFailure: Bool { subjectFailure != nil || textFailure != nil }
    var announcesDelay: Bool { subjectDelay != nil || textDelay != nil }
}
