/// The bytes of a message as runs of shared storage, so that an attachment is in memory once for everybody.
///
/// Lines end in CRLF, the last one too; dots are not stuffed (that belongs to the DATA command).
package struct MessageContent: Sendable {
    /// A run of bytes within storage that others may share.
    package struct Run: Sendable {
        /// The storage; copying the struct copies no bytes.
        package var storage: [UInt8]
        /// Which of its bytes.
        package var range: Range<Int>

        package init(storage: [UInt8], range: Range<Int>) {
            self.storage = storage
            self.range = range
        }
    }

    /// The first run; in messages without attachments the only one.
    package var first: Run
    /// What follows it.
    package var rest: [Run]
    /// Whether any byte is above 127: the server must offer 8BITMIME, or SMTPUTF8 for header fields.
    package var is8Bit: Bool

    package init(first: Run, rest: [Run] = [], is8Bit: Bool = false) {
        self.first = first
        self.rest = rest
        self.is8Bit = is8Bit
    }

    /// The size in octets, as the SIZE parameter counts it (RFC 1870 §3).
    package var size: Int { rest.reduce(first.range.count) { $0 + $1.range.count } }
}

/// One message ready to leave: an envelope and its bytes.
package struct OutgoingMessage: Sendable {
    /// Who gets it and where reports go.
    package var envelope: Envelope
    /// What they get.
    package var content: MessageContent

    package init(envelope: Envelope, content: MessageContent) {
        self.envelope = envelope
        self.content = content
    }
}
