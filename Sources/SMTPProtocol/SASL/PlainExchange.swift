internal import MailModel

/// PLAIN (RFC 4616 §2): message = [authzid] UTF8NUL authcid UTF8NUL passwd.
struct PlainExchange: Sendable {
    let message: [UInt8]

    init(login: Login) {
        message = [0] + Array(login.user.utf8) + [0] + Array(login.password.exposed.utf8)
    }
}
