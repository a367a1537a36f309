internal import NIOCore

/// The connections of one event loop that have heard something and are to speak: all read first, then all write.
///
/// A server that serves its connections one by one would otherwise go to sleep and be woken for each message: waking costs
/// both sides more than the message.
struct WriteRound: Sendable {
    private let waiting: NIOLoopBoundBox<[SessionHandler]>

    /// A round of a loop.
    init(on loop: any EventLoop) {
        waiting = .makeBoxSendingValue([], eventLoop: loop)
    }

    /// Has a connection of this loop speak once everything that has arrived is read; call it on the loop.
    func join(_ handler: SessionHandler) {
        let isFirst = waiting.withValue { waiting in
            waiting.append(handler)
            return waiting.count == 1
        }
        guard isFirst else { return }
        // Tasks run behind the events that came together.
        waiting.eventLoop.assumeIsolated().execute { [waiting] in
            let all = waiting.withValue { waiting in
                defer { waiting = [] }
                return waiting
            }
            for handler in all { handler.pump() }
        }
    }
}
