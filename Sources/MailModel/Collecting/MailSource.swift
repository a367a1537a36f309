/// A mailbox on a server.
package protocol MailSource: Sendable {
    /// Fetches what the store wants and deletes what it has made safe.
    ///
    /// Nothing is deleted from the server before ``CollectedMailStore/commit(_:)`` has returned for it.
    /// - Throws: `CollectFailure` when the server cannot be used; what was committed until then stays valid, and what was
    ///   not deleted is met again as known.
    func poll(into store: any CollectedMailStore) async throws(CollectFailure) -> PollSummary
}

/// What a server says of a message before it is fetched.
package struct ListedMessage: Sendable, Hashable {
    /// Its number in this session, from 1.
    package var number: Int
    /// Its unique id (UIDL), or nil where the server has none.
    package var uid: String?
    /// Its size in octets as the server says, which is not always so.
    package var size: Int

    package init(number: Int, uid: String?, size: Int) {
        self.number = number
        self.uid = uid
        self.size = size
    }
}

/// What is to be done with a listed message.
package enum CollectionStep: Sendable, Hashable {
    /// Fetch it, then delete it.
    case fetch
    /// It seems to be stored already: fetch its header, ask ``CollectedMailStore/isStored(_:header:)``, then delete it, or
    /// fetch it after all.
    case compare
    /// Leave it alone.
    case leave
}

/// A message as it was fetched.
package struct FetchedMessage: Sendable {
    /// What the server said of it.
    package var listed: ListedMessage
    /// Where its bytes are: a file of the store's, written and closed, not yet synced.
    package var path: String
    /// How many bytes there are.
    package var byteCount: Int
    /// Whether only the header was fetched, because the message is too large: the message stays on the server.
    ///
    /// The store answers ``CollectionStep/leave`` when it meets such a message again.
    package var isHeaderOnly: Bool

    package init(listed: ListedMessage, path: String, byteCount: Int, isHeaderOnly: Bool) {
        self.listed = listed
        self.path = path
        self.byteCount = byteCount
        self.isHeaderOnly = isHeaderOnly
    }
}

/// Where fetched mail goes.
package protocol CollectedMailStore: Sendable {
    /// What is to be done with each message of a session, in order.
    func plan(_ listed: [ListedMessage]) async throws -> [CollectionStep]

    /// Whether a message whose unique id is known is the one that was stored, by the look of its header.
    ///
    /// - Parameters:
    ///   - message: what the server says of it.
    ///   - header: the header as the server gives it now, with or without the empty line behind it, dots unstuffed.
    /// - Returns: false as well when only the header is stored: a message is deleted when this says true.
    /// - Throws: what keeps the store from looking; nothing is deleted then.
    func isStored(_ message: ListedMessage, header: [UInt8]) async throws -> Bool

    /// The path of a new file for a message; the engine creates it and writes the bytes as they come, dots unstuffed.
    func path(for message: ListedMessage) throws -> String

    /// Makes messages safe: files synced, verdicts on disk. When it returns they may be deleted from the server.
    func commit(_ messages: [FetchedMessage]) async throws
}

/// What a poll did.
package struct PollSummary: Sendable, Hashable {
    /// Messages that the server listed.
    package var listed = 0
    /// Messages fetched and committed.
    package var fetched = 0
    /// Messages deleted from the server, once it has confirmed that.
    package var deleted = 0
    /// Messages left on the server although they were wanted: it did not give them, or they are larger than the ceiling.
    package var left = 0

    package init() {}
}

/// Why a mailbox cannot be collected.
package struct CollectFailure: Error, Sendable {
    /// What kind of thing is wrong: it decides the exit code.
    package enum Code: Sendable, Hashable {
        /// No connection can be made, or it was lost.
        case unreachable
        /// The certificate, or TLS itself, was refused.
        case untrusted
        /// The login was refused.
        case loginRefused
        /// The mailbox is in use, or the server asks to come back later.
        case tryLater
        /// The server does not speak the protocol.
        case protocolBreach
        /// The settings cannot work with this server.
        case configuration
        /// The store could not keep what was fetched.
        case store
    }

    package var code: Code
    /// What was being done, as a sentence names it: "logging in".
    package var phase: String
    /// Host and port, as a person names them.
    package var peer: String
    /// The server's words, or what broke.
    package var message: String

    package init(code: Code, phase: String, peer: String, message: String) {
        self.code = code
        self.phase = phase
        self.peer = peer
        self.message = message
    }
}
