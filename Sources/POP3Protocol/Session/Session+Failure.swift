internal import Authentication
internal import MailModel

extension Session {
    /// What interrupted a session from outside.
    package enum Interruption: Sendable, Hashable {
        /// The server closed the connection.
        case closed
        /// The connection broke; the text says how.
        case broken(String)
        /// Nothing came in the time that the step has, in seconds.
        case timeout(seconds: Int)
        /// The program is to end.
        case stopped
    }

    /// The connection is gone, or is to be closed.
    ///
    /// - Returns: ``Event/finished`` when all was done and only the reply to QUIT is missing; what the server did not delete
    ///   is met again as known.
    package mutating func interrupted(_ interruption: Interruption) -> Event {
        if phase == .quitting || phase == .over {
            phase = .over
            return .finished
        }
        switch interruption {
        case .closed: return fail(.unreachable, "the server closed the connection")
        case .broken(let text): return fail(.unreachable, text)
        case .timeout(let seconds):
            return fail(.unreachable, "no reply within \(seconds) s")
        case .stopped: return fail(.tryLater, "stopped before the mailbox was collected")
        }
    }

    /// Ends the session; the activity is what was being done.
    mutating func fail(_ code: CollectFailure.Code, _ message: String) -> Event {
        let failure = SessionFailure(code: code, activity: activity, message: message)
        phase = .over
        return .failed(failure)
    }

    /// A reply that cannot belong to its command: nobody knows any more what belongs to what.
    mutating func failMismatch(_ reply: StatusLine, _ answered: Expected) -> Event {
        expected.insert(answered, at: 0)
        return fail(.protocolBreach, "a reply that cannot belong to the command: \"\(quote(reply))\"")
    }

    /// The server said no: its code decides, and its words are kept.
    mutating func refuse(_ reply: StatusLine, _ answered: Expected, otherwise code: CollectFailure.Code) -> Event {
        expected.insert(answered, at: 0)
        let decided: CollectFailure.Code =
            switch reply.code {
            case .inUse, .loginDelay, .systemTemporary: .tryLater
            case .authentication: .loginRefused
            case .systemPermanent: .unreachable
            case .other, nil: code
            }
        return fail(decided, quote(reply))
    }

    private func quote(_ reply: StatusLine) -> String {
        let status =
            switch reply.indicator {
            case .ok: "+OK"
            case .error: "-ERR"
            case .challenge: "+"
            }
        let words = secretFilter.filtered(reply.text)
        return words.isEmpty ? status : "\(status) \(words)"
    }
}
