/// Writes address fields (RFC 5322 §3.6.2, §3.6.3): mailboxes with display names, and groups, folded between them.
enum AddressField {
    /// The longest display name that is written as a quoted string: with any field name it fits on a line.
    private static let longestQuoted = 60

    /// Writes a whole field.
    ///
    /// The charset must be `.utf8` if an address is not ASCII.
    ///
    /// - Throws: `HeaderFault` with `.malformed(.address)`, with `.missing` for an empty list, and as `HeaderText` says;
    ///   with `.notAllowed` for an address beyond ASCII in an ASCII header.
    static func write(
        _ name: HeaderName,
        _ entries: [AddressEntry],
        charset: HeaderCharset = .ascii,
        controls: ControlPolicy = .carry,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        guard !entries.isEmpty else { throw HeaderFault(field: name.description, reason: .missing) }
        var writer = Writer(field: name, charset: charset, controls: controls, line: FieldLine(name, into: &buffer))
        for (index, entry) in entries.enumerated() {
            if index > 0 { writer.line.put(0x2C, into: &buffer) }
            switch entry {
            case .mailbox(let mailbox):
                try writer.write(mailbox, isFirst: index == 0, into: &buffer)
            case .group(let groupName, let members):
                try writer.write(group: groupName, members, isFirst: index == 0, into: &buffer)
            }
        }
        writer.line.end(into: &buffer)
    }

    /// Returns whether any address of a list is not ASCII, so that the message needs SMTPUTF8.
    static func needsUTF8(_ entries: [AddressEntry]) -> Bool {
        entries.contains { entry in
            switch entry {
            case .mailbox(let mailbox): needsUTF8(mailbox)
            case .group(_, let members): members.contains { needsUTF8($0) }
            }
        }
    }

    /// Returns whether an address is not ASCII.
    static func needsUTF8(_ mailbox: MailboxText) -> Bool {
        mailbox.address.contains { $0 >= 0x80 }
    }

    /// Writes a display name, or another phrase, at the current column.
    static func writePhrase(
        _ text: Span<UInt8>,
        _ form: PhraseForm,
        on line: inout FieldLine,
        into buffer: inout MessageBuffer
    ) {
        switch form {
        case .atoms:
            line.put(text, into: &buffer)
        case .quoted:
            line.put(0x22, into: &buffer)
            for index in text.indices {
                if text[index] == 0x22 || text[index] == 0x5C { line.put(0x5C, into: &buffer) }
                line.put(text[index], into: &buffer)
            }
            line.put(0x22, into: &buffer)
        case .encoded:
            EncodedWordEncoder.write(text, as: .phrase, on: &line, into: &buffer)
        }
    }

    /// Returns how a phrase has to be written.
    static func phraseForm(
        _ text: Span<UInt8>,
        field: HeaderName,
        charset: HeaderCharset,
        controls: ControlPolicy
    ) throws(HeaderFault) -> PhraseForm {
        let found = try HeaderText(text, field: field, controls: controls)
        guard text.count <= longestQuoted, !found.hasControls, !found.looksEncoded else { return .encoded }
        if !found.isASCII {
            let rules = WordRules(charset: charset, firstColumn: 0, longWords: .encode)
            return rules.needsEncoding(0..<text.count, in: text) ? .encoded : .quoted
        }
        let isTrimmed = text[0] == 0x20 || text[text.count - 1] == 0x20
        return !isTrimmed && ASCIISet.atomsAndSpaces.containsAll(of: text) && !hasDoubleSpace(text) ? .atoms : .quoted
    }

    private static func hasDoubleSpace(_ text: Span<UInt8>) -> Bool {
        guard text.count > 1 else { return false }
        for index in 1..<text.count where text[index] == 0x20 && text[index - 1] == 0x20 { return true }
        return false
    }
}

/// The ways to write a phrase (RFC 5322 §3.2.5).
enum PhraseForm {
    /// Words of letters, as they are.
    case atoms
    /// A quoted string.
    case quoted
    /// Encoded words.
    case encoded
}

/// An address field that is being written.
private struct Writer {
    let field: HeaderName
    let charset: HeaderCharset
    let controls: ControlPolicy
    var line: FieldLine

    mutating func write(_ mailbox: MailboxText, isFirst: Bool, into buffer: inout MessageBuffer) throws(HeaderFault) {
        let address = mailbox.address.span
        let isASCII = try AddressSyntax.check(address, field: field)
        if !isASCII && charset == .ascii {
            throw HeaderFault(field: field.description, reason: .malformed(.address))
        }
        guard !mailbox.name.isEmpty else {
            if !isFirst { line.separate(from: address.count + 1, into: &buffer) }
            return line.put(address, into: &buffer)
        }
        try writePhrase(mailbox.name.span, isFirst: isFirst, into: &buffer)
        // The angle brackets, and the comma that may follow.
        line.separate(from: address.count + 3, limit: lineLimit, into: &buffer)
        line.put(0x3C, into: &buffer)
        line.put(address, into: &buffer)
        line.put(0x3E, into: &buffer)
    }

    mutating func write(
        group name: ArraySlice<UInt8>,
        _ members: [MailboxText],
        isFirst: Bool,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        guard !name.isEmpty else { throw HeaderFault(field: field.description, reason: .missing) }
        try writePhrase(name.span, isFirst: isFirst, into: &buffer)
        line.put(0x3A, into: &buffer)
        for (index, member) in members.enumerated() {
            if index > 0 { line.put(0x2C, into: &buffer) }
            try write(member, isFirst: false, into: &buffer)
        }
        line.put(0x3B, into: &buffer)
    }

    private mutating func writePhrase(
        _ text: Span<UInt8>,
        isFirst: Bool,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        let form = try AddressField.phraseForm(text, field: field, charset: charset, controls: controls)
        if form == .encoded {
            hasEncodedWords = true
            if !isFirst { line.put(0x20, into: &buffer) }
        } else if !isFirst {
            // Twice the length bounds a quoted string; a fold too many harms nothing.
            line.separate(from: form == .quoted ? text.count * 2 + 2 : text.count, limit: lineLimit, into: &buffer)
        }
        AddressField.writePhrase(text, form, on: &line, into: &buffer)
    }

    /// A line with an encoded word on it is shorter.
    private var lineLimit: Int { hasEncodedWords ? EncodedWordEncoder.lineLimit : FieldLine.preferredLimit }
    private var hasEncodedWords = false

    init(field: HeaderName, charset: HeaderCharset, controls: ControlPolicy, line: FieldLine) {
        self.field = field
        self.charset = charset
        self.controls = controls
        self.line = line
    }
}
