/// Where a body comes from, as UTF-8 text with any line ends.
package enum BodySource: Sendable {
    /// The message has no such body.
    case none
    /// The whole text.
    case bytes(ArraySlice<UInt8>)
    /// Pieces of a template whose fixed lines are encoded already, and the bytes of the dynamic ones; always sent as
    /// quoted-printable, so meant for templates where that is worthwhile.
    case pieces(PreEncodedBody, [PreEncodedBody.Piece], dynamic: ArraySlice<UInt8>)

    /// Makes a body from a string.
    package static func text(_ text: String) -> BodySource {
        .bytes([UInt8](text.utf8)[...])
    }

    /// Whether there is a body.
    var isPresent: Bool {
        switch self {
        case .none: false
        case .bytes, .pieces: true
        }
    }
}
