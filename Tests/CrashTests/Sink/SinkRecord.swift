/// What a counting sink has received.
struct SinkRecord: Sendable {
    /// Complete messages by forward-path, as RCPT had it.
    var messages: [String: Int] = [:]
    /// The Message-IDs of each forward-path's messages.
    var messageIDs: [String: Set<String>] = [:]
    /// How many complete messages.
    var total = 0
    /// How many were begun: MAIL was taken.
    var begun = 0
    /// Connections that were made.
    var connections = 0
    /// Connections that the sink ended in the middle of what was going on.
    var drops = 0
    /// What no client may do: content for somebody else, a message without Message-ID, an unknown command.
    var breaches: [String] = []

    /// What went to these recipients alone.
    func only(_ addresses: [String]) -> SinkRecord {
        let wanted = Set(addresses)
        var part = self
        part.messages = messages.filter { wanted.contains($0.key) }
        part.messageIDs = messageIDs.filter { wanted.contains($0.key) }
        part.total = part.messages.values.reduce(0, +)
        return part
    }

    /// Whom more than one message reached.
    var doubled: [String] { messages.filter { $0.value > 1 }.keys.sorted() }
}

/// The instants at which a sink can be told to do something.
enum SinkEvent: CaseIterable, Sendable {
    /// RCPT has come, and is not answered.
    case recipient
    /// All of a message has come but its end.
    case content
    /// A message is complete and counted, and its reply is not written.
    case complete
    /// The reply to a complete message is written, or goes out with the next ones.
    case answered
}
