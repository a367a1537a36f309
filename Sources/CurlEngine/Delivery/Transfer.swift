internal import Authentication
internal import MailModel

/// One message on its way through libcurl: hands out its bytes, sets the marks, keeps the time.
///
/// Belongs to the thread of its connection; libcurl's callbacks, which run on that thread, are translated into its
/// calls.
final class Transfer {
    /// What the connection shows.
    private(set) var log: ResponseLog
    /// Whether the marks are set, since the last byte was handed over.
    private var isMarked = false
    /// Content bytes that libcurl has written, the dots that it added among them.
    private var writtenBytes = 0
    private var wasEndedEarly = false
    /// The session of the connection, once it is ready for mail.
    private(set) var session: SessionID?
    /// The TLS version of the last handshake, as libcurl tells it.
    private var tlsVersion: String?
    /// Messages for which MAIL was said on this connection.
    private(set) var messagesOnConnection = 0

    private let settings: TransportSettings
    private let observer: any DeliveryObserver
    private let queue: DeliveryQueue
    private let worker: Int
    private var message: OutgoingMessage?
    /// Content not yet handed to libcurl: the run, and where in it.
    private var runIndex = 0
    private var runOffset = 0
    private var handedBytes = 0
    private var totalBytes = 0
    /// When the connection last showed that it lives.
    private var lastEvent = ContinuousClock.now

    /// - Parameters:
    ///   - settings: the relay.
    ///   - mechanisms: the ways of logging in that libcurl is left with.
    ///   - observer: what hears of sessions and marks.
    ///   - queue: who is told of sessions, and says when to stop.
    ///   - worker: the number of the connection's thread.
    init(
        settings: TransportSettings,
        mechanisms: [SASLMechanism] = [],
        observer: any DeliveryObserver,
        queue: DeliveryQueue,
        worker: Int
    ) {
        self.settings = settings
        self.observer = observer
        self.queue = queue
        self.worker = worker
        var demands = SessionDemands(tls: settings.tls, needsLogin: settings.login != nil)
        demands.mechanisms = mechanisms.map(\.rawValue)
        demands.allowsClear = settings.allowsClearLogin
        log = ResponseLog(demands: demands)
    }

    /// Whether the message may have been ended, so that only the server knows what became of it.
    ///
    /// libcurl writes the final dot only behind the last byte of the content.
    var mayBeEnded: Bool { wasEndedEarly || (isMarked && writtenBytes >= totalBytes) }

    func begin(_ message: OutgoingMessage) {
        self.message = message
        log.begin(message)
        isMarked = false
        writtenBytes = 0
        wasEndedEarly = false
        runIndex = 0
        runOffset = 0
        handedBytes = 0
        totalBytes = message.content.size
        lastEvent = .now
    }

    func sent(_ line: Span<UInt8>, endpoint: () -> String) {
        lastEvent = .now
        let wasInTransaction = log.isInTransaction
        log.sent(line)
        guard log.isInTransaction, !wasInTransaction else { return }
        messagesOnConnection += 1
        guard session == nil else { return }
        session = observer.sessionOpened(
            SessionFacts(
                host: settings.host,
                endpoint: endpoint(),
                tls: log.isSecured ? tlsVersion : nil,
                authMechanism: log.mechanism
            )
        )
        queue.sessionOpened(worker)
    }

    func received(_ line: Span<UInt8>) -> Bool {
        lastEvent = .now
        if log.phase == .connect {
            session = nil
            messagesOnConnection = 0
        }
        // libcurl reads nothing while it sends the content: it took the message for sent, and ended it.
        if log.phase == .content {
            handOver()
            wasEndedEarly = true
            return log.stop(.breach("a reply within the message"))
        }
        guard log.received(line) else { return false }
        if totalBytes == 0, log.phase == .content { handOver() }
        return true
    }

    /// libcurl closed the connection.
    func connectionClosed() { messagesOnConnection = 0 }

    /// libcurl tells something in words; two of them matter.
    func told(_ text: Span<UInt8>) {
        // "SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384"
        if let rest = Self.rest(of: text, behind: "SSL connection using ") {
            tlsVersion = String(decoding: rest.prefix { $0 > 0x20 }, as: UTF8.self)
        } else if Self.rest(of: text, behind: "Excessive server response line length") != nil {
            _ = log.stop(.breach("a line without end, at \(log.phase.phrase)"))
        }
    }

    func wrote(_ count: Int) {
        lastEvent = .now
        writtenBytes += count
    }

    /// The next piece of the content.
    ///
    /// - Parameter limit: how many bytes fit.
    /// - Returns: a range of one run, or nil when all was handed over.
    func nextPiece(upTo limit: Int) -> MessageContent.Run? {
        guard let content = message?.content else { return nil }
        while runIndex <= content.rest.count {
            let run = runIndex == 0 ? content.first : content.rest[runIndex - 1]
            let start = run.range.lowerBound + runOffset
            let count = min(limit, run.range.upperBound - start)
            if count > 0 {
                runOffset += count
                handedBytes += count
                return .init(storage: run.storage, range: start..<start + count)
            }
            guard start == run.range.upperBound else { return nil }
            runIndex += 1
            runOffset = 0
        }
        return nil
    }

    /// Sets the marks when what was just taken has the last byte: libcurl ends the message by itself behind it.
    func markIfLast() {
        lastEvent = .now
        if handedBytes == totalBytes { handOver() }
    }

    private func handOver() {
        guard !isMarked, let message else { return }
        isMarked = true
        for (index, recipient) in message.envelope.allRecipients.enumerated() where log.isAccepted(index) {
            observer.willHandOver(recipient.id)
        }
        log.contentEnded()
    }

    private static func rest(of text: Span<UInt8>, behind prefix: StaticString) -> [UInt8]? {
        let prefix = prefix.description.utf8
        guard text.count >= prefix.count else { return nil }
        for (index, byte) in prefix.enumerated() where text[index] != byte { return nil }
        return (prefix.count..<text.count).map { text[$0] }
    }
}

extension Transfer {
    /// Whether libcurl may go on; asked at least once a second.
    ///
    /// - Parameter isConnected: whether the connection is made, TLS included; asked only when it matters.
    /// - Returns: false to stop the transfer; the log then says why.
    func mayGoOn(isConnected: () -> Bool) -> Bool {
        if let halt = log.halt { return log.stop(halt) }
        let now = ContinuousClock.now
        if let deadline = queue.stopDeadline, !log.isInTransaction || now > deadline { return log.stop(.stopped) }
        // The message's fate is known behind a QUIT; nobody has to wait long for good manners.
        var limit = log.isQuitting ? min(settings.timeouts.reply, .seconds(5)) : timeLimit
        guard now > lastEvent + limit else { return true }
        // libcurl does not tell of the connection itself, so that the wait for the greeting shows only here.
        if log.phase == .connect, isConnected() { limit += settings.timeouts.reply }
        guard now > lastEvent + limit else { return true }
        return log.stop(.timeout(UInt32(clamping: max(1, limit.components.seconds))))
    }

    private var timeLimit: Duration {
        switch log.phase {
        case .connect, .resolve, .tlsHandshake: settings.timeouts.connect
        case .endOfData: settings.timeouts.endOfData
        case .greeting, .hello, .startTLS, .auth, .mail, .recipient, .data, .content, .reset, .quit:
            settings.timeouts.reply
        }
    }
}
