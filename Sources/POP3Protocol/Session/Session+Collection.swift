package import MailModel

extension Session {
    /// What is left to do with the listed messages, and the batch that is not committed yet; indexes into the list.
    struct Collection {
        var steps: [CollectionStep] = []
        var next = 0
        /// Messages that are to be fetched after all, or of which the header is to be kept.
        var followUps: [Expected] = []
        var deletions: [Int] = []
        /// Whole messages of the batch; those that are header only are not deleted.
        var batch: [(index: Int, isHeaderOnly: Bool)] = []
        var batchCommands = 0
        var batchBytes = 0
        var confirmed = 0
        /// Whether the last command was a STAT and its reply came as it should.
        var isSynchronised = false
        /// Whether a DELE was sent, whatever became of it.
        var hasDeleted = false
        /// The header that is fetched for a comparison.
        var header: [UInt8] = []
        var isStopping = false
        var isUpdateConfirmed = false
    }

    /// The store has said what is to be done with each message, in order; what is missing is left alone.
    package mutating func planned(_ steps: [CollectionStep]) {
        precondition(phase == .planning, "planned() answers Event.plan")
        collection.steps = Array(steps.prefix(listing.messages.count))
        phase = .collecting
    }

    /// The store has said whether it has the message of ``Event/compare(_:header:)``.
    package mutating func compared(isStored: Bool) {
        guard case .comparing(let index) = phase else { preconditionFailure("compared() answers Event.compare") }
        phase = .collecting
        if !isStored {
            collection.followUps.append(.retrieve(index))
        } else if !settings.keepOnServer {
            collection.deletions.append(index)
        }
    }

    /// The store has made the batch safe.
    package mutating func committed() {
        precondition(phase == .committing, "committed() answers Event.commit")
        phase = .collecting
        summary.fetched += collection.batch.count
        for message in collection.batch {
            if message.isHeaderOnly {
                summary.left += 1
            } else if !settings.keepOnServer {
                collection.deletions.append(message.index)
            }
        }
        startBatch()
    }

    /// No more messages are to be fetched: the batch is committed, its messages are deleted and the session ends.
    package mutating func stop() { collection.isStopping = true }

    /// Asks for a reply, so that the server does not think that nobody is there.
    ///
    /// - Returns: whether ``Event/alive`` is to come; false while other replies are awaited.
    package mutating func keepAlive() -> Bool {
        guard case .status = reading, expected.isEmpty else { return false }
        send(.noOperation, expecting: .noOperation)
        return true
    }

    /// The store cannot keep what was fetched: deletions are taken back and the session ends, if that can be said now.
    ///
    /// - Returns: whether the session goes on until ``Event/finished``; otherwise the connection is to be closed.
    package mutating func abandon() -> Bool {
        guard case .status = reading, expected.isEmpty, !lines.isWithinLine, phase != .opening, phase != .over else {
            return false
        }
        phase = .quitting
        send(.reset, expecting: .reset)
        return true
    }

    /// Sends what can be sent, and says what the engine has to do once all replies have come.
    mutating func advance() -> Event? {
        guard phase == .collecting else { return nil }
        let window = capabilities.pipelines ? settings.limits.pipelinedCommands : 1
        while expected.count < window, sendNext() {}
        guard expected.isEmpty else { return nil }
        let isChanged = !collection.batch.isEmpty || collection.hasDeleted
        if isChanged, !collection.isSynchronised {
            send(.status, expecting: .barrier)
        } else if !collection.batch.isEmpty {
            phase = .committing
            return .commit
        } else {
            phase = .quitting
            send(.quit, expecting: .quit)
        }
        return nil
    }

    /// Sends one command for a message; false if none can be sent now.
    private mutating func sendNext() -> Bool {
        if !collection.deletions.isEmpty {
            let index = collection.deletions.removeFirst()
            collection.hasDeleted = true
            send(.delete(listing.messages[index].number), expecting: .delete(index))
            return true
        }
        if isBatchFull, collection.batch.isEmpty, expected.isEmpty { startBatch() }
        guard !isBatchFull, !collection.isStopping else { return false }
        if !collection.followUps.isEmpty {
            request(collection.followUps.removeFirst())
            return true
        }
        while collection.next < collection.steps.count {
            let index = collection.next
            collection.next += 1
            let isTooLarge = listing.messages[index].size > settings.maximumMessageBytes
            switch collection.steps[index] {
            case .leave: continue
            // Its header is stored and all that will be.
            case .compare where isTooLarge:
                summary.left += 1
                continue
            case .compare: request(.top(index, .compare))
            case .fetch: request(isTooLarge ? .top(index, .keep) : .retrieve(index))
            }
            return true
        }
        return false
    }

    private mutating func request(_ reply: Expected) {
        switch reply {
        case .retrieve(let index):
            collection.batchCommands += 1
            collection.batchBytes += listing.messages[index].size
            send(.retrieve(listing.messages[index].number), expecting: reply)
        case .top(let index, let purpose):
            if purpose == .keep { collection.batchCommands += 1 }
            send(.top(listing.messages[index].number, bodyLines: 0), expecting: reply)
        case .greeting, .capabilities, .startTLS, .utf8, .authentication, .status, .sizes, .uniqueIDs, .delete,
            .barrier,
            .noOperation, .reset, .quit:
            preconditionFailure("only messages are requested")
        }
    }

    private var isBatchFull: Bool {
        collection.batchCommands >= settings.limits.batchMessages
            || collection.batchBytes >= settings.limits.batchBytes
    }

    private mutating func startBatch() {
        collection.batch = []
        collection.batchCommands = 0
        collection.batchBytes = 0
        collection.confirmed = 0
    }
}
