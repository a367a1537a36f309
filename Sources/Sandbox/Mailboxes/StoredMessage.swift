internal import NIOCore

/// A message in a mailbox.
struct StoredMessage: Sendable {
    /// Whose ceiling it counts for.
    enum Origin: Sendable, CaseIterable {
        /// Mail that a client sent.
        case accepted
        /// Mail that the server wrote by itself.
        case answer
    }

    /// Its number; no two messages of a server have the same.
    let id: UInt64
    let origin: Origin
    /// The whole message; it ends in CR LF.
    let bytes: [UInt8]
    /// When a client may see it first.
    let visibleAt: NIODeadline
}
