/// Writes single header fields anew, for messages that somebody else composed.
package enum FieldWriter {
    /// A field of free text, its line end with it: folded, encoded where it must be.
    ///
    /// - Throws: `HeaderFault` for text that is no UTF-8 or holds a line end.
    package static func text(_ name: HeaderName, _ text: [UInt8]) throws(HeaderFault) -> [UInt8] {
        var buffer = MessageBuffer(capacity: text.count * 4 + 256)
        try UnstructuredField.write(name, text.span, longWords: .keep, into: &buffer)
        return buffer.finish()
    }

    /// A field of mailboxes, its line end with it.
    ///
    /// - Returns: the bytes, and whether they need SMTPUTF8.
    /// - Throws: `HeaderFault` for what is no address, and for an empty list.
    package static func addresses(
        _ name: HeaderName,
        _ entries: [AddressEntry]
    ) throws(HeaderFault) -> (bytes: [UInt8], needsSMTPUTF8: Bool) {
        let needsUTF8 = AddressField.needsUTF8(entries)
        var buffer = MessageBuffer(capacity: 1_024)
        try AddressField.write(name, entries, charset: needsUTF8 ? .utf8 : .ascii, into: &buffer)
        return (buffer.finish(), needsUTF8)
    }

    /// A body in quoted-printable; its lines end in CRLF.
    package static func quotedPrintable(_ body: [UInt8]) -> [UInt8] {
        var buffer = MessageBuffer(capacity: body.count * 2 + 256)
        QuotedPrintableEncoder.write(short: body.span, into: &buffer)
        return buffer.finish()
    }
}
