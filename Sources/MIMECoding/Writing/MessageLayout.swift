/// What all messages of a job share, encoded once: fixed header lines, attachments, and the order of everything.
///
/// The layout is checked when it is made: a job cannot set a field twice, nor one that is not its to set.
package struct MessageLayout: Sendable {
    /// The header fields that a job fixes for all its messages.
    package struct Fields: Sendable {
        /// From; empty if each message brings its own.
        package var from: [MailboxText] = []
        /// Sender: needed if From names several (RFC 5322 §3.6.2).
        package var sender: MailboxText?
        /// Reply-To.
        package var replyTo: [AddressEntry] = []
        /// Cc; whoever is named here must be in the envelope too.
        package var cc: [AddressEntry] = []
        /// Who is asked to be told when a message is read (RFC 8098 §2.1); left out by default.
        package var receiptTo: [AddressEntry] = []
        /// What the messages are.
        package var bulk = BulkMailFields()
        /// Further fields with the same text in every message.
        package var fixed: [(name: HeaderName, text: [UInt8])] = []
        /// Further fields whose text each message brings; an empty text leaves the field out.
        package var perMessage: [HeaderName] = []
        /// What control characters in free text lead to.
        package var controls = ControlPolicy.carry

        /// Makes an empty set.
        package init() {}
    }

    /// The content that a job fixes for all its messages.
    package struct Content: Sendable {
        /// Files of every message: attachments, and images of the HTML body.
        package var files: [EncodedPart] = []
        /// The method of invitations.
        package var calendarMethod = CalendarMethod.request
        /// What the choice of transfer encodings may use.
        package var bodies = BodyPolicy()

        /// Makes an empty content.
        package init() {}
    }

    /// A stretch of the header.
    enum Slot: Sendable {
        case fixed(Range<Int>)
        case from
        case to
        case cc
        case subject
        case date
        case messageID
        case unsubscribe
        case field(index: Int)
    }

    let slots: [Slot]
    /// The bytes of all fixed stretches.
    let fixedLines: [UInt8]
    let perMessage: [HeaderName]
    let content: Content
    let controls: ControlPolicy
    /// Whether a fixed field holds an address that is not ASCII.
    let needsSMTPUTF8: Bool
    let hasFixedFrom: Bool
    let hasFixedCc: Bool

    /// Checks and encodes a layout.
    ///
    /// - Throws: `HeaderFault` with `.reservedName` or `.repeated` for a field that cannot be set so, `.missing` if several
    ///   senders have no Sender, and as the fields' values need.
    package init(_ fields: Fields, _ content: Content = Content()) throws(HeaderFault) {
        try Self.check(fields)
        let entries = fields.from.map { AddressEntry.mailbox($0) }
        let sender = fields.sender.map { [AddressEntry.mailbox($0)] } ?? []
        let needsUTF8 = AddressField.needsUTF8(
            entries + sender + fields.replyTo + fields.cc + fields.receiptTo
        )
        let charset: HeaderCharset = needsUTF8 ? .utf8 : .ascii
        var builder = SlotBuilder(charset: charset, controls: fields.controls)
        if entries.isEmpty { builder.add(.from) } else { try builder.add(.from, entries) }
        if !sender.isEmpty { try builder.add(.sender, sender) }
        if !fields.replyTo.isEmpty { try builder.add(.replyTo, fields.replyTo) }
        builder.add(.to)
        if fields.cc.isEmpty { builder.add(.cc) } else { try builder.add(.cc, fields.cc) }
        builder.add(.subject)
        builder.add(.date)
        builder.add(.messageID)
        builder.add(.unsubscribe)
        if !fields.receiptTo.isEmpty { try builder.add(.dispositionNotificationTo, fields.receiptTo) }
        try fields.bulk.write(controls: fields.controls, into: &builder.buffer)
        for field in fields.fixed {
            try UnstructuredField.write(
                field.name,
                field.text.span,
                charset: charset,
                controls: fields.controls,
                longWords: .keep,
                into: &builder.buffer
            )
        }
        for index in fields.perMessage.indices { builder.add(.field(index: index)) }
        builder.buffer.append("MIME-Version: 1.0\r\n")
        slots = builder.finish()
        fixedLines = builder.buffer.copy(0..<builder.buffer.count)
        perMessage = fields.perMessage
        self.content = content
        controls = fields.controls
        needsSMTPUTF8 = needsUTF8
        hasFixedFrom = !entries.isEmpty
        hasFixedCc = !fields.cc.isEmpty
    }

    private static func check(_ fields: Fields) throws(HeaderFault) {
        var seen: Set<HeaderName> = fields.bulk.priority == nil ? [] : [.priority, .importance]
        for name in fields.fixed.map(\.name) + fields.perMessage {
            guard name.isOpenToJobs else { throw HeaderFault(field: name.description, reason: .reservedName) }
            guard seen.insert(name).inserted else { throw HeaderFault(field: name.description, reason: .repeated) }
        }
        if fields.from.count > 1 && fields.sender == nil {
            throw HeaderFault(field: HeaderName.sender.description, reason: .missing)
        }
    }
}

/// Gathers slots; fixed lines that follow each other become one.
private struct SlotBuilder {
    let charset: HeaderCharset
    let controls: ControlPolicy
    var buffer = MessageBuffer(capacity: 1024)
    private var slots: [MessageLayout.Slot] = []
    private var flushed = 0

    init(charset: HeaderCharset, controls: ControlPolicy) {
        self.charset = charset
        self.controls = controls
    }

    mutating func add(_ slot: MessageLayout.Slot) {
        flush()
        slots.append(slot)
    }

    mutating func add(_ name: HeaderName, _ entries: [AddressEntry]) throws(HeaderFault) {
        try AddressField.write(name, entries, charset: charset, controls: controls, into: &buffer)
    }

    mutating func finish() -> [MessageLayout.Slot] {
        flush()
        return slots
    }

    private mutating func flush() {
        guard buffer.count > flushed else { return }
        slots.append(.fixed(flushed..<buffer.count))
        flushed = buffer.count
    }
}
