/// Something about a message that had to be tolerated, and where.
package struct MIMEDiagnostic: Sendable, Hashable {
    /// What was tolerated.
    package enum Kind: Sendable, Hashable, CaseIterable {
        /// The message is longer than `MIMELimits.messageBytes`; the rest was not read.
        case messageTooLong
        /// A header block is longer than `MIMELimits.headerBytes`; later fields were left out.
        case headerTooLong
        /// More fields than the ceilings allow; later fields were left out.
        case tooManyFields
        /// Parts nested deeper than `MIMELimits.nesting`; the part was left closed.
        case nestingTooDeep
        /// More parts than `MIMELimits.parts`; the rest of the message stays in the last one.
        case tooManyParts
        /// The decoded embedded messages exceed `MIMELimits.embeddedBytes`; the part was left closed.
        case embeddedTooLong
        /// A header block begins with a continuation line; the line was skipped.
        case leadingContinuation
        /// A line in the header that is no field; it was joined to the field before it.
        case strayHeaderLine
        /// A header block ends in a line that is no field, without an empty line; the line belongs to the body.
        case missingEmptyLine
        /// A multipart without a usable boundary parameter that was given one by its first delimiter line.
        case boundaryGuessed
        /// A multipart without a usable boundary parameter; it has no parts.
        case missingBoundary
        /// A multipart whose boundary never comes; it has no parts.
        case boundaryNotFound
        /// A multipart that ends without its closing delimiter.
        case missingClose
        /// A transfer encoding that is not known; the content is taken as it stands.
        case unknownTransferEncoding
        /// A multipart that claims to be encoded, which RFC 2045 §6.4 forbids; the claim was ignored.
        case encodedMultipart
        /// An embedded message in base64 or quoted-printable (RFC 2046 §5.2.1 forbids it); it was decoded.
        case encodedMessage
        /// The message has NUL bytes.
        case nulBytes
    }

    /// What was tolerated.
    package let kind: Kind
    /// Index of the part.
    package let part: Int
    /// Offset in `MIMEMessage.bytes`.
    package let offset: Int
}
