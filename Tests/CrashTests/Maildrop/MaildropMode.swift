/// What a hostile POP3 server does; every one of them deletes only at QUIT, as RFC 1939 §6 has it.
enum MaildropMode: String, Sendable, CaseIterable, CustomStringConvertible {
    /// Nothing, and it takes commands ahead.
    case plain = "nothing, PIPELINING"
    /// Every eleventh message is cut in the middle, and the connection with it.
    case cutInRetrieval = "cut in RETR"
    /// Every second session ends behind QUIT without a reply, half of those with everything still there.
    case cutAtQuit = "cut at QUIT"
    /// Every third session lies in STAT, about the count or about the octets.
    case wrongStatus = "wrong STAT"
    /// Every session gives each message another unique id.
    case changedIDs = "changed UIDs"
    /// Two messages have the same unique id, one after the other.
    case reusedIDs = "one UID for two messages"
    /// It has no UIDL.
    case noIDs = "no UIDL"
    /// One message has 20 MB.
    case large = "a message of 20 MB"
    /// Every second login is refused: somebody else is in the mailbox.
    case locked = "locked, [IN-USE]"
    /// Replies and pieces of messages take their time.
    case slow = "slow"

    var description: String { rawValue }
}

/// What can happen at the server that a kill is tied to.
enum MaildropEvent: Sendable, CaseIterable {
    /// A login was accepted.
    case login
    /// The first half of a message went out.
    case half
    /// A message went out.
    case whole
    /// A STAT came: between what was fetched and what is deleted, and before QUIT.
    case status
    /// A deletion came.
    case deletion
    /// QUIT came, before anything is deleted.
    case quit
    /// Everything is deleted, and nobody was told yet.
    case deleted
}
