internal import MailModel
internal import SMTPProtocol

/// Which local part means which behaviour: all that the server knows of them stands here.
package enum BehaviourTable {
    /// The behaviours; the first is that of everybody who has none of the other names.
    package static let rows: [RecipientBehaviour] = [
        RecipientBehaviour("", "accepted"),
        RecipientBehaviour(
            "hard-bounce",
            "refused at RCPT TO: 550 5.1.1",
            atRecipient: .refuse(reply(550, 1, 1, "Recipient address rejected: User unknown"))
        ),
        RecipientBehaviour(
            "later-bounce",
            "accepted, then a failure report 5.1.1 comes to the reverse-path",
            answer: .failure(reply(550, 1, 1, "Recipient address rejected: User unknown").reply)
        ),
        RecipientBehaviour(
            "defer",
            "451 4.7.1 on the first two tries of each address, then accepted",
            atRecipient: .putOff(tries: 2, reply(451, 7, 1, "Try again later"))
        ),
        RecipientBehaviour(
            "greylist",
            "451 4.7.1 until two seconds after the first try of each address, then accepted",
            atRecipient: .greylist(reply(451, 7, 1, "Greylisted, try again in a moment"))
        ),
        RecipientBehaviour(
            "full",
            "452 4.2.2 at RCPT TO",
            atRecipient: .refuse(reply(452, 2, 2, "Mailbox full"))
        ),
        RecipientBehaviour(
            "later-full",
            "accepted, then a failure report 5.2.2 comes to the reverse-path",
            answer: .failure(reply(552, 2, 2, "Mailbox full: the quota is exceeded").reply)
        ),
        RecipientBehaviour(
            "spam",
            "554 5.7.1 when the message is complete",
            atMessage: .refuse(reply(554, 7, 1, "Message rejected as spam"))
        ),
        RecipientBehaviour(
            "drop-after-data",
            "the connection is closed without a reply when the message is complete",
            atMessage: .drop
        ),
        RecipientBehaviour("drop", "the connection is closed without a reply at RCPT TO", atRecipient: .drop),
        RecipientBehaviour("slow", "accepted after two seconds", atRecipient: .acceptSlowly),
        RecipientBehaviour(
            "busy",
            "421 4.3.2 at RCPT TO, and the connection is closed",
            atRecipient: .refuseAndClose(reply(421, 3, 2, "Too busy, try again later"))
        ),
        RecipientBehaviour(
            "complaint",
            "accepted, then a complaint (ARF) comes to the reverse-path",
            answer: .complaint
        ),
        RecipientBehaviour(
            "auto-reply",
            "accepted, then a vacation notice comes to the reverse-path",
            answer: .vacation
        ),
        RecipientBehaviour(
            "delayed",
            "accepted, then a report of a delay comes to the reverse-path",
            answer: .delay(reply(451, 4, 1, "No answer from the host, will be tried again").reply)
        ),
    ]

    /// The index of the behaviour of a local part; what follows its first `+` is not looked at.
    static func index(of localPart: ArraySlice<UInt8>) -> UInt8 {
        let length = localPart.firstIndex(of: UInt8(ascii: "+")).map { $0 - localPart.startIndex } ?? localPart.count
        guard (shortest...longest).contains(length) else { return 0 }
        for (index, name) in names.enumerated() where name.count == length {
            if zip(localPart, name).allSatisfy({ MailboxName.folded($0) == $1 }) { return UInt8(index + 1) }
        }
        return 0
    }

    private static let names = rows.dropFirst().map { Array($0.name.utf8) }
    private static let shortest = names.map(\.count).min() ?? 0
    private static let longest = names.map(\.count).max() ?? 0

    /// A reply whose enhanced status code has the class of its reply code.
    private static func reply(_ code: UInt16, _ subject: UInt16, _ detail: UInt16, _ text: String) -> ServerReply {
        guard let replyCode = ReplyCode(rawValue: code) else { preconditionFailure("no reply code: \(code)") }
        return ServerReply(replyCode, EnhancedStatusCode(UInt8(code / 100), subject, detail), text)
    }
}
