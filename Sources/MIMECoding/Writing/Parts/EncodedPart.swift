/// A file's content in base64, made once and shared by all messages that carry the file, whatever they call it.
package struct EncodedContent: Sendable {
    /// Lines of base64, without a line end behind the last.
    package let bytes: [UInt8]

    /// Encodes a file's bytes.
    package init(_ content: Span<UInt8>) {
        var buffer = MessageBuffer(capacity: Base64Encoder.encodedCount(content.count) + 64)
        Base64Encoder.write(content, into: &buffer)
        bytes = buffer.finish()
    }
}

/// A file that goes with messages: its part headers, and its content as messages share it.
///
/// Messages copy the few lines of the headers and refer to the content.
package struct EncodedPart: Sendable {
    /// How a reader is to show the file (RFC 2183).
    package enum Role: Sendable, Equatable {
        /// A file to save.
        case attachment
        /// An image of the HTML body, which names it as `cid:` and this identifier (RFC 2392).
        case inline(contentID: [UInt8])
    }

    /// Whether it belongs to the HTML body.
    var isInline: Bool {
        switch role {
        case .attachment: false
        case .inline: true
        }
    }

    /// Part headers and the empty line.
    package let head: [UInt8]
    /// What follows them.
    package let content: EncodedContent
    /// How a reader is to show it.
    package let role: Role

    /// The whole part, without a line end behind it.
    package var bytes: [UInt8] { head + content.bytes }

    /// Encodes a file.
    ///
    /// - Parameters:
    ///   - role: attachment, or inline with its content id (without angle brackets).
    ///   - mediaType: what it is.
    ///   - filename: its name as UTF-8, without folders; may be empty.
    ///   - content: its bytes.
    /// - Throws: `HeaderFault` for a name or content id that cannot stand in a header.
    package init(
        _ role: Role,
        mediaType: MediaType,
        filename: [UInt8],
        content: Span<UInt8>
    ) throws(HeaderFault) {
        try ParameterWriter.check(filename.span, field: .contentDisposition)
        try self.init(role, mediaType: mediaType, filename: filename, content: EncodedContent(content))
    }

    /// A file whose content is encoded already.
    ///
    /// - Parameters:
    ///   - role: attachment, or inline with its content id (without angle brackets).
    ///   - mediaType: what it is.
    ///   - filename: its name as UTF-8, without folders; may be empty.
    ///   - content: its encoded bytes.
    /// - Throws: `HeaderFault` for a name or content id that cannot stand in a header.
    package init(
        _ role: Role,
        mediaType: MediaType,
        filename: [UInt8],
        content: EncodedContent
    ) throws(HeaderFault) {
        try ParameterWriter.check(filename.span, field: .contentDisposition)
        var buffer = MessageBuffer(capacity: 512)
        buffer.append("Content-Type: ")
        buffer.append(mediaType.bytes)
        if !filename.isEmpty { ParameterWriter.writeName(filename.span, into: &buffer) }
        buffer.append("\r\nContent-Transfer-Encoding: base64\r\n")
        switch role {
        case .attachment:
            buffer.append("Content-Disposition: attachment")
        case .inline(let contentID):
            try IdentifierField.write(.contentID, contentID[...], into: &buffer)
            buffer.append("Content-Disposition: inline")
        }
        if !filename.isEmpty { ParameterWriter.writeFilename(filename.span, into: &buffer) }
        buffer.append("\r\n\r\n")
        head = buffer.finish()
        self.content = content
        self.role = role
    }
}
