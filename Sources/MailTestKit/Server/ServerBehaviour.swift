/// A mail server that does what RFC 5321 says, except where it is told otherwise.
///
/// Exceptions go by the local part of an address, so that they hit the same message whichever connection it takes.
package struct ServerBehaviour: Sendable {
    /// Where a connection is cut.
    package enum Cut: Sendable, Hashable {
        /// When MAIL has come, without an answer.
        case atMail
        /// When RCPT has come, without an answer.
        case atRecipient
        /// When DATA has come, without an answer.
        case atData
        /// Behind the 354, when this many bytes of the message have come.
        case inContent(bytes: Int)
        /// When the final dot has come, without an answer.
        case atEndOfData
        /// Behind the first half of the reply to the final dot.
        case inEndReply
    }

    /// How replies are written.
    package enum Writing: Sendable, Hashable {
        /// Each at once.
        case atOnce
        /// Together, when nothing more of the client's is there to be read.
        case coalesced
        /// Each byte by itself.
        case byteByByte
    }

    /// The greeting.
    package var greeting: ServerReply = "220 mx.example.test ESMTP 你好"
    /// The EHLO keywords, with their parameters.
    package var keywords = ["PIPELINING", "8BITMIME", "SIZE 52428800", "ENHANCEDSTATUSCODES", "SMTPUTF8"]
    /// Whether EHLO is known; else only HELO is.
    package var knowsEHLO = true
    /// Instead of the whole answer to EHLO.
    package var helloReply: ServerReply?
    /// Who may log in, offered beside ``keywords``; nil without AUTH.
    package var login: ServerLogin?
    /// Answers to MAIL, by the local part of the reverse-path.
    package var mailReplies: [String: ServerReply] = [:]
    /// Answers to RCPT, by the local part of the forward-path.
    package var recipientReplies: [String: ServerReply] = [:]
    /// Answers to DATA, by the local part of the transaction's first accepted recipient.
    package var dataReplies: [String: ServerReply] = [:]
    /// The answer to DATA when every recipient was refused.
    package var dataWithoutRecipients: ServerReply = "554 5.5.1 no valid recipients"
    /// Answers to the final dot, by the local part of the transaction's first accepted recipient.
    package var endReplies: [String: ServerReply] = [:]
    /// The answer to the final dot of all other messages.
    package var endReply: ServerReply = "250 2.0.0 queued 已排队"
    /// Sent behind the answer to the final dot without having been asked for; by the same local part.
    package var unaskedLines: [String: ServerReply] = [:]
    /// Where the connection ends, by local part (of the reverse-path for `atMail`, else of the first recipient).
    package var cuts: [String: Cut] = [:]
    /// Whether a cut is a RST instead of a FIN.
    package var cutsByReset = false
    /// Refuse MAIL behind this many messages of a connection, with ``spentReply``; nil for never.
    package var messagesPerConnection: Int?
    /// The answer to MAIL on a connection that has carried enough; a 421 closes it.
    package var spentReply: ServerReply = "421 4.7.0 too many messages 请稍后再试"
    /// How replies are written.
    package var writing = Writing.atOnce
    /// A wait before each reply.
    package var delay = Duration.zero
    /// Local parts for which the server falls silent: at RCPT by the recipient, or behind the dot with `.endOfData`.
    package var muteAtRecipient: Set<String> = []
    /// Local parts of first recipients whose final dot is never answered.
    package var muteAtEndOfData: Set<String> = []

    package init() {}

    /// The well-behaved server with some changes.
    ///
    /// - Parameter change: makes them.
    package init(_ change: (inout ServerBehaviour) -> Void) {
        change(&self)
    }

    var pipelines: Bool { knowsEHLO && keywords.contains("PIPELINING") }
}

/// Who may log in at a test server, and how.
package struct ServerLogin: Sendable {
    /// The user name.
    package var user: String
    /// The password.
    package var password: String
    /// The SASL mechanisms that are offered: PLAIN and LOGIN are known.
    package var mechanisms: [String]
    /// The answer to everybody else.
    package var refusal: ServerReply

    package init(
        user: String,
        password: String,
        mechanisms: [String] = ["PLAIN", "LOGIN"],
        refusal: ServerReply = "535 5.7.8 用户名或密码错误 authentication failed"
    ) {
        self.user = user
        self.password = password
        self.mechanisms = mechanisms
        self.refusal = refusal
    }
}
