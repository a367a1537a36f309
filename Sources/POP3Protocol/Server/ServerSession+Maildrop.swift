extension ServerSession {
    /// Carries out a command of the TRANSACTION state (RFC 1939 §5).
    mutating func transact(_ verb: ServerCommand.Verb, _ command: ServerCommand, _ line: Span<UInt8>) -> ServerEvent? {
        guard verb != .user, verb != .pass else {
            complain("-ERR Logged in already")
            return nil
        }
        guard let numbers = command.numbers(line) else {
            complain("-ERR Arguments must be numbers")
            return nil
        }
        switch (verb, numbers.count) {
        case (.stat, 0):
            let sizes = kept.map { maildrop[$0].size }
            send(line: "+OK \(sizes.count) \(sizes.reduce(0, +))")
        case (.list, 0): list { "\($0.size)" }
        case (.uidl, 0): list { $0.uid }
        case (.list, 1): if let index = index(numbers[0]) { send(line: "+OK \(numbers[0]) \(maildrop[index].size)") }
        case (.uidl, 1): if let index = index(numbers[0]) { send(line: "+OK \(numbers[0]) \(maildrop[index].uid)") }
        case (.retr, 1): return retrieve(numbers[0], bodyLines: nil)
        case (.top, 2): return retrieve(numbers[0], bodyLines: numbers[1])
        case (.dele, 1):
            if let index = index(numbers[0]) {
                isDeleted[index] = true
                send("+OK Marked")
            }
        case (.rset, 0):
            for index in isDeleted.indices { isDeleted[index] = false }
            send("+OK Nothing is marked")
        case (.noop, 0): send("+OK")
        case (.quit, 0):
            stage = .awaitingDeletion
            return .delete
        default: complain("-ERR Wrong number of arguments")
        }
        return nil
    }

    /// The indices of the messages that are not marked.
    private var kept: [Int] { maildrop.indices.filter { !isDeleted[$0] } }

    /// The index of the message with this number; a refusal is written when there is none.
    private mutating func index(_ number: Int) -> Int? {
        guard maildrop.indices.contains(number - 1), !isDeleted[number - 1] else {
            send("-ERR No such message")
            return nil
        }
        return number - 1
    }

    private mutating func list(_ value: (ServerListing) -> String) {
        send(line: "+OK \(kept.count) messages")
        for index in kept { send(line: "\(index + 1) \(value(maildrop[index]))") }
        send(".")
    }

    private mutating func retrieve(_ number: Int, bodyLines: Int?) -> ServerEvent? {
        guard let index = index(number) else { return nil }
        stage = .awaitingMessage(bodyLines: bodyLines)
        return .message(index: index)
    }
}
