/// A Content-Transfer-Encoding (RFC 2045 §6.1), as far as reading must tell them apart.
package enum TransferEncoding: Sendable, Hashable {
    /// 7bit, 8bit, binary or nothing: the bytes are the content.
    case identity
    /// RFC 2045 §6.7.
    case quotedPrintable
    /// RFC 2045 §6.8.
    case base64
    /// `x-uuencode` and its other names.
    case uuencode
    /// A name nobody knows; the bytes are taken as the content (RFC 2049 §2 item 2 wants the part opaque).
    case unknown

    /// Reads the field's value: comments, quotes and case do not matter.
    package init(fieldValue: some Sequence<UInt8>) {
        var reader = FieldTokenizer(fieldValue)
        switch ASCII.lowercasedText(reader.mechanism()) {
        case "", "7bit", "8bit", "binary", "7-bit", "8-bit", "7bits", "8bits", "none": self = .identity
        case "quoted-printable", "quotedprintable", "quoted_printable", "qp": self = .quotedPrintable
        case "base64", "base-64", "b64": self = .base64
        case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
        default: self = .unknown
        }
    }
}
