internal import MailModel

/// What a session must have before mail may go over it.
struct SessionDemands: Sendable, Hashable {
    /// What is demanded of TLS.
    var tls: TLSRequirement
    /// Whether a login is demanded.
    var needsLogin: Bool
    /// The mechanisms that may be used, in capitals; empty for any.
    var mechanisms: [String] = []
    /// Whether a password or token may be sent where nothing hides it.
    var allowsClear = false

    /// Whether libcurl will say STARTTLS when it is offered.
    var switchesToTLS: Bool { tls == .starttls || tls == .opportunistic }
}

/// Why the engine itself stops a transfer.
enum Halt: Sendable, Hashable {
    /// The server broke the protocol.
    case breach(String)
    /// The server cannot take this message.
    case unsupported(String)
    /// The settings cannot work with this server.
    case configuration(String)
    /// A step took longer than it may, in seconds.
    case timeout(UInt32)
    /// The run is stopping and the time for open transactions is over.
    case stopped
}
