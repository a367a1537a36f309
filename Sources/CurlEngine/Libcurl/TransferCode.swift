/// What libcurl's return codes mean to a transfer of mail.
enum TransferCode: Sendable, Hashable {
    /// The server took the message.
    case ok
    /// The host has no address.
    case resolve
    /// No connection could be made.
    case connect
    /// The certificate is not trusted, or TLS failed.
    case tls
    /// The settings for TLS cannot be used, such as a file without certificates.
    case tlsSettings
    /// The server does not switch to TLS.
    case noTLS
    /// The login failed.
    case login
    /// The server refused EHLO and HELO.
    case helloRefused
    /// The server's reply was not what libcurl waits for, or it refused MAIL, RCPT or DATA.
    case reply
    /// The server's replies were too long for libcurl.
    case flood
    /// A limit of time was met.
    case timeout
    /// The connection was lost.
    case lost
    /// A callback of ours stopped the transfer.
    case halted
    /// Anything else.
    case other
}

/// How a transfer ended.
struct TransferEnd: Sendable {
    /// What libcurl's code means.
    var code: TransferCode
    /// libcurl's words, for people.
    var words: String
    /// Whether a connection was made for it; nil when there was none at all.
    var isConnectionNew: Bool
}
