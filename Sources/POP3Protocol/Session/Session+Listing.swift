internal import MailModel

extension Session {
    private static let listingCommands: [(command: Command, reply: Expected)] = [
        (.status, .status), (.listSizes, .sizes), (.listUniqueIDs, .uniqueIDs),
    ]

    /// Sends what can be sent of STAT, LIST and UIDL, and asks for the plan when all have been answered.
    mutating func listingGoesOn() -> Event? {
        while nextListingCommand < Self.listingCommands.count, expected.isEmpty || capabilities.pipelines {
            let (command, reply) = Self.listingCommands[nextListingCommand]
            nextListingCommand += 1
            send(command, expecting: reply)
        }
        guard expected.isEmpty else { return nil }
        summary.listed = listing.messages.count
        if listing.messages.isEmpty {
            phase = .collecting
            return nil
        }
        phase = .planning
        return .plan
    }

    mutating func receiveListing(_ reply: StatusLine, to answered: Expected) -> Event? {
        switch (answered, reply.indicator) {
        case (_, .challenge): return failMismatch(reply, answered)
        case (.status, .ok):
            guard let count = Self.messageCount(reply) else { return failMismatch(reply, answered) }
            statedMessages = count
            return listingGoesOn()
        case (.sizes, .ok):
            reading = .sizeLines
            return nil
        case (.uniqueIDs, .ok):
            reading = .uniqueIDLines
            return nil
        // Quirk: servers refuse to list an empty mailbox (RFC 1939 §5, LIST, has an empty list).
        case (.sizes, .error) where statedMessages == 0: return listingGoesOn()
        // UIDL is optional (RFC 1939 §7).
        case (.uniqueIDs, .error): return listingGoesOn()
        default: return refuse(reply, answered, otherwise: .protocolBreach)
        }
    }

    /// The number of messages that a reply to STAT gives; nil if it is no such reply.
    ///
    ///     "+OK" SP nn SP mm
    static func messageCount(_ reply: StatusLine) -> Int? {
        let words = reply.text.utf8.split(maxSplits: 2) { $0 == 0x20 || $0 == 0x09 }
        guard words.count >= 2, ListEntry.number(Array(words[1])[...]) != nil else { return nil }
        guard words[0].allSatisfy({ (0x30...0x39).contains($0) }), words[1].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return ListEntry.number(Array(words[0])[...])
    }
}
