/// What a server session wants from its driver.
package enum ServerEvent: Sendable, Hashable {
    /// All that can be understood has been; more bytes are needed.
    case needsInput
    /// A client wants to log in: see ``ServerSession/login``, answer with ``ServerSession/answerLogin(isRight:)``.
    case login
    /// A recipient was named: see ``ServerTransaction/candidate``, answer with ``ServerSession/answerRecipient(_:)``.
    case recipient
    /// A message is complete: see ``ServerSession/transaction`` and ``ServerSession/content``, answer with
    /// ``ServerSession/answerMessage(_:)``.
    case message
    /// Write the output, then close the connection.
    case close
}

/// How far a session got with the bytes that it was given.
package struct ServerStep: Sendable, Hashable {
    /// How many bytes were used; the rest has to be given again, with more behind it.
    package var consumed: Int
    /// What has to happen before the session can go on.
    package var event: ServerEvent
}

/// The answer to a recipient.
package enum RecipientDecision: Sendable {
    /// Take it; the tag comes back in ``ServerRecipient/tag``.
    case accept(keeping: ContentKeeping, tag: UInt8)
    /// Say no, or not now.
    case refuse(ServerReply)
    /// Say no, or not now, and close the connection, as a 421 has to.
    case refuseAndClose(ServerReply)
    /// Close the connection without a word.
    case drop
}

/// The answer to a complete message.
package enum MessageDecision: Sendable {
    /// Take it, under a number that the reply names.
    case accept(id: UInt64)
    /// Say no, or not now.
    case refuse(ServerReply)
    /// Close the connection without a word.
    case drop
}

/// How much of a message is kept while it comes in; a session keeps the most that any of its recipients asks for.
package enum ContentKeeping: Sendable, Hashable {
    /// Nothing: bytes are only counted.
    case nothing
    /// At most so many bytes of the beginning.
    case beginning(bytes: Int)
    /// The whole message.
    case whole

    /// How many bytes are kept at most.
    var ceiling: Int {
        switch self {
        case .nothing: 0
        case .beginning(let bytes): bytes
        case .whole: .max
        }
    }
}
