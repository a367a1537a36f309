/// What a file in `jobs/` says, checked.
package struct JobDefinition: Sendable {
    /// What is done about messages whose last byte left and whose reply never came.
    package enum InDoubtPolicy: String, Sendable, Hashable, CaseIterable {
        /// They wait for a person.
        case hold
        /// They are sent again, even if somebody gets two.
        case resend
        /// They count as accepted.
        case assumeSent = "assume-sent"
    }

    /// The job's name.
    package var name: String
    /// The file, as people name it: `jobs/activation.yaml`.
    package var file: String
    /// The file's bytes, for sealing.
    package var bytes: [UInt8]
    /// Who sends.
    package var from: NamedMailbox
    /// Who hands the mail in for `from`; nil for nobody else.
    package var sender: NamedMailbox?
    /// Who gets copies, in the order of the file.
    package var copies: [CopyDefinition] = []
    /// Where answers go; empty for `from`.
    package var replyTo: [NamedMailbox] = []
    /// Who gets it.
    package var recipients: RecipientListDefinition
    /// The template's name.
    package var template: String
    /// The language of the template's own texts (BCP 47); nil when the job does not say.
    package var language: String?
    /// What is attached, in the order of the file.
    package var attachments: [AttachmentDefinition] = []
    /// The HTML's pictures that differ from row to row, in the order of the file.
    package var pictures: [AttachmentDefinition] = []
    /// Columns at which lines of the plain text are broken; nil for never.
    package var wordWrap: Int?
    /// The transport's name; nil for the only one there is.
    package var via: String?
    /// When a deferred message is tried again.
    package var retry = RetryDefinition()
    /// What is done about messages in doubt; `hold` by default.
    package var inDoubt = InDoubtPolicy.hold
    /// Who has to approve each run before anything of it is sent; nil when nobody has to.
    package var approveBy: String?
    /// How recipients leave.
    package var unsubscribe: UnsubscribeDefinition?
    /// The mailboxes that are polled when sending is done.
    package var collect: [String] = []
    /// When the job runs by itself.
    package var schedule: ScheduleDefinition?
    /// At which hours mail may leave.
    package var window: WindowDefinition?
    /// The share that goes first, and what must not happen to it.
    package var canary: CanaryDefinition?
    /// Extra header fields, in the order of the file.
    package var headers: [ExtraHeader] = []
    /// `List-Id`, without angle brackets (RFC 2919).
    package var listID: String?
    /// `Feedback-ID`, as big providers use it.
    package var feedbackID: String?
    /// `Auto-Submitted` (RFC 3834 §5): `auto-generated`, `auto-replied` or `no`.
    package var autoSubmitted: String?
    /// `Precedence`: `bulk`, `list` or `junk`.
    package var precedence: String?
    /// Where recipients confirm by mail; nil when none are expected to.
    package var expect: ExpectDefinition?
    /// The command that gets confirmations and wishes to leave; nil for the mailbox's.
    package var onMessage: String?
    /// Which delivery reports servers are asked for; nil leaves that to them.
    package var reports: ReportsDefinition?
    /// How urgent it is: `high`, `normal` or `low`.
    package var priority: String?
    /// Who asks to be told when a message was read (RFC 8098).
    package var confirmReadingTo: NamedMailbox?
    /// What the job asks for and this version has not; a run has to be refused with it.
    package var unavailable: [ConfigFault] = []
    /// Where settings stand, by their keys: `via`, `collect[0]`, `recipients.file`.
    package var places: [String: SourcePlace] = [:]
}

/// When a deferred message is tried again.
package struct RetryDefinition: Sendable, Hashable {
    /// How long after each attempt; the last one repeats.
    ///
    /// 1m, 5m, 30m, 2h, 6h by default.
    package var after: [Duration] = [.seconds(60), .seconds(300), .seconds(1_800), .seconds(7_200), .seconds(21_600)]
    /// How long after the first attempt it is given up; 2d by default.
    package var giveUp = Duration.seconds(172_800)

    package init() {}
}

/// How recipients leave: the two forms of `List-Unsubscribe` (RFC 2369 §3.2, RFC 8058).
package struct UnsubscribeDefinition: Sendable, Hashable {
    /// An address; `{token}` stands for the recipient's token.
    package var mailto: String?
    /// An https address; `{token}` stands for the recipient's token.
    package var url: String?
}

/// A header field that the job adds.
package struct ExtraHeader: Sendable, Hashable {
    /// The field's name.
    package var name: String
    /// Its value, which may hold template variables; no line end.
    package var value: String
}

/// Who gets a copy of every message.
package struct CopyDefinition: Sendable, Hashable {
    /// A mailbox, or a text with template variables that gives one or several, or none.
    package enum Recipient: Sendable, Hashable {
        case mailbox(NamedMailbox)
        case template(String)
    }

    /// Who.
    package var recipient: Recipient
    /// Whether everybody sees it (Cc), or nobody (Bcc).
    package var isShown: Bool
    /// Where it stands.
    package var place: SourcePlace
}

/// Something attached to every message.
package struct AttachmentDefinition: Sendable, Hashable {
    /// The path, relative to the workspace; may hold template variables.
    package var file: String
    /// What the recipient sees; nil for the file's own name.
    ///
    /// May hold template variables.
    package var name: String?
    /// The media type; nil for the one that the file's ending tells.
    package var mediaType: String?
    /// The name by which the HTML refers to it; nil for a file to save.
    package var contentID: String?
    /// Where `file` stands.
    package var place: SourcePlace

    /// Whether the path differs from recipient to recipient.
    package var isPerRecipient: Bool { file.contains("{{") }

    /// The folder that the path names before its first variable: no row leads out of it; nil when it names none.
    package var fixedFolder: String? {
        guard let variable = file.firstRange(of: "{{"),
            let slash = file[..<variable.lowerBound].lastIndex(of: "/"), slash > file.startIndex
        else { return nil }
        return String(file[..<slash])
    }
}
