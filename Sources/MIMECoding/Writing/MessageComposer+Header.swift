extension MessageComposer {
    /// Writes everything above the Content-Type field.
    mutating func writeHeader(
        _ values: MessageValues,
        charset: HeaderCharset,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        for slot in layout.slots {
            switch slot {
            case .fixed(let lines): buffer.append(layout.fixedLines.span.extracting(lines))
            case .from: try writeFrom(values, charset: charset, into: &buffer)
            case .to: try writeTo(values, charset: charset, into: &buffer)
            case .cc: try writeCc(values, charset: charset, into: &buffer)
            case .subject: try write(.subject, values.subject, charset: charset, into: &buffer)
            case .date: writeDate(values.date, into: &buffer)
            case .messageID: try writeIdentifiers(values, into: &buffer)
            case .unsubscribe: try values.unsubscribe?.write(into: &buffer)
            case .field(let index): try writeField(index, values, charset: charset, into: &buffer)
            }
        }
        guard values.from.isEmpty || !layout.hasFixedFrom else {
            throw HeaderFault(field: HeaderName.from.description, reason: .repeated)
        }
        guard values.cc.isEmpty || !layout.hasFixedCc else {
            throw HeaderFault(field: HeaderName.cc.description, reason: .repeated)
        }
    }

    /// Writes the Date field; many messages are made within a second, so the last one is kept.
    private mutating func writeDate(_ date: MessageDate, into buffer: inout MessageBuffer) {
        if date != lastDate {
            var line = MessageBuffer(capacity: 256)
            date.writeField(into: &line)
            lastDateLine = line.finish()
            lastDate = date
        }
        buffer.append(lastDateLine)
    }

    private func writeFrom(
        _ values: MessageValues,
        charset: HeaderCharset,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        let entries = values.from.map { AddressEntry.mailbox($0) }
        try AddressField.write(.from, entries, charset: charset, controls: layout.controls, into: &buffer)
    }

    private func writeTo(
        _ values: MessageValues,
        charset: HeaderCharset,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        guard !values.to.isEmpty else { return buffer.append("To: undisclosed-recipients:;\r\n") }
        try AddressField.write(.to, values.to, charset: charset, controls: layout.controls, into: &buffer)
    }

    private func writeCc(
        _ values: MessageValues,
        charset: HeaderCharset,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        guard !values.cc.isEmpty else { return }
        try AddressField.write(.cc, values.cc, charset: charset, controls: layout.controls, into: &buffer)
    }

    private func writeIdentifiers(
        _ values: MessageValues,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        try IdentifierField.write(.messageID, values.messageID, into: &buffer)
        if !values.inReplyTo.isEmpty { try IdentifierField.write(.inReplyTo, values.inReplyTo, into: &buffer) }
        if !values.references.isEmpty { try IdentifierField.write(.references, values.references, into: &buffer) }
    }

    private func writeField(
        _ index: Int,
        _ values: MessageValues,
        charset: HeaderCharset,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        let name = layout.perMessage[index]
        guard index < values.fields.count else { throw HeaderFault(field: name.description, reason: .missing) }
        guard !values.fields[index].isEmpty else { return }
        try write(name, values.fields[index], charset: charset, longWords: .keep, into: &buffer)
    }

    private func write(
        _ name: HeaderName,
        _ text: ArraySlice<UInt8>,
        charset: HeaderCharset,
        longWords: UnstructuredField.LongWords = .encode,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        try UnstructuredField.write(
            name,
            text.span,
            charset: charset,
            controls: layout.controls,
            longWords: longWords,
            into: &buffer
        )
    }
}
