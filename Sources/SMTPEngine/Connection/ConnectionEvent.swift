internal import MailModel
internal import SMTPProtocol

/// What a run hears of a connection as it happens, on the connection's event loop: its worker may be waiting for mail then.
enum ConnectionEvent: Sendable {
    /// Mail can be sent.
    case opened
    /// The server decided an outcome, the first one of this session.
    case proved
    /// Messages that nothing was said of to the server; another connection can take them.
    case gaveBack([OutgoingMessage])
    /// It is over, or was not made; comes once, and what it gives back comes before.
    case ended(SessionEnd)
}
