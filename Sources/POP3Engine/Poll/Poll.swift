internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import POP3Protocol

/// One session with one mailbox: moves bytes and asks the store, and decides nothing.
final class Poll {
    let settings: MailboxSettings
    let store: any CollectedMailStore
    let peer: String
    let connection: Connection
    let tls: TLSContext?
    let loop: any EventLoop
    var session: Session
    var input = ByteBuffer()
    /// Until when the reply that is awaited must have come, and the progress at which that was set.
    var deadline = NIODeadline.now()
    var progress = -1

    var steps = FileSteps()
    var openFile: MessageFile?
    /// The message that is coming in.
    var current: FetchedMessage?
    /// Whole messages that are not committed yet.
    var whole: [FetchedMessage] = []
    /// How many of them have their files; the steps of the others are gathered only.
    var written = 0

    init(
        _ settings: MailboxSettings,
        store: any CollectedMailStore,
        peer: String,
        connection: Connection,
        tls: TLSContext?,
        loop: any EventLoop
    ) {
        self.settings = settings
        self.store = store
        self.peer = peer
        self.connection = connection
        self.tls = tls
        self.loop = loop
        session = Session(SessionSettings(settings))
    }

    /// Runs the session to its end.
    func run() async throws(CollectFailure) -> PollSummary {
        while true {
            let event = nextEvent()
            if let result = try await handle(event) { return result }
        }
    }

    /// What the session wants next of the bytes that are there; those that belong to a message are gathered.
    private func nextEvent() -> Session.Event {
        while true {
            var used = 0
            let event = session.receive(input.readableBytesUInt8Span, from: &used)
            switch event {
            case .bytes(let range):
                let start = input.readerIndex + range.lowerBound
                steps.append(input.getSlice(at: start, length: range.count)?.readableBytesView ?? ByteBufferView())
                current?.byteCount += range.count
            case .carriageReturn:
                steps.append(CollectionOfOne(0x0D))
                current?.byteCount += 1
            case .more, .startTLS, .plan, .begin, .end, .discard, .compare, .commit, .alive, .finished, .failed:
                input.moveReaderIndex(forwardBy: used)
                return event
            }
            input.moveReaderIndex(forwardBy: used)
        }
    }

    /// Does what the session wants; the result when it is over.
    private func handle(_ event: Session.Event) async throws(CollectFailure) -> PollSummary? {
        switch event {
        case .more:
            if steps.isWorthDoing { try await performSteps() }
            return try await exchange()
        case .startTLS: try await startTLS()
        case .plan:
            settings.login.wasAccepted()
            try await plan()
        case .begin(let message): try await begin(message)
        case .end(let isHeaderOnly): finishMessage(isHeaderOnly: isHeaderOnly)
        case .discard:
            steps.discard()
            current = nil
        case .compare(let message, let header): try await compare(message, header)
        case .commit: try await commit()
        case .bytes, .carriageReturn, .alive: break
        case .finished: return session.result
        case .failed(let failure): throw await settle(failure)
        }
        return nil
    }

    /// Sends what is to be sent and waits for bytes; what interrupts that is the session's to judge.
    func exchange() async throws(CollectFailure) -> PollSummary? {
        if Task.isCancelled { session.stop() }
        let output = session.takeOutput()
        if !output.isEmpty { connection.send(output) }
        let limit = session.isQuitting ? settings.timeouts.endOfData : settings.timeouts.reply
        if session.progress != progress || !output.isEmpty {
            progress = session.progress
            deadline = .now() + TimeAmount(limit)
        }
        do {
            input = try await connection.receive(by: deadline)
            return nil
        } catch {
            switch session.interrupted(interruption(error, limit: limit)) {
            case .finished: return session.result
            case .failed(var failure):
                if case .untrusted = error { failure.code = .untrusted }
                throw await settle(failure)
            case .more, .startTLS, .plan, .begin, .bytes, .carriageReturn, .end, .discard, .compare, .commit, .alive:
                return nil
            }
        }
    }

    private func interruption(_ end: ConnectionEnd, limit: Duration) -> Session.Interruption {
        switch end {
        case .closed: .closed
        case .broken(let text), .untrusted(let text): .broken(text)
        case .timeout: .timeout(seconds: Int(limit.components.seconds))
        case .stopped: .stopped
        case .injected: .broken("bytes in the clear where TLS begins")
        }
    }

    private func startTLS() async throws(CollectFailure) {
        guard let tls else { preconditionFailure("a session begins TLS only where its settings say so") }
        do throws(ConnectionEnd) {
            guard input.readableBytes == 0 else { throw .injected }
            session.channelBinding = try await connection.startTLS(
                tls,
                by: .now() + TimeAmount(settings.timeouts.connect)
            )
        } catch {
            throw CollectFailure(error, phase: "beginning TLS", peer: peer)
        }
        session.secured()
    }
}
