/// What one message of a job says: its header values and its bodies.
package struct MessageValues: Sendable {
    /// When it was made.
    package var date: MessageDate
    /// Its Message-ID, without angle brackets.
    package var messageID: ArraySlice<UInt8>
    /// Who it is from; empty where the layout has a fixed From.
    package var from: [MailboxText]
    /// Whom it is for; empty writes `undisclosed-recipients:;`.
    package var to: [AddressEntry]
    /// Who gets a copy and is shown to all; empty for none, and where the layout has them.
    package var cc: [AddressEntry] = []
    /// Its subject as UTF-8.
    package var subject: ArraySlice<UInt8>
    /// The message it answers, without angle brackets; empty for none.
    package var inReplyTo: ArraySlice<UInt8> = []
    /// The conversation it belongs to, oldest first, without angle brackets.
    package var references: [ArraySlice<UInt8>] = []
    /// How to leave the list; left out by default.
    package var unsubscribe: UnsubscribeOffer?
    /// One value for each of the layout's `perMessage` fields, in their order.
    package var fields: [ArraySlice<UInt8>] = []
    /// The plain text.
    package var text: BodySource = .none
    /// The AMP version (`text/x-amp-html`).
    package var amp: BodySource = .none
    /// The HTML.
    package var html: BodySource = .none
    /// An invitation (`text/calendar`, RFC 5545).
    package var calendar: BodySource = .none
    /// What the invitation's METHOD property says; nil for the layout's.
    package var calendarMethod: CalendarMethod?
    /// Files of this message alone, behind those of the layout.
    package var files: [EncodedPart] = []
    /// What makes the boundaries this message's own: 1 to 48 ASCII letters and digits.
    package var boundary: ArraySlice<UInt8>

    /// Makes the values that every message has; the rest is set afterwards.
    package init(
        date: MessageDate,
        messageID: ArraySlice<UInt8>,
        from: [MailboxText] = [],
        to: [AddressEntry],
        subject: ArraySlice<UInt8>,
        boundary: ArraySlice<UInt8>
    ) {
        self.date = date
        self.messageID = messageID
        self.from = from
        self.to = to
        self.subject = subject
        self.boundary = boundary
    }
}
