/// A name to look header fields up by, compared without regard to ASCII case (RFC 5322 §1.2.2).
///
/// Any text may be one: what is no field name finds nothing.
package struct FieldName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The bytes of the name in small letters: what is compared.
    package let folded: [UInt8]

    /// A name of any spelling.
    package init(_ name: some Sequence<UInt8>) {
        folded = name.map(ASCII.lowercased)
    }

    /// A name of any spelling.
    package init(stringLiteral name: String) {
        self.init(name.utf8)
    }

    /// The name in small letters.
    package var description: String { String(decoding: folded, as: UTF8.self) }

    /// Whether the name stands at `range` of `bytes`, in any case.
    @inline(__always)
    func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count == folded.count, let last = folded.last,
            ASCII.lowercased(bytes[range.upperBound &- 1]) == last
        else { return false }
        for index in 0..<folded.count where ASCII.lowercased(bytes[range.lowerBound &+ index]) != folded[index] {
            return false
        }
        return true
    }

    /// Whether a byte may stand in a field's name: `ftext = %d33-57 / %d59-126` (RFC 5322 §3.6.8).
    @inline(__always)
    static func isNameByte(_ byte: UInt8) -> Bool { byte > ASCII.space && byte < ASCII.delete && byte != ASCII.colon }

    /// How a part is to be shown (RFC 2183).
    package static let contentDisposition: FieldName = "content-disposition"
    /// How a body is encoded (RFC 2045 §6).
    package static let contentTransferEncoding: FieldName = "content-transfer-encoding"
    /// What a body is (RFC 2045 §5).
    package static let contentType: FieldName = "content-type"
    /// When the message was written (RFC 5322 §3.6.1).
    package static let date: FieldName = "date"
    /// Who wrote it (RFC 5322 §3.6.2).
    package static let from: FieldName = "from"
    /// Its identifier (RFC 5322 §3.6.4).
    package static let messageID: FieldName = "message-id"
    /// What it is about (RFC 5322 §3.6.5).
    package static let subject: FieldName = "subject"
    /// Whom it was written to (RFC 5322 §3.6.3).
    package static let to: FieldName = "to"
}
