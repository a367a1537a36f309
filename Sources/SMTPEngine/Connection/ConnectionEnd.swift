internal import MailModel
internal import SMTPProtocol

/// How a connection ended, and what it had been given and had not begun.
struct ConnectionEnd: Sendable {
    var end: SessionEnd
    /// Messages that nothing was said of to the server; another connection can take them.
    var leftover: [OutgoingMessage]
    /// Outcomes that the server decided in this session.
    var answered: Int
}
