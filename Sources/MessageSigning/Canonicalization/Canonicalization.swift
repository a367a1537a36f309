/// How much a message may change on its way before a signature breaks (RFC 6376 §3.4).
package enum Canonicalization: String, Sendable, Hashable, CaseIterable {
    /// Hardly at all.
    case simple
    /// White space may be folded, widened or narrowed, and field names may change their case.
    case relaxed

    /// The two forms that a signature names in `c=`.
    package struct Pair: Sendable, Hashable, CustomStringConvertible {
        /// The form of the header fields.
        package var header: Canonicalization
        /// The form of the body.
        package var body: Canonicalization

        package init(header: Canonicalization, body: Canonicalization) {
            self.header = header
            self.body = body
        }

        /// What survives most relays.
        package static let relaxed = Self(header: .relaxed, body: .relaxed)

        package var description: String { "\(header.rawValue)/\(body.rawValue)" }
    }
}
