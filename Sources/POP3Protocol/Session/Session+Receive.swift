internal import Authentication
internal import MailModel

extension Session {
    /// Takes in what has arrived, up to the next thing that the engine has to do.
    ///
    /// Call it again with the rest until it says ``Event/more``. Nothing may be given between an event that asks for an
    /// answer and the answer.
    /// - Parameters:
    ///   - input: what has arrived.
    ///   - start: where to go on; moved behind what was used.
    /// - Returns: what the engine has to do next.
    package mutating func receive(_ input: Span<UInt8>, from start: inout Int) -> Event {
        while true {
            if case .status = reading, let event = advance() { return event }
            guard start < input.count, phase != .over else { return .more }
            let first = start
            let event = receiveSome(input, from: &start)
            bytesRead += start - first
            if let event { return event }
        }
    }

    private mutating func receiveSome(_ input: Span<UInt8>, from start: inout Int) -> Event? {
        if case .content(let content) = reading { return receiveContent(content, input, from: &start) }
        guard !expected.isEmpty || isReadingList else {
            return fail(.protocolBreach, "the server sent something that nothing had asked for")
        }
        do {
            guard try lines.read(input, from: &start) else { return nil }
        } catch {
            return fail(.protocolBreach, "the server sent a line of more than \(settings.limits.lineBytes) bytes")
        }
        let isLast = start == input.count
        switch reading {
        case .status: return receiveStatus(isLast: isLast)
        case .capabilityLines, .sizeLines, .uniqueIDLines: return receiveListLine()
        case .content: return nil
        }
    }

    private var isReadingList: Bool {
        switch reading {
        case .capabilityLines, .sizeLines, .uniqueIDLines: true
        case .status, .content: false
        }
    }

    private mutating func receiveStatus(isLast: Bool) -> Event? {
        guard let reply = StatusLine(lines.line) else { return failForeign() }
        repliesRead += 1
        collection.confirmed = collection.batch.count
        let answered = expected.removeFirst()
        switch answered {
        case .greeting, .capabilities, .startTLS, .utf8, .authentication:
            return receiveOpening(reply, to: answered, isLast: isLast)
        case .status, .sizes, .uniqueIDs: return receiveListing(reply, to: answered)
        case .retrieve, .top, .delete, .barrier, .noOperation, .reset, .quit:
            return receiveTransaction(reply, to: answered, isLast: isLast)
        }
    }

    private mutating func receiveListLine() -> Event? {
        var line = lines.line
        linesOfReply += 1
        if line == [0x2E] { return finishList() }
        if line.first == 0x2E { line.removeFirst() }
        switch reading {
        case .capabilityLines:
            guard linesOfReply <= Capabilities.ceiling else { return failEndless() }
            capabilities.add(line)
        case .sizeLines:
            guard linesOfReply <= settings.limits.listLines else { return failEndless() }
            listing.addSize(line)
        case .uniqueIDLines:
            guard linesOfReply <= settings.limits.listLines else { return failEndless() }
            listing.addUniqueID(line)
        case .status, .content: break
        }
        return nil
    }

    private mutating func finishList() -> Event? {
        let finished = reading
        reading = .status
        linesOfReply = 0
        switch finished {
        case .capabilityLines: return capabilitiesKnown()
        case .sizeLines:
            listing.finishSizes()
            return listingGoesOn()
        case .uniqueIDLines:
            listing.finishUniqueIDs()
            return listingGoesOn()
        case .status, .content: return nil
        }
    }

    private mutating func failEndless() -> Event {
        fail(.protocolBreach, "the list has no end after \(linesOfReply) lines")
    }

    private mutating func failForeign() -> Event {
        let quote = secretFilter.filtered(ServerText.masked(lines.line))
        if expected.first == .greeting {
            return fail(.protocolBreach, "this is no POP3 server: it greets with \"\(quote)\"")
        }
        return fail(.protocolBreach, "a reply that begins with neither +OK nor -ERR: \"\(quote)\"")
    }
}
