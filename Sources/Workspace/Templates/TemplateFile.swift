/// One file of a template folder, as it was read.
package struct TemplateFile: Sendable, Hashable {
    /// The path within the template's folder: `zh-CN/subject.mustache`.
    package let path: String
    /// The file as people name it: `templates/activation/zh-CN/subject.mustache`.
    package let shown: String
    /// What is in it.
    package let bytes: [UInt8]

    package init(path: String, shown: String, bytes: [UInt8]) {
        self.path = path
        self.shown = shown
        self.bytes = bytes
    }
}

/// The texts that a template folder may hold.
package enum TemplatePart: String, Sendable, Hashable, CaseIterable {
    /// The subject, one line.
    case subject
    /// The body without marks.
    case text
    /// The body in HTML.
    case html
    /// The body in AMP, for the few clients that show it.
    case amp
    /// An invitation, an iCalendar object.
    case invitation = "invite.ics"

    /// The file's name.
    package var fileName: String { "\(rawValue).mustache" }
}
