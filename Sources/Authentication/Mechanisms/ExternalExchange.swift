internal import MailModel

/// EXTERNAL (RFC 4422 appendix A): the TLS certificate is the proof; who that is, the server knows, or the name says.
struct ExternalExchange: Sendable {
    let message: [UInt8]

    init(login: Login) { message = Array(login.user.utf8) }
}
