package import BounceAnalysis
package import MIMECoding
package import MailModel
package import RecipientTable
package import TemplateLanguage
package import Workspace

/// Everything that the messages of one job have in common, before any list is known.
package struct MessageRecipe: Sendable {
    /// Reads a file of the workspace.
    package typealias FileReading = @Sendable (_ path: String, _ folder: String) -> Result<[UInt8], AttachmentFault>

    /// The templates of one language.
    package struct Language: Sendable {
        /// The language tag (BCP 47); empty for the template's own folder.
        package var tag: String
        /// The subject's template.
        package var subject: TemplateFile
        /// The plain text's template.
        package var text: TemplateFile?
        /// The HTML's template.
        package var html: TemplateFile?
        /// The AMP version's template.
        package var amp: TemplateFile?
        /// The invitation's template, an iCalendar object.
        package var invitation: TemplateFile?
        /// The files that the HTML refers to.
        package var images: [Image] = []
        /// The pictures of rows that the HTML refers to, by their names in ``MessageRecipe/attachments``.
        package var pictures: Set<String> = []
        /// Whether the plain text is made from each rendered HTML: there is no template for it, and the HTML's partials
        /// are only in their places once it is rendered.
        package var makesText = false
        /// Where partials come from.
        package var partials: any PartialSource
        /// The partials as the HTML takes them in, its pictures tied to parts of the message; nil for the same.
        package var htmlPartials: (any PartialSource)?

        package init(
            tag: String,
            subject: TemplateFile,
            text: TemplateFile?,
            html: TemplateFile?,
            partials: any PartialSource
        ) {
            self.tag = tag
            self.subject = subject
            self.text = text
            self.html = html
            self.partials = partials
        }
    }

    /// One template's text and the path that faults show.
    package struct TemplateFile: Sendable {
        package var path: String
        package var bytes: [UInt8]
        /// The text made ready for mail clients, with its styles inlined; nil when nothing had to be done.
        package var prepared: [UInt8]?

        package init(path: String, bytes: [UInt8], prepared: [UInt8]? = nil) {
            self.path = path
            self.bytes = bytes
            self.prepared = prepared
        }
    }

    /// A header field of the job.
    package struct Field: Sendable {
        /// Its name.
        package var name: HeaderName
        /// Its value, a template.
        package var value: TemplateFile

        package init(name: HeaderName, value: TemplateFile) {
            self.name = name
            self.value = value
        }

        /// Whether the value is the same for all.
        var isFixed: Bool { !String(decoding: value.bytes, as: UTF8.self).contains("{{") }
    }

    /// A file that the HTML shows, the same in all messages.
    package struct Image: Sendable, Equatable {
        /// Its name in the message.
        package var name: String
        /// By what the HTML refers to it, without `cid:`.
        package var contentID: String
        /// Its bytes.
        package var content: [UInt8]
    }

    /// A file that goes with messages.
    package struct Attachment: Sendable {
        /// Its name in the message, a template; empty for the file's own.
        package var name: String
        /// The bytes of a file for all; empty for one that differs from row to row.
        package var content: [UInt8]
        /// The path of a file that differs from row to row, a template; nil for a file for all.
        package var path: String?
        /// The folder that no row's path leads out of.
        package var folder = ""
        /// The media type; nil for the one that the name's ending tells.
        package var mediaType: String?
        /// The name by which the HTML shows it, as `cid:`; nil for a file to save.
        package var picture: String?
        /// Where the job names it, for faults.
        package var place = "attachments"

        package init(name: String, content: [UInt8]) {
            self.name = name
            self.content = content
        }

        /// Whether rows are needed to know its path or its name.
        var isPerRecipient: Bool { path != nil || name.contains("{{") }
    }

    /// Who gets a copy of every message.
    package struct Copy: Sendable {
        /// Who.
        package enum Recipient: Sendable {
            /// The same for all.
            case mailbox(name: String, MailAddress)
            /// A template that gives addresses, or nothing.
            case template(TemplateFile)
        }

        package var recipient: Recipient
        /// Whether everybody sees it (Cc), or nobody (Bcc).
        package var isShown: Bool
    }

    /// Who it is from.
    package var from: MailboxText
    /// Who hands it in for ``from``; nil for nobody else.
    package var sender: MailboxText?
    /// Who gets copies.
    package var copies: [Copy] = []
    /// Who asks to be told that a message was read; nil for nobody.
    package var receiptTo: MailboxText?
    /// Columns at which lines of the plain text are broken; nil for never.
    package var wordWrap: Int?
    /// Where answers go; the sender when empty.
    package var replyTo: [MailboxText] = []
    /// The column with the address.
    package var emailColumn: String
    /// The column with the name.
    package var nameColumn: String?
    /// The column with the language tag.
    package var localeColumn: String?
    /// The types of typed columns.
    package var types: [String: ColumnType] = [:]
    /// The language of the texts without a language folder; nil when nobody said.
    package var language: String?
    /// What a row must meet to get a message; nil when all get one.
    package var condition: RowCondition?
    /// Where failure reports go: with a token for each recipient, or the same for all.
    package var reversePath: ReversePathForm
    /// The templates by language, the default first.
    package var languages: [Language]
    /// Which of the languages a row's tag gets: the `tag` of one of ``languages``; by default that of the nearest parent.
    package var chooseLanguage: (@Sendable (_ tag: String) -> String)?
    /// How recipients can leave; `{token}` stands for the recipient's token.
    package var unsubscribeURL: String?
    /// The mail address for leaving; `{token}` stands for the recipient's token.
    package var unsubscribeMailto: String?
    /// The fields that say what list or notification it is.
    package var bulk = BulkMailFields()
    /// Which delivery reports servers are asked for, without an id; nil leaves that to them.
    package var reports: ReportRequest?
    /// Further header fields; a value with tags is rendered for each row.
    package var fields: [Field] = []
    /// Files that go with messages.
    package var attachments: [Attachment] = []
    /// Reads a row's file, which must not lead out of a folder; nil refuses all.
    package var readFile: FileReading?

    package init(
        from: MailboxText,
        emailColumn: String,
        reversePath: ReversePathForm,
        languages: [Language]
    ) {
        self.from = from
        self.emailColumn = emailColumn
        self.reversePath = reversePath
        self.languages = languages
    }
}

/// Where failure reports of a run go.
package enum ReversePathForm: Sendable {
    /// One address for each recipient, so that a report says whom it is about.
    case perRecipient(BounceAnalysis.ReversePathPattern)
    /// The same address for all.
    case fixed(String)
}
