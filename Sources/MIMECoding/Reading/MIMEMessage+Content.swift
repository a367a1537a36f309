extension MIMEMessage {
    /// A part's body as it came.
    package func rawBody(of part: MIMEPart) -> ArraySlice<UInt8> { bytes[part.body] }

    /// A part's body with the transfer encoding undone; never longer than the body.
    ///
    /// Text that claims to be base64 and cannot be, by its length (RFC 4648 §4), is left as it stands, without its line
    /// ends, which are no data there. Only where the message was cut off inside the part is the rest decoded.
    package func content(of part: MIMEPart) -> [UInt8] {
        guard part.transferEncoding == .base64 else { return part.transferEncoding.decode(bytes, part.body) }
        let decoded = Base64.decode(bytes.span.extracting(part.body))
        guard decoded.isTruncated, !part.isCutOff else { return decoded.bytes }
        return bytes[part.body].filter { !ASCII.isLineEnd($0) }
    }

    /// A part's text as UTF-8: transfer encoding and charset undone, line ends left as they are.
    ///
    /// Without a charset parameter, or with one that nobody knows, it is UTF-8 where that is valid, else Windows-1252.
    /// Bytes that the charset cannot have become U+FFFD. At most three times as long as the body.
    package func utf8(of part: MIMEPart) -> [UInt8] {
        CharsetText.utf8(content(of: part), charset: part.contentType.charset ?? "")
    }

    /// A part's text, as `utf8(of:)` has it.
    package func text(of part: MIMEPart) -> String { String(decoding: utf8(of: part), as: UTF8.self) }

    /// The returned header that a part of type `text/rfc822-headers` holds (RFC 6522 §4), opened as a message.
    ///
    /// Nil for parts of other types; `message/global-headers` (RFC 6533 §6) is opened as a child like all messages.
    package func returnedHeader(in part: MIMEPart) -> MIMEMessage? {
        guard part.contentType.matches("text", "rfc822-headers") else { return nil }
        return MIMEMessage(content(of: part), limits: limits)
    }
}

extension TransferEncoding {
    /// The bytes with the encoding undone, leniently.
    func decode(_ bytes: [UInt8], _ body: Range<Int>) -> [UInt8] {
        switch self {
        case .identity, .unknown: Array(bytes[body])
        case .base64: Base64.decode(bytes.span.extracting(body)).bytes
        case .quotedPrintable: QuotedPrintable.decode(bytes.span.extracting(body)).bytes
        case .uuencode: Uuencode.decode(bytes.span.extracting(body)) ?? Array(bytes[body])
        }
    }
}
