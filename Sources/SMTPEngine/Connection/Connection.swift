internal import MailModel
internal import NIOCore

/// A connection as a task sees it: messages go in by batches, one hop to its event loop each.
///
/// Cancelling the task that waits here stops the connection: what has begun is finished within the grace period, the rest
/// is given back. What becomes of it, the plan's owner hears as it happens.
struct Connection: Sendable {
    private let handler: NIOLoopBound<SessionHandler>

    /// A connection that is not made yet.
    ///
    /// - Parameters:
    ///   - plan: what it is told.
    ///   - loop: its event loop.
    ///   - round: that of the loop; one of its own by default.
    /// - Returns: the connection.
    static func make(_ plan: ConnectionPlan, on loop: any EventLoop, round: WriteRound? = nil) async -> Connection {
        await withCheckedContinuation { continuation in
            loop.execute {
                let handler = SessionHandler(plan: plan, loop: loop, round: round ?? WriteRound(on: loop))
                continuation.resume(returning: Connection(handler: NIOLoopBound(handler, eventLoop: loop)))
            }
        }
    }

    /// Connects and goes through the handshake.
    ///
    /// - Returns: whether mail can be sent.
    func open() async -> Bool {
        switch await perform({ $0.open($1) }) {
        case .more: true
        case .ended: false
        }
    }

    /// Hands over a batch, and waits until the next one should be fetched.
    func deliver(_ batch: [OutgoingMessage]) async -> Demand {
        await perform { $0.deliver(batch, $1) }
    }

    /// Waits until everything is answered and the connection closed.
    func finish() async {
        _ = await perform { $0.finish($1) }
    }

    private func perform(
        _ body: @escaping @Sendable (SessionHandler, CheckedContinuation<Demand, Never>) -> Void
    ) async -> Demand {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                handler.eventLoop.execute { body(handler.value, continuation) }
            }
        } onCancel: {
            handler.eventLoop.execute { handler.value.stop() }
        }
    }
}
