/// The media type of an attachment, checked by RFC 6838 §4.2.
///
/// `multipart/…` and `message/…` are refused: RFC 2046 §5 forbids to send them as base64.
package struct MediaType: Sendable, Hashable, CustomStringConvertible {
    /// The type as given.
    package let bytes: [UInt8]

    /// Checks a media type, such as `application/pdf`.
    ///
    /// - Throws: `HeaderFault` with `.malformed(.mediaType)`.
    package init(_ text: String) throws(HeaderFault) {
        let bytes = [UInt8](text.utf8)
        let halves = bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy(Self.isName), !Self.isComposite(halves[0]) else {
            throw HeaderFault(field: HeaderName.contentType.description, reason: .malformed(.mediaType))
        }
        self.bytes = bytes
    }

    /// The type as given.
    package var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Bytes of which nothing is known.
    package static let octetStream = MediaType(known: "application/octet-stream")

    init(known text: StaticString) {
        bytes = text.withUTF8Buffer { unsafe [UInt8]($0) }
    }

    // RFC 6838 §4.2: restricted-name = restricted-name-first *126restricted-name-chars
    private static func isName(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, name.count <= 127 else { return false }
        return ASCIISet.alphanumeric.contains(first) && ASCIISet.mediaType.containsAll(of: name.span)
    }

    private static func isComposite(_ name: ArraySlice<UInt8>) -> Bool {
        let lower = name.map { ASCIICase.lower($0) }
        return lower.elementsEqual("multipart".utf8) || lower.elementsEqual("message".utf8)
    }
}
