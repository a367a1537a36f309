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
            switch book.meaningOfAnnouncement[match.rule] {
            case .delayed: subjectDelay = subjectDelay ?? match.rule
            case .failed: subjectFailure = subjectFailure ?? match.rule
            case .returned: break
            }
            return true
        }
        for notice in text.announcements {
            lines.insert(notice.line)
            switch book.meaningOfAnnouncement[notice.rule] {
            case .delayed: textDelay = textDelay ?? notice
            case .failed: textFailure = textFailure ?? notice
            case .returned: break
            }
        }
    }

    /// Whether a subject announces a failure or a delay.
    static func isAnnounced(_ subject: [UInt8], book: RuleBook) -> Bool {
        var found = false
        book.announcements.scan(subject.span) { match in
            found = book.meaningOfAnnouncement[match.rule] != .returned
            return !found
        }
        return found
    }

    var announcesFailure: Bool { subjectFailure != nil || textFailure != nil }
    var announcesDelay: Bool { subjectDelay != nil || textDelay != nil }
}
