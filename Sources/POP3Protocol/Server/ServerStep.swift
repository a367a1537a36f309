/// What a server session wants from its driver.
package enum ServerEvent: Sendable, Hashable {
    /// No whole command is there; more bytes are needed.
    case needsInput
    /// A command was carried out; there may be more.
    case answered
    /// A client wants to log in: see ``ServerSession/login``, answer with ``ServerSession/answerLogin(_:)``.
    case login
    /// The message at this index of the maildrop was asked for, answer with ``ServerSession/answerMessage(_:)``.
    case message(index: Int)
    /// The client is done: delete what ``ServerSession/deletions`` says, answer with
    /// ``ServerSession/answerDeletion(isDone:)``.
    case delete
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

/// A message of a maildrop as a session lists it.
package struct ServerListing: Sendable, Hashable {
    /// Its octets, line ends as CR LF, stuffed dots not counted.
    package var size: Int
    /// Its unique id: 1 to 70 characters from 0x21 to 0x7E (RFC 1939 §7).
    package var uid: String

    package init(size: Int, uid: String) {
        self.size = size
        self.uid = uid
    }
}

/// The answer to a login.
package enum LoginDecision: Sendable {
    /// The maildrop is open, and is this session's alone.
    case open([ServerListing])
    /// User or password is wrong.
    case refuse
    /// Another session has the maildrop (RFC 2449 §8.1.2).
    case inUse
}
