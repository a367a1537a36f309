internal import TextEncodings

extension MailAddress {
    /// What stands before the last `@`, as given, quotes included.
    package var localPart: String { String(decoding: text.utf8.prefix(atOffset), as: UTF8.self) }

    /// What stands behind the `@`, as given.
    package var domain: String { String(decoding: text.utf8.dropFirst(atOffset + 1), as: UTF8.self) }

    /// The domain in lower-case A-labels (IDNA2008); an address literal as given.
    package var asciiDomain: String { foldedDomain ?? domain }

    /// The domain in U-labels, for people to read.
    package var displayDomain: String { isAddressLiteral ? domain : IDNA.toUnicode(asciiDomain) }

    /// Whether the domain is an IP address in square brackets.
    package var isAddressLiteral: Bool { text.utf8.last == UInt8(ascii: "]") }

    /// Whether the domain has more than one label; single-label domains are valid and hardly ever meant.
    package var hasDottedDomain: Bool { isAddressLiteral || asciiDomain.utf8.contains(UInt8(ascii: ".")) }

    /// What stands between `<` and `>` in MAIL and RCPT: the local part as given, the domain in A-labels.
    ///
    /// Has non-ASCII bytes exactly when ``needsSMTPUTF8`` is true.
    package var envelopeForm: String {
        guard let foldedDomain else { return text }
        return "\(localPart)@\(foldedDomain)"
    }

    /// The form by which two addresses count as one mailbox.
    ///
    /// The domain in lower-case A-labels; the local part with its ASCII letters in lower case, and without quotes where
    /// they are not needed. RFC 5321 §2.4 lets a server tell `Ann` from `ann`, but none of note does, and mailing both
    /// is a duplicate in practice. No rule of a single provider is applied: dots and `+tags` stay.
    package var canonicalForm: String {
        var local = unquotedLocalPart ?? Array(text.utf8.prefix(atOffset))
        for index in local.indices where UInt8(ascii: "A")...UInt8(ascii: "Z") ~= local[index] { local[index] |= 0x20 }
        local.append(UInt8(ascii: "@"))
        local.append(contentsOf: asciiDomain.utf8.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 })
        return String(decoding: local, as: UTF8.self)
    }

    /// The content of a quoted local part, when it would be a dot-string without its quotes.
    private var unquotedLocalPart: [UInt8]? {
        guard text.utf8.first == UInt8(ascii: "\"") else { return nil }
        var content: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8.prefix(atOffset).dropFirst().dropLast() {
            if !isEscaped, byte == UInt8(ascii: "\\") {
                isEscaped = true
                continue
            }
            isEscaped = false
            guard byte == UInt8(ascii: ".") || AddressBytes.isAtomText(byte) || byte >= 0x80 else { return nil }
            content.append(byte)
        }
        let labels = content.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.contains(where: \.isEmpty) ? nil : content
    }
}
