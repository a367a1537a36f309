extension MIMEMessage {
    /// The header fields of a part, in order.
    package func fields(of part: MIMEPart) -> ArraySlice<HeaderField> { fields[part.fields] }

    /// The first field of this name in a part's header, the message's own by default; nil when there is none.
    package func first(_ name: FieldName, in part: MIMEPart? = nil) -> HeaderField? {
        for index in part?.fields ?? parts[0].fields where name.matches(bytes, fields[index].name) {
            return fields[index]
        }
        return nil
    }

    /// All fields of this name, in order.
    package func all(_ name: FieldName, in part: MIMEPart? = nil) -> [HeaderField] {
        fields[part?.fields ?? parts[0].fields].filter { name.matches(bytes, $0.name) }
    }

    /// A field's name as it is spelled.
    package func name(of field: HeaderField) -> String { String(decoding: bytes[field.name], as: UTF8.self) }

    /// A field's value as it stands, folding and all.
    package func rawValue(of field: HeaderField) -> ArraySlice<UInt8> { bytes[field.value] }

    /// A field's value without folding and without white space at both ends; nothing is decoded.
    package func unfolded(_ field: HeaderField) -> [UInt8] {
        let range = ASCII.trimmed(bytes, field.value)
        var output: [UInt8] = []
        output.reserveCapacity(range.count)
        Unfolding.append(bytes, range, to: &output)
        return output
    }

    /// A field's value as text: unfolded, encoded words decoded (RFC 2047), other bytes taken as UTF-8 or Windows-1252.
    package func text(of field: HeaderField) -> String { EncodedWords.decodedText(bytes[field.value]) }

    /// The first field of this name as text; nil when there is none.
    package func text(_ name: FieldName, in part: MIMEPart? = nil) -> String? { first(name, in: part).map(text(of:)) }

    /// The Date field's instant; nil when there is none or it cannot be read.
    package func date(in part: MIMEPart? = nil) -> MessageDate? {
        first(.date, in: part).flatMap { MessageDate(bytes[$0.value]) }
    }

    /// The Content-Disposition; nil when the part has none.
    package func disposition(of part: MIMEPart) -> ContentDisposition? {
        first(.contentDisposition, in: part).map { ContentDisposition(fieldValue: bytes[$0.value], limits: limits) }
    }

    /// The file name a part goes by: of its Content-Disposition, else its Content-Type's `name`; nil when it has none.
    ///
    /// Decoded, not cleaned: it may hold path separators, line ends and worse.
    package func fileName(of part: MIMEPart) -> String? {
        disposition(of: part)?.parameters.text("filename") ?? part.contentType.parameters.text("name")
    }
}
