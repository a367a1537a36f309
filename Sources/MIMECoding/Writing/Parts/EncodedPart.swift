/// A file that goes with messages: its part headers and its content in base64, made once and shared by all messages.
///
/// Messages refer to `bytes` instead of copying them.
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

    /// Part headers, empty line and content, without a line end behind it.
    package let bytes: [UInt8]
    /// How a reader is to show it.
    package let role: Role

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
        var buffer = MessageBuffer(capacity: Base64Encoder.encodedCount(content.count) + 2048)
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
        Base64Encoder.write(content, into: &buffer)
        bytes = buffer.finish()
        self.role = role
    }
}
