extension ServerSession {
    /// Carries out a command.
    ///
    /// - Parameter line: the line without its CR LF.
    /// - Returns: what the driver has to do first, or nil to go on.
    mutating func command(_ line: Span<UInt8>) -> ServerEvent? {
        var length = 0
        guard let verb = ServerVerb(line, length: &length) else {
            complain(.unknownCommand)
            return nil
        }
        do throws(ServerReply) {
            return try perform(verb, line, length)
        } catch {
            complain(error)
            return nil
        }
    }

    private mutating func perform(
        _ verb: ServerVerb,
        _ line: Span<UInt8>,
        _ length: Int
    ) throws(ServerReply) -> ServerEvent? {
        let hasArguments = (length..<line.count).contains { line[$0] != 0x20 }
        switch verb {
        case .ehlo, .helo:
            guard hasArguments else { throw .helloArgument }
            hello(isExtended: verb == .ehlo)
        case .mail: try mail(line, length)
        case .rcpt: return try recipient(line, length)
        case .data:
            guard !hasArguments else { throw .noArguments }
            try data()
        case .bdat: try chunk(line, length)
        case .rset:
            guard !hasArguments else { throw .noArguments }
            reset()
            send(.ok)
        case .noop: send(.ok)
        case .vrfy: send(.cannotVerify)
        case .help: send(.help)
        case .auth: return try authenticate(line, length)
        case .quit:
            guard !hasArguments else { throw .noArguments }
            end(.goodbye)
        case .expn, .startTLS: throw .notImplemented
        }
        return nil
    }

    private mutating func mail(_ line: Span<UInt8>, _ length: Int) throws(ServerReply) {
        guard isGreeted else { throw .helloFirst }
        guard !transaction.isOpen else { throw .nestedMail }
        guard ServerScan.matches(line, at: length, " from:"), let path = ServerPath(line, from: length + 6) else {
            throw .mailSyntax
        }
        let parameters = try ServerMailParameters(line, from: path.end)
        guard path.mailbox.isEmpty || path.isValid(line) else { throw .badSender }
        guard !path.isUTF8 || parameters.isUTF8 else { throw .needsUTF8 }
        guard parameters.size <= limits.messageBytes else {
            send(.messageTooLarge)
            return
        }
        transaction.open(line, path: path.mailbox, parameters)
        send(.senderOk)
    }

    private mutating func recipient(_ line: Span<UInt8>, _ length: Int) throws(ServerReply) -> ServerEvent? {
        guard transaction.isOpen else { throw .mailFirst }
        guard !transaction.isChunked else { throw .chunksBegun }
        guard ServerScan.matches(line, at: length, " to:"), let path = ServerPath(line, from: length + 4) else {
            throw .recipientSyntax
        }
        let parameters = try ServerRecipientParameters(line, from: path.end)
        guard path.isPostmaster(line) || path.isValid(line) else { throw .badRecipient }
        guard !path.isUTF8 || transaction.isUTF8 else { throw .needsUTF8 }
        guard transaction.recipients.count < limits.recipients else {
            send(.tooManyRecipients)
            return nil
        }
        transaction.propose(line, path: path.mailbox, parameters)
        stage = .awaitingRecipient
        return .recipient
    }

    /// Answers the recipient that was named.
    package mutating func answerRecipient(_ decision: RecipientDecision) {
        guard case .awaitingRecipient = stage else { preconditionFailure("no recipient was asked about") }
        stage = .command
        switch decision {
        case .accept(let keeping, let tag):
            transaction.acceptCandidate(keeping, tag: tag)
            send(.recipientOk)
        case .refuse(let reply):
            transaction.refuseCandidate()
            send(reply)
        case .refuseAndClose(let reply): end(reply)
        case .drop: stage = .closed
        }
    }
}
