package import MailModel

/// The sender's side of transactions.
extension Session {
    var usesPipelining: Bool { settings.allowsPipelining && capabilities.hasPipelining }

    /// Whether each recipient that was taken gets a reply of its own to the message (RFC 2033 §4.2).
    var answersEachRecipient: Bool { settings.dialect == .lmtp }

    /// Whether whole messages ride behind each other by BDAT; with a window of one, DATA needs no more round trips.
    ///
    /// Not in LMTP: how many replies a chunk gets is known only when those to its recipients have come.
    var usesChunking: Bool {
        usesPipelining && capabilities.hasChunking && settings.window > 1 && !answersEachRecipient
    }

    /// Whether a message can be submitted now.
    package var wantsMessage: Bool {
        guard isOpen, !isSpent else { return false }
        guard usesPipelining else { return transactions.isEmpty && expected.isEmpty }
        guard !transactions.isEmpty else { return true }
        guard transactions.back.stage == .handedOver else { return false }
        return transactions.count < (usesChunking ? chunkWindow : 2)
    }

    /// Begins a transaction.
    ///
    /// A message that this server cannot take is reported at once and nothing is said. Call only while ``wantsMessage``.
    package mutating func submit(_ message: OutgoingMessage) {
        precondition(wantsMessage, "a message submitted to a session that takes none")
        if let obstacle = Obstacle.found(in: message, server: capabilities) {
            let outcome = RecipientOutcome.failed(.unsupported(obstacle))
            settle(Transaction(message: message), outcome, phase: .mail)
            return
        }
        let message = withoutExcess(message)
        messagesTaken += 1
        // What became of the message ahead is unknown yet; refused, it would leave its MAIL standing.
        if usesChunking, !transactions.isEmpty { say("RSET", expecting: .reset) }
        transactions.append(Transaction(message: message))
        CommandText.mail(message, server: capabilities, to: &output)
        expected.append(.mail)
        guard usesPipelining else { return }
        sayRecipient(message.envelope.recipient, of: message.envelope)
        for recipient in message.envelope.furtherRecipients { sayRecipient(recipient, of: message.envelope) }
        if usesChunking, message.content.size <= settings.largeContent {
            sendChunk(message)
        } else {
            say("DATA", expecting: .data)
        }
    }

    mutating func sayRecipient(_ recipient: EnvelopeRecipient, of envelope: Envelope) {
        CommandText.recipient(
            recipient.path,
            capabilities.hasDSN ? envelope.reportRequest : nil,
            isUTF8: envelope.needsSMTPUTF8,
            to: &output
        )
        expected.append(.recipient)
    }

    /// A whole message as one chunk: bdat-cmd = "BDAT" SP chunk-size SP "LAST" CRLF (RFC 3030 §2).
    private mutating func sendChunk(_ message: OutgoingMessage) {
        CommandText.append("BDAT ", to: &output)
        CommandText.decimal(message.content.size, to: &output)
        CommandText.append(" LAST\r\n", to: &output)
        append(message.content.first)
        for run in message.content.rest { append(run) }
        handOvers.append(message.envelope.recipient.id)
        for recipient in message.envelope.furtherRecipients { handOvers.append(recipient.id) }
        transactions.back.stage = .handedOver
        expected.append(.endOfData)
    }

    private mutating func append(_ run: MessageContent.Run) {
        output.append(contentsOf: run.storage[run.range])
    }

    /// The server asked for content: all of it at once, or the first piece of a large one.
    mutating func beginContent() {
        stuffer = DotStuffer()
        let content = transactions.front.message.content
        guard content.size <= settings.largeContent else {
            transactions.front.stage = .content(run: 0, offset: 0)
            return
        }
        stuffer.append(content.first.storage, content.first.range, to: &output)
        for run in content.rest { stuffer.append(run.storage, run.range, to: &output) }
        finishContent()
    }

    /// Whether there is content to be written by ``continueContent(upTo:)``.
    package var hasContent: Bool {
        guard !transactions.isEmpty, case .content = transactions.front.stage else { return false }
        return true
    }

    /// Whether all content but its end is written, and has to leave before ``contentDrained()`` gives the end.
    package var isDraining: Bool { !transactions.isEmpty && transactions.front.stage == .draining }

    /// Writes the next piece of large content.
    ///
    /// - Parameter count: bytes of content to take, dots not counted.
    package mutating func continueContent(upTo count: Int) {
        guard !transactions.isEmpty, case .content(var index, var offset) = transactions.front.stage else { return }
        let content = transactions.front.message.content
        var budget = count
        while budget > 0, index <= content.rest.count {
            let run = index == 0 ? content.first : content.rest[index - 1]
            let start = run.range.lowerBound + offset
            let end = min(run.range.upperBound, start + budget)
            stuffer.append(run.storage, start..<end, to: &output)
            budget -= end - start
            offset += end - start
            if end == run.range.upperBound {
                index += 1
                offset = 0
            }
        }
        let isDone = index > content.rest.count
        transactions.front.stage = isDone ? .draining : .content(run: index, offset: offset)
    }

    /// All content has left; its end follows.
    package mutating func contentDrained() {
        guard isDraining else { return }
        finishContent()
    }

    private mutating func finishContent() {
        stuffer.finish(to: &output)
        if transactions.front.acceptedFurther.isEmpty {
            handOvers.append(transactions.front.message.envelope.recipient.id)
        } else {
            handOvers.append(contentsOf: transactions.front.accepted)
        }
        transactions.front.stage = .handedOver
        expected.append(.endOfData)
        if answersEachRecipient {
            for _ in transactions.front.acceptedFurther.indices.dropFirst(transactions.front.isFirstAccepted ? 0 : 1) {
                expected.append(.endOfData)
            }
        }
    }
}
