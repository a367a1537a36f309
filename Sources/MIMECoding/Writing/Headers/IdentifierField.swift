/// Writes fields of message identifiers (RFC 5322 §3.6.4): Message-ID, In-Reply-To, References.
enum IdentifierField {
    /// Writes a whole field; each identifier comes without its angle brackets.
    ///
    /// - Throws: `HeaderFault` with `.malformed(.messageID)`, or `.missing` for an empty list.
    static func write(
        _ name: HeaderName,
        _ identifiers: [ArraySlice<UInt8>],
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        guard !identifiers.isEmpty else { throw HeaderFault(field: name.description, reason: .missing) }
        var line = FieldLine(name, into: &buffer)
        for (index, identifier) in identifiers.enumerated() {
            try check(identifier.span, field: name)
            if index > 0 || line.column + identifier.count + 2 > FieldLine.preferredLimit {
                line.separate(from: identifier.count + 2, into: &buffer)
            }
            line.put(0x3C, into: &buffer)
            line.put(identifier.span, into: &buffer)
            line.put(0x3E, into: &buffer)
        }
        line.end(into: &buffer)
    }

    /// Writes a single identifier, which spares the list.
    static func write(
        _ name: HeaderName,
        _ identifier: ArraySlice<UInt8>,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        try check(identifier.span, field: name)
        var line = FieldLine(name, into: &buffer)
        if line.column + identifier.count + 2 > FieldLine.preferredLimit { line.fold(into: &buffer) }
        line.put(0x3C, into: &buffer)
        line.put(identifier.span, into: &buffer)
        line.put(0x3E, into: &buffer)
        line.end(into: &buffer)
    }

    /// Checks an identifier.
    ///
    ///     msg-id   = [CFWS] "<" id-left "@" id-right ">" [CFWS]
    ///     id-left  = dot-atom-text / obs-id-left
    ///     id-right = dot-atom-text / no-fold-literal / obs-id-right
    static func check(_ identifier: Span<UInt8>, field: HeaderName) throws(HeaderFault) {
        var ats = 0
        var isWellFormed = identifier.count <= FieldLine.hardLimit - 100
        for index in identifier.indices {
            let byte = identifier[index]
            if byte == 0x40 {
                ats += 1
                isWellFormed = isWellFormed && index > 0 && index + 1 < identifier.count
            } else if byte >= 0x80 || !(ASCIISet.atext.contains(byte) || byte == 0x2E || isBracket(byte, after: ats)) {
                isWellFormed = false
            }
        }
        guard isWellFormed, ats == 1 else {
            throw HeaderFault(field: field.description, reason: .malformed(.messageID))
        }
    }

    /// Brackets and colons stand in a domain literal only, behind the `@`.
    private static func isBracket(_ byte: UInt8, after ats: Int) -> Bool {
        ats == 1 && (byte == 0x5B || byte == 0x5D || byte == 0x3A)
    }
}
