package import MailModel

/// What a server answers: one line with a reply code, an enhanced status code and words (RFC 5321 §4.2, RFC 2034 §4).
package struct ServerReply: Error, Sendable, Hashable {
    /// The reply as a client would hold it.
    package let reply: Reply
    /// The line as it is sent, CR LF included.
    package let line: [UInt8]

    /// A reply of one line.
    ///
    /// - Parameters:
    ///   - code: the reply code.
    ///   - status: the enhanced status code; nil where none belongs, as in a 354.
    ///   - text: printable ASCII; every other byte is replaced by "?".
    package init(_ code: ReplyCode, _ status: EnhancedStatusCode?, _ text: String) {
        var words = status.map { "\($0) " } ?? ""
        words += String(decoding: text.utf8.map { 0x20...0x7E ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        reply = Reply(code: code, text: words)
        line = Array("\(code) \(words)\r\n".utf8)
    }

    /// A reply of this module's own, whose numbers are known to be right.
    init(_ code: UInt16, _ status: (UInt8, UInt16, UInt16)?, _ text: StaticString) {
        guard let code = ReplyCode(rawValue: code) else { preconditionFailure("no reply code: \(code)") }
        self.init(code, status.flatMap { EnhancedStatusCode($0.0, $0.1, $0.2) }, "\(text)")
    }
}

extension ServerReply {
    static let ok = ServerReply(250, (2, 0, 0), "Ok")
    static let senderOk = ServerReply(250, (2, 1, 0), "Ok")
    static let recipientOk = ServerReply(250, (2, 1, 5), "Ok")
    static let goodbye = ServerReply(221, (2, 0, 0), "Bye")
    static let startContent = ServerReply(354, nil, "End data with <CR><LF>.<CR><LF>")
    static let cannotVerify = ServerReply(252, (2, 0, 0), "Send some mail, I shall try to deliver it")
    static let help = ServerReply(214, (2, 0, 0), "EHLO HELO MAIL RCPT DATA BDAT RSET NOOP VRFY AUTH QUIT")
    static let loggedIn = ServerReply(235, (2, 7, 0), "Authentication successful")

    /// The end of a session that said nothing for too long.
    package static let idle = ServerReply(421, (4, 4, 2), "Nothing was said for too long, closing")
    /// The end of a session because the server stops.
    package static let stopping = ServerReply(421, (4, 3, 2), "The server is being stopped")
    /// The end of a session that is one too many.
    package static let tooManyConnections = ServerReply(421, (4, 3, 2), "Too many connections")
    static let tooManyErrors = ServerReply(421, (4, 7, 0), "Too many errors, closing")
    static let tooManyRecipients = ServerReply(452, (4, 5, 3), "Too many recipients")

    /// The message cannot be stored now.
    package static let noRoom = ServerReply(452, (4, 3, 1), "Cannot store the message, try again later")

    static let unknownCommand = ServerReply(500, (5, 5, 2), "Command not recognised")
    static let lineTooLong = ServerReply(500, (5, 5, 6), "Line too long")
    static let bareLineFeed = ServerReply(500, (5, 5, 2), "Lines must end in CR LF, not in a lone LF")
    static let noArguments = ServerReply(501, (5, 5, 4), "This command takes no arguments")
    static let helloArgument = ServerReply(501, (5, 5, 4), "Syntax: EHLO hostname")
    static let mailSyntax = ServerReply(501, (5, 5, 4), "Syntax: MAIL FROM:<address>")
    static let recipientSyntax = ServerReply(501, (5, 5, 4), "Syntax: RCPT TO:<address>")
    static let chunkSyntax = ServerReply(
        501,
        (5, 5, 4),
        "Syntax: BDAT count [LAST]; closing, the next bytes are unknown"
    )
    static let authSyntax = ServerReply(501, (5, 5, 2), "Syntax: AUTH PLAIN|LOGIN [base64]")
    static let badParameter = ServerReply(501, (5, 5, 4), "Bad value of a parameter")
    static let badSender = ServerReply(501, (5, 1, 7), "Bad sender address syntax")
    static let badRecipient = ServerReply(501, (5, 1, 3), "Bad recipient address syntax")
    static let badBase64 = ServerReply(501, (5, 5, 2), "Cannot decode base64")
    static let authCancelled = ServerReply(501, (5, 7, 0), "Authentication cancelled")
    static let notImplemented = ServerReply(502, (5, 5, 1), "Command not implemented")
    static let helloFirst = ServerReply(503, (5, 5, 1), "Send EHLO or HELO first")
    static let nestedMail = ServerReply(503, (5, 5, 1), "A transaction is open already")
    static let mailFirst = ServerReply(503, (5, 5, 1), "Send MAIL first")
    static let chunksBegun = ServerReply(503, (5, 5, 1), "The message has begun with BDAT")
    static let loggedInAlready = ServerReply(503, (5, 5, 1), "Authenticated already")
    static let authInTransaction = ServerReply(503, (5, 5, 1), "AUTH is not allowed during a transaction")
    static let unknownMechanism = ServerReply(504, (5, 5, 4), "Mechanism not offered, use PLAIN or LOGIN")
    static let loginRefused = ServerReply(535, (5, 7, 8), "Authentication failed: wrong user or password")
    static let messageTooLarge = ServerReply(552, (5, 3, 4), "Message size exceeds the limit")
    static let needsUTF8 = ServerReply(553, (5, 6, 7), "Address needs SMTPUTF8, which MAIL did not ask for")
    static let noRecipients = ServerReply(554, (5, 5, 1), "No valid recipients")
    static let unknownParameter = ServerReply(555, (5, 5, 4), "Parameter not recognised")
}
