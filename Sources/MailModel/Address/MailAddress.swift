/// One address that mail can be sent to: a Mailbox as RFC 5321 §4.1.2 has it in MAIL and RCPT, RFC 6531 allowed.
///
/// Strict, for what we send to: no comments, no folding, no display name, no white space around it, never a control
/// character. Two choices narrow the grammar: the local part `""` is refused (nobody has it, and servers disagree), and
/// so are address literals with other tags than IPv4 and `IPv6:` (none are registered). A domain without a dot and an
/// address literal are right by the RFC; see ``isAddressLiteral`` and ``hasDottedDomain`` for callers that refuse them.
///
/// One string is stored, as it was given; the ASCII form of the domain only where it differs.
package struct MailAddress: Sendable {
    /// The address as it was given.
    package let text: String
    /// Bytes before the `@` that parts local part and domain.
    let atOffset: Int
    /// The domain in lower-case A-labels, where it is not written so already.
    let foldedDomain: String?
    /// Whether the local part has a character that only RFC 6531 allows.
    package let needsSMTPUTF8: Bool

    /// Longest local part in octets (RFC 5321 §4.5.3.1.1).
    package static let maximumLocalPartLength = 64
    /// Longest domain in octets (RFC 5321 §4.5.3.1.2), in its ASCII form.
    package static let maximumDomainLength = 255
    /// Longest address in octets: a path of 256 (RFC 5321 §4.5.3.1.3) less its angle brackets.
    package static let maximumLength = 254

    /// Checks an address.
    ///
    /// - Throws: ``Fault``, which tells what is wrong, at which byte, and what would be right.
    package init(parsing text: String) throws(Fault) {
        try self.init(parsing: text.utf8.span)
    }

    /// Checks an address given as bytes, which must be UTF-8.
    ///
    /// - Throws: ``Fault``, which tells what is wrong, at which byte, and what would be right.
    package init(parsing bytes: Span<UInt8>) throws(Fault) {
        if let plain = PlainAddressScan(bytes) {
            self.init(text: Self.string(bytes), atOffset: plain.atOffset, foldedDomain: nil, needsSMTPUTF8: false)
            return
        }
        let parts = try MailAddressParser.parse(bytes)
        self.init(
            text: Self.string(bytes),
            atOffset: parts.atOffset,
            foldedDomain: parts.foldedDomain,
            needsSMTPUTF8: parts.needsSMTPUTF8
        )
    }

    private init(text: String, atOffset: Int, foldedDomain: String?, needsSMTPUTF8: Bool) {
        self.text = text
        self.atOffset = atOffset
        self.foldedDomain = foldedDomain
        self.needsSMTPUTF8 = needsSMTPUTF8
    }

    private static func string(_ bytes: Span<UInt8>) -> String {
        // The bytes are only read, and only inside the call.
        unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

/// Two addresses are equal when they are written alike, byte by byte; see ``MailAddress/canonicalForm`` for the same
/// mailbox.
extension MailAddress: Hashable {
    package static func == (left: MailAddress, right: MailAddress) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

extension MailAddress: CustomStringConvertible {
    package var description: String { text }
}
