package import Authentication
package import MailModel

/// A POP3 session that collects a mailbox: bytes in, bytes and events out.
///
///     greeting → (STLS → TLS) → CAPA → login → (CAPA) → STAT, LIST, UIDL → plan
///       → batches of RETR and TOP → STAT → commit → DELE → … → STAT → QUIT
///
/// What is deleted was committed before, or is known to be stored. Pipelined replies carry no number, so one reply too many
/// would give a message another's unique id and delete what was never fetched. A STAT behind each batch, and before QUIT,
/// shows that replies and commands still meet: its reply looks like no other. Where it does not come, nothing is
/// committed of the batch or the session ends without QUIT, and a server deletes nothing then (RFC 1939 §6).
package struct Session: Sendable {
    /// What the engine has to do next.
    package enum Event: Sendable, Hashable {
        /// Send ``takeOutput()``, then wait for more bytes.
        case more
        /// Begin TLS, then call ``secured()``.
        case startTLS
        /// Ask the store about ``listed``, then call ``planned(_:)``.
        case plan
        /// A message's content begins: its file is to be created.
        case begin(ListedMessage)
        /// These bytes of the input belong to the message.
        case bytes(Range<Int>)
        /// A CR that stood at the end of an earlier input belongs to the message.
        case carriageReturn
        /// The message is whole.
        case end(isHeaderOnly: Bool)
        /// The message is too large: its file is to be removed.
        case discard
        /// Ask the store whether this is the message that it has, then call ``compared(isStored:)``.
        case compare(ListedMessage, header: [UInt8])
        /// Commit all whole messages, then call ``committed()``.
        case commit
        /// The server has answered ``keepAlive()``.
        case alive
        /// The session is over.
        case finished
        /// The session cannot go on; ``confirmedMessages`` of the whole messages may be committed.
        case failed(SessionFailure)
    }

    /// A command whose reply is awaited: the receiver's position, where what was sent last is the sender's.
    enum Expected: Hashable {
        case greeting
        case capabilities
        case startTLS
        case utf8
        case authentication
        case status
        case sizes
        case uniqueIDs
        case retrieve(Int)
        case top(Int, HeaderPurpose)
        case delete(Int)
        case barrier
        case noOperation
        case reset
        case quit
    }

    /// Why a header is fetched.
    enum HeaderPurpose: Hashable {
        /// To compare it with what is stored.
        case compare
        /// To keep it, since the message is too large.
        case keep
    }

    enum Phase: Hashable {
        case opening
        case securing
        case loggingIn
        case listing
        case planning
        case collecting
        case comparing(Int)
        case committing
        case quitting
        case over
    }

    enum Reading {
        case status
        case capabilityLines
        case sizeLines
        case uniqueIDLines
        case content(Content)
    }

    let settings: SessionSettings
    var phase = Phase.opening
    var reading = Reading.status
    var expected: [Expected] = [.greeting]
    var output: [UInt8] = []
    var lines: LineReader
    var linesOfReply = 0
    var repliesRead = 0
    var bytesRead = 0

    var capabilities = Capabilities()
    var isSecure: Bool
    /// What ties a login to the TLS connection; set behind the handshake, nil where nothing does.
    package var channelBinding: ChannelBinding?
    /// What the greeting has for APOP.
    var timestamp: APOPTimestamp?
    var login: LoginDialogue?
    var secretFilter = SecretFilter()
    var listing: Listing
    var nextListingCommand = 0
    var statedMessages = 0
    var collection = Collection()
    var summary = PollSummary()

    /// A session that waits for the greeting.
    package init(_ settings: SessionSettings) {
        self.settings = settings
        lines = LineReader(ceiling: settings.limits.lineBytes)
        listing = Listing(ceiling: settings.limits.listedMessages)
        isSecure = settings.tls == .implicit
    }

    /// What the server listed, once the event ``Event/plan`` has come.
    package var listed: [ListedMessage] { listing.messages }

    /// How many of the batch's whole messages are followed by a reply that was right, and so are known to be whole.
    package var confirmedMessages: Int { collection.confirmed }

    /// What was done so far; ``PollSummary/deleted`` is 0 until the server has confirmed it at QUIT.
    package var result: PollSummary {
        var result = summary
        if !collection.isUpdateConfirmed { result.deleted = 0 }
        return result
    }

    /// Rises whenever a reply has come, or 4 KiB more of one: a server that gives less in a reply's time is stuck.
    package var progress: Int { repliesRead + bytesRead >> 12 }

    /// What is being done, as a sentence names it: "logging in".
    package var activity: String {
        if case .content(let content) = reading {
            return "fetching message \(listing.messages[content.index].number)"
        }
        return expected.first.map(phrase(for:)) ?? "waiting"
    }

    /// Whether the reply that is awaited is that to QUIT, during which servers delete.
    package var isQuitting: Bool { phase == .quitting && expected.first == .quit }

    /// The bytes that are to be sent, given once.
    package mutating func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    mutating func send(_ command: Command, expecting reply: Expected) {
        command.encode(into: &output)
        expected.append(reply)
        collection.isSynchronised = false
    }

    private func phrase(for reply: Expected) -> String {
        switch reply {
        case .greeting: "waiting for the greeting"
        case .capabilities: "asking for capabilities (CAPA)"
        case .startTLS: "asking for TLS (STLS)"
        case .utf8: "asking for UTF-8 (UTF8)"
        case .authentication: "logging in"
        case .status: "opening the mailbox (STAT)"
        case .sizes: "listing messages (LIST)"
        case .uniqueIDs: "listing unique ids (UIDL)"
        case .retrieve(let index): "fetching message \(listing.messages[index].number) (RETR)"
        case .top(let index, _): "fetching the header of message \(listing.messages[index].number) (TOP)"
        case .delete(let index): "deleting message \(listing.messages[index].number) (DELE)"
        case .barrier: "checking that replies and commands meet (STAT)"
        case .noOperation: "keeping the session alive (NOOP)"
        case .reset: "taking back deletions (RSET)"
        case .quit: "ending the session (QUIT)"
        }
    }
}
