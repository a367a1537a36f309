/// A mailbox that a report's text names, with how surely it is a failed recipient.
struct RecipientCandidate {
    /// What kind of place the mailbox stands in; later cases are trusted more.
    enum Place: Int, Comparable {
        /// Somewhere in the text.
        case mentioned
        /// In a quoted command or reply of SMTP.
        case dialogue
        /// In the sentence or line that announces the failure.
        case sentence
        /// At the head of a line that a reason follows, in the list behind an announcement.
        case listed
        /// In a field of a report that is quoted in the text.
        case field

        static func < (left: Place, right: Place) -> Bool { left.rawValue < right.rawValue }
    }

    var address: String
    var place: Place
    /// The line it stands in.
    var line: Int
    /// Offset behind the mailbox.
    var end: Int
}
