internal import MailModel

/// PLAIN (RFC 4616 §2): message = [authzid] UTF8NUL authcid UTF8NUL passwd.
struct PlainExchange: Sendable {
    let message: [UInt8]

    init(login: Login) throws(SASLText.Fault) {
        try SASLText.checkNUL(login.user, "user name")
        try SASLText.checkNUL(login.secret.exposed, "password")
        message = [0] + Array(login.user.utf8) + [0] + Array(login.secret.exposed.utf8)
    }
}
