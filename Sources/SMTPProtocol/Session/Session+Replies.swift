internal import MailModel

/// The receiver's side of transactions.
extension Session {
    mutating func receiveMail(_ frame: ReplyFrame, _ bytes: Span<UInt8>) -> Result {
        switch frame.code.severity {
        case .positiveCompletion:
            transactions.front.isMailAccepted = true
            if !usesPipelining { sayFirstRecipient() }
            return .goOn
        case .positiveIntermediate:
            return breach(unasked: frame.reply(in: bytes), phase: .mail)
        case .transientNegative, .permanentNegative:
            let reply = frame.reply(in: bytes)
            // 530 is about us, not about the message: a login or TLS is missing (RFC 4954 §6, RFC 3207 §4).
            if reply.code.rawValue == 530 {
                return end(SessionEnd(kind: .refused(.configuration), phase: .mail, cause: .reply(reply)))
            }
            // 503 says that the commands were out of order: no fault of any recipient's, so never for good.
            let isOrder = reply.code.rawValue == 503
            transactions.front.refuseAll(isOrder ? .deferred(.reply(reply)) : refusal(reply))
            if !usesPipelining { removeFront() }
            return .goOn
        }
    }

    private mutating func sayFirstRecipient() {
        let envelope = transactions.front.message.envelope
        sayRecipient(envelope.recipient, of: envelope)
    }

    mutating func receiveRecipient(_ frame: ReplyFrame, _ bytes: Span<UInt8>) -> Result {
        let index = transactions.front.answeredRecipients
        switch frame.code.severity {
        case .positiveCompletion:
            if !transactions.front.isSettled { transactions.front.accept(index) }
        case .positiveIntermediate:
            return breach(unasked: frame.reply(in: bytes), phase: .recipient)
        case .transientNegative, .permanentNegative:
            if !transactions.front.isSettled {
                transactions.front.refuse(index, recipientRefusal(index, frame.reply(in: bytes)))
            }
        }
        transactions.front.answeredRecipients = index + 1
        if !usesPipelining { sayNextAfterRecipient() }
        return .goOn
    }

    /// Lock-step: the next recipient, DATA, or nothing more for a message that nobody is to get.
    private mutating func sayNextAfterRecipient() {
        publishRefusals()
        let transaction = transactions.front
        if transaction.answeredRecipients < transaction.recipientCount {
            let next = transaction.recipient(transaction.answeredRecipients)
            sayRecipient(next, of: transaction.message.envelope)
        } else if transaction.hasAcceptedRecipient {
            say("DATA", expecting: .data)
        } else {
            removeFront()
            say("RSET", expecting: .reset)
        }
    }

    mutating func receiveData(_ frame: ReplyFrame, _ bytes: Span<UInt8>) -> Result {
        switch frame.code.severity {
        case .positiveCompletion:
            return breach(unasked: frame.reply(in: bytes), phase: .data)
        case .positiveIntermediate:
            publishRefusals()
            if transactions.front.hasAcceptedRecipient {
                beginContent()
            } else if answersEachRecipient {
                // RFC 2033 §4.2: a server that took nobody refuses DATA; one that does not would owe no reply at all.
                return breach(unasked: frame.reply(in: bytes), phase: .data)
            } else {
                // The commands rode together: the server waits for content that nobody is to get.
                CommandText.append(".\r\n", to: &output)
                transactions.front.isSettled = true
                transactions.front.stage = .handedOver
                expected.append(.loneDot)
            }
            return .goOn
        case .transientNegative, .permanentNegative:
            if transactions.front.hasAcceptedRecipient {
                settleFront(refusal(frame.reply(in: bytes)), phase: .data)
            }
            let isMailStanding = transactions.front.isMailAccepted
            removeFront()
            if isMailStanding { say("RSET", expecting: .reset) }
            return .goOn
        }
    }

    mutating func receiveEndOfData(_ frame: ReplyFrame, _ bytes: Span<UInt8>, isLoneDot: Bool) -> Result {
        let severity = frame.code.severity
        guard severity != .positiveIntermediate else {
            return breach(unasked: frame.reply(in: bytes), phase: .endOfData)
        }
        if answersEachRecipient { return receiveRecipientResult(frame.reply(in: bytes)) }
        if !isLoneDot, !transactions.front.isSettled, transactions.front.hasAcceptedRecipient {
            let reply = frame.reply(in: bytes)
            let outcome = severity == .positiveCompletion ? .accepted(reply) : refusal(reply)
            if transactions.front.acceptedFurther.isEmpty {
                report(transactions.front.message.envelope.recipient.id, outcome, phase: .endOfData)
            } else {
                for id in transactions.front.accepted { report(id, outcome, phase: .endOfData) }
            }
        }
        removeFront()
        if severity == .positiveCompletion {
            chunkWindow = min(chunkWindow + 1, settings.window)
        } else if usesChunking, transactions.isEmpty {
            // After a refused chunk the server may hold the transaction open (RFC 3030 §2).
            say("RSET", expecting: .reset)
        }
        return .goOn
    }

    /// The reply about one recipient of a message, in the order in which they were taken (RFC 2033 §4.2).
    private mutating func receiveRecipientResult(_ reply: Reply) -> Result {
        let index = transactions.front.answeredContents
        let accepted = transactions.front.accepted
        if !transactions.front.isSettled, index < accepted.count {
            let isTaken = reply.code.severity == .positiveCompletion
            report(accepted[index], isTaken ? .accepted(reply) : refusal(reply), phase: .endOfData)
        }
        transactions.front.answeredContents = index + 1
        if index + 1 >= accepted.count { removeFront() }
        return .goOn
    }

    mutating func receiveReset(_ frame: ReplyFrame, _ bytes: Span<UInt8>) -> Result {
        switch frame.code.severity {
        case .positiveCompletion:
            return .goOn
        case .positiveIntermediate:
            return breach(unasked: frame.reply(in: bytes), phase: .reset)
        case .transientNegative, .permanentNegative:
            // Whatever stands at the server would spoil the next message: better a new session.
            return end(SessionEnd(kind: .closing, phase: .reset, cause: .reply(frame.reply(in: bytes))))
        }
    }
}
