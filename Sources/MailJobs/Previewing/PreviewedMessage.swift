package import HTMLMail
internal import MIMECoding
internal import MailModel

/// A finished message, opened again for a person to look at: what its bytes say, not what was meant.
package struct PreviewedMessage: Sendable {
    /// A file that goes with it.
    package struct Attachment: Sendable {
        /// Its name.
        package var name: String
        /// `application/pdf`.
        package var mediaType: String
        /// Its size, decoded.
        package var byteCount: Int
        /// Whether the HTML shows it in its place.
        package var isInline: Bool
    }

    /// A header field.
    package struct Field: Sendable {
        /// Its name.
        package var name: String
        /// Its value, unfolded and decoded.
        package var value: String
    }

    /// The row that it was made of, from 1.
    package let row: Int
    /// The language of the templates; empty for the template's own texts.
    package let language: String
    /// The language that the texts are in; nil when nobody knows.
    package let spoken: String?
    /// The recipient of the envelope.
    package let recipient: String
    /// All header fields, in order.
    package let fields: [Field]
    /// The HTML body; nil when there is none.
    package let html: [UInt8]?
    /// The plain text; nil when there is none.
    package let text: [UInt8]?
    /// What clients show of it before it is opened.
    package let inbox: InboxPreview?
    /// Everything else in it.
    package let attachments: [Attachment]
    /// The whole message as it leaves.
    package let bytes: [UInt8]
    /// The HTML with the message's own pictures in their places, as a browser shows it; nil when there is none.
    package let document: [UInt8]?
    /// Who gets copies, besides the recipient.
    package let copies: [String]

    /// Bytes of HTML and pictures up to which pictures are shown: the page holds four frames of each message.
    private static let maximumDocument = 8 << 20

    /// Bytes of HTML from which Gmail shows only the beginning.
    package static let clippedFrom = 102 * 1_024

    /// Opens a message.
    package init(_ made: SampleMaker.Made) {
        let mail = MIMEMessage(made.bytes)
        row = made.row
        language = made.language
        spoken = made.spoken
        recipient = made.envelope.recipient.path
        bytes = made.bytes
        fields = mail.fields(of: mail.root).map { Field(name: mail.name(of: $0), value: mail.text(of: $0)) }
        var html: [UInt8]?
        var text: [UInt8]?
        var attachments: [Attachment] = []
        for part in mail.parts where part.structure == .leaf || part.structure == .closed {
            let isFile = mail.disposition(of: part)?.kind == "attachment"
            if !isFile, html == nil, part.contentType.matches("text", "html") {
                html = mail.utf8(of: part)
            } else if !isFile, text == nil, part.contentType.matches("text", "plain") {
                text = mail.utf8(of: part)
            } else {
                let content = mail.content(of: part)
                let id = mail.text("content-id", in: part)?.filter { $0 != "<" && $0 != ">" }
                attachments.append(
                    Attachment(
                        name: mail.fileName(of: part) ?? Self.name(of: part.contentType.mediaType),
                        mediaType: part.contentType.mediaType,
                        byteCount: content.count,
                        isInline: id != nil && !isFile
                    )
                )
            }
        }
        self.html = html
        self.text = text
        self.attachments = attachments
        let document = PreviewDocument.html(of: mail)
        self.document = (document?.count ?? 0) <= Self.maximumDocument ? document : html
        copies = made.envelope.furtherRecipients.map(\.path)
        inbox = html.flatMap { try? InboxPreview(html: $0) }
    }

    /// The value of the first field of a name; empty when there is none.
    package func value(_ name: String) -> String {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value ?? ""
    }

    /// What a part without a file name is called.
    private static func name(of mediaType: String) -> String {
        switch mediaType {
        case "text/x-amp-html": "AMP body"
        case "text/calendar": "invitation"
        default: mediaType
        }
    }

    /// What clients show beside the subject: the preheader, or the first words.
    package var teaser: String {
        if let inbox { return inbox.preheader.isEmpty ? inbox.beginning : inbox.preheader }
        return String(decoding: (text ?? []).prefix(400), as: UTF8.self)
    }

    /// What a person should know about it, each a sentence.
    package var notices: [String] {
        var notices: [String] = []
        guard let html else { return ["There is no HTML body: everybody sees the plain text."] }
        if html.count > Self.clippedFrom {
            notices.append(
                "The HTML is larger than 102 KB: Gmail shows its beginning and hides the rest behind a link."
            )
        }
        if let inbox, inbox.preheader.isEmpty {
            notices.append("There is no preheader: inboxes show the first words of the message beside the subject.")
        }
        if !PreviewFrame.hasDarkRules(html) {
            notices.append("There are no rules for dark mode: some clients leave it light, others change the colours.")
        }
        let remote = PreviewFrame.remoteAddresses(in: html)
        if remote > 0 {
            let parts = remote == 1 ? "1 picture or font lies" : "\(remote) pictures or fonts lie"
            notices.append("\(parts) in the network: not loaded here, and by many clients only on request.")
        }
        if text == nil { notices.append("There is no plain text beside the HTML.") }
        return notices
    }
}
