internal import MailModel

/// One kept connection to the relay, on a thread of its own: takes messages from the queue and tells what became of them.
///
/// libcurl waits for the reply to the end of a message inside its own call and lets no other transfer of the same
/// multi handle go on meanwhile (7.88; `smtp_done`): connections that share one would wait for each other's replies.
/// So each connection has its own handle and thread.
struct RelayConnection {
    private let queue: DeliveryQueue
    private let number: Int
    private let transfer: Transfer
    private let handle: CurlHandle
    private let peer: String

    /// The wait behind a session that could not be made; doubled with each.
    private static let firstPause = Duration.milliseconds(500)

    /// Prepares; nothing is connected before the first message.
    ///
    /// - Throws: `TransportFailure` when the settings cannot work.
    init(number: Int, queue: DeliveryQueue, trust: TrustStore) throws(TransportFailure) {
        self.queue = queue
        self.number = number
        peer = "\(queue.settings.host):\(queue.settings.port)"
        let options = try queue.settings.login.map { login throws(TransportFailure) in
            try LoginOptions(queue.settings, login, hasSCRAM: CurlHandle.hasSCRAM)
        }
        transfer = Transfer(
            settings: queue.settings,
            mechanisms: options?.mechanisms ?? [],
            observer: queue.observer,
            queue: queue,
            worker: number
        )
        handle = try CurlHandle(settings: queue.settings, login: options, trust: trust, transfer: transfer)
    }

    /// Works until there is nothing left.
    func run() {
        var pause = Self.firstPause
        while case .send(let entry, let instant) = queue.next(for: number) {
            if let instant, !queue.sleep(number, until: instant) {
                queue.report(entry.message, .released(.connection("the run was stopped")), phase: .connect)
                queue.finished(number)
                break
            }
            if send(entry) {
                pause = Self.firstPause
                continue
            }
            // The server does not want a session now, though it has others or had one before.
            guard queue.sleep(number, until: .now + pause) else { break }
            pause = min(pause * 2, .seconds(30))
        }
        handle.close()
    }

    /// Sends one message and reports; false when no session could be had for it.
    private func send(_ entry: DeliveryQueue.Entry) -> Bool {
        let message = entry.message
        let login: Login?
        do throws(TokenFailure) {
            login = try queue.settings.login?.withCurrentToken()
        } catch {
            let cause = FailureCause.connection(error.message)
            let code: TransportFailure.Code = error.isRefusal ? .loginRefused : .configuration
            let failure = TransportFailure(code: code, phase: .auth, peer: peer, cause: cause)
            return !queue.sessionRefused(number, entry, failure)
        }
        // A kept connection goes on as who it is: libcurl would close it for another token.
        if transfer.messagesOnConnection == 0, case .token(let token) = login?.proof { handle.use(token: token) }
        if let obstacle = obstacle(to: message) {
            queue.report(message, .failed(.unsupported(obstacle)), phase: .mail)
            queue.finished(number)
            return true
        }
        let isLast = transfer.messagesOnConnection + 1 >= queue.settings.messagesPerConnection
        transfer.begin(message)
        let end = handle.perform(message, closesBehind: isLast)
        if end.code != .ok || isLast {
            transfer.connectionClosed()
            queue.sessionClosed(number)
        }

        let verdict = TransferJudgement.judge(
            end,
            transfer.log,
            message,
            mayBeEnded: transfer.mayBeEnded,
            peer: peer
        )
        switch verdict {
        case .outcomes(let outcomes):
            if transfer.log.isInTransaction { login?.wasAccepted() }
            for (recipient, result) in zip(message.envelope.allRecipients, outcomes) {
                queue.observer.record(
                    DeliveryReport(
                        id: recipient.id,
                        outcome: result.outcome,
                        phase: result.phase,
                        session: transfer.log.isInTransaction ? transfer.session : nil
                    )
                )
            }
            queue.finished(number)
        case .another(let cause, let phase):
            if entry.wasTriedAgain || queue.stopDeadline != nil {
                let outcome: RecipientOutcome = queue.stopDeadline != nil ? .released(cause) : .deferred(cause)
                queue.report(message, outcome, phase: phase, session: transfer.session)
                queue.finished(number)
            } else {
                queue.giveBack(number, DeliveryQueue.Entry(message: message, wasTriedAgain: true), cause, phase)
            }
        case .noSession(let failure):
            if queue.stopDeadline != nil {
                queue.report(message, .released(failure.cause), phase: failure.phase)
                queue.finished(number)
                return true
            }
            // A refused token may only have expired: then another one is worth a try.
            if failure.code == .loginRefused, case .reply(let reply) = failure.cause,
                login?.isWorthAnotherToken(reply.description) == true
            {
                queue.giveBack(number, entry, failure.cause, failure.phase)
                return true
            }
            // When nobody has a session, the queue stops and the next turn ends.
            return !queue.sessionRefused(number, entry, failure)
        }
        return true
    }

    private func obstacle(to message: OutgoingMessage) -> String? {
        if let obstacle = message.envelope.obstacle { return obstacle }
        return transfer.log.hasOffer ? transfer.log.offer.obstacle(to: message) : nil
    }
}
