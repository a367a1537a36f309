extension ServerSession {
    /// Carries out a command.
    ///
    /// - Returns: what the driver has to do first, or nil to go on.
    mutating func perform(_ command: ServerCommand, _ line: Span<UInt8>) -> ServerEvent? {
        guard let verb = command.verb else {
            complain("-ERR Command not recognised")
            return nil
        }
        if verb == .capa {
            capabilities()
            return nil
        }
        guard case .authorization(let user) = stage else { return transact(verb, command, line) }
        return authorize(verb, command, line, user)
    }

    private mutating func capabilities() {
        output.append(
            contentsOf: """
                +OK Capability list follows\r
                USER\r
                TOP\r
                UIDL\r
                PIPELINING\r
                RESP-CODES\r
                AUTH-RESP-CODE\r
                EXPIRE NEVER\r
                IMPLEMENTATION Martlet-sandbox\r
                .\r

                """.utf8
        )
    }

    private mutating func authorize(
        _ verb: ServerCommand.Verb,
        _ command: ServerCommand,
        _ line: Span<UInt8>,
        _ user: [UInt8]?
    ) -> ServerEvent? {
        let argument = command.argument.map { line[$0] }
        switch verb {
        case .user:
            guard !argument.isEmpty else {
                complain("-ERR Syntax: USER name")
                return nil
            }
            stage = .authorization(user: argument)
            send("+OK Send the password")
        case .pass:
            guard let user else {
                complain("-ERR Send USER first")
                return nil
            }
            login = Login(user: user, password: argument)
            stage = .awaitingLogin
            return .login
        case .quit: end("+OK Bye")
        case .capa, .stat, .list, .uidl, .top, .retr, .dele, .rset, .noop: complain("-ERR Log in first")
        }
        return nil
    }

    /// Answers who wanted to log in; the password is forgotten.
    package mutating func answerLogin(_ decision: LoginDecision) {
        guard case .awaitingLogin = stage else { preconditionFailure("nobody wanted to log in") }
        login = Login()
        stage = .authorization(user: nil)
        switch decision {
        case .open(let listings):
            maildrop = listings
            isDeleted = Array(repeating: false, count: listings.count)
            stage = .transaction
            send(line: "+OK \(listings.count) messages")
        case .refuse: complain("-ERR [AUTH] Wrong user or password")
        case .inUse: send("-ERR [IN-USE] Another session has this mailbox open")
        }
    }

    /// Answers QUIT.
    ///
    /// - Parameter isDone: whether what was marked is gone.
    package mutating func answerDeletion(isDone: Bool) {
        guard case .awaitingDeletion = stage else { preconditionFailure("nothing was to be deleted") }
        end(isDone ? "+OK Bye" : "-ERR [SYS/TEMP] Some messages were not deleted")
    }

    /// Answers RETR or TOP.
    ///
    /// - Parameter message: the whole message, or nil when it is there no more.
    package mutating func answerMessage(_ message: [UInt8]?) {
        guard case .awaitingMessage(let bodyLines) = stage else { preconditionFailure("no message was asked for") }
        stage = .transaction
        guard let message else {
            send("-ERR [SYS/TEMP] The message is gone")
            return
        }
        send(line: "+OK \(message.count) octets")
        ServerContent.append(message, bodyLines: bodyLines, to: &output)
    }
}
