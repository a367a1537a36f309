internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import SMTPProtocol

/// One connection, bound to its event loop: moves bytes between the channel and the `Session`, which decides.
///
/// It owns the queue of messages that wait for the session, the clock, and the order in which things become known: reports
/// first, then hand-over marks, then bytes.
final class SessionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    let plan: ConnectionPlan
    let loop: any EventLoop
    let round: WriteRound
    /// Who logs in, with the access token that holds now.
    var login: Login?
    var session: Session
    var parser = ReplyParser()
    var inbound = ByteBuffer()
    var outbound = ByteBuffer()
    var context: ChannelHandlerContext?
    var sessionID: SessionID?

    /// Messages that wait for the session, from `nextMessage` on.
    var queue: [OutgoingMessage] = []
    var nextMessage = 0
    /// More is asked for when no more than this wait.
    var lowWater = 0

    /// The task that waits for demand or for the end.
    var waiter: CheckedContinuation<Demand, Never>?
    var isOpened = false
    /// Whether the server has decided an outcome.
    var isProved = false
    var isHandshaking = false
    /// Whether no more messages will come.
    var isFinishing = false
    /// Whether the run was told to stop: nothing new is begun.
    var isStopping = false
    var ending: SessionEnd?

    /// When the server last did what it was asked, or we last began something.
    var lastProgress = NIODeadline.now()
    var timer: (deadline: NIODeadline, task: Scheduled<Void>)?

    init(plan: ConnectionPlan, loop: any EventLoop, round: WriteRound) {
        self.plan = plan
        self.loop = loop
        self.round = round
        login = plan.session.login
        session = Session(settings: plan.session)
    }

    var waiting: Int { queue.count - nextMessage }

    // MARK: What the task asks for

    func open(_ continuation: CheckedContinuation<Demand, Never>) {
        waiter = continuation
        // Told to stop before it began.
        if ending != nil { return resumeEnded() }
        prepareLogin()
    }

    func deliver(_ batch: [OutgoingMessage], _ continuation: CheckedContinuation<Demand, Never>) {
        waiter = continuation
        guard ending == nil else {
            plan.heard(.gaveBack(batch))
            return resumeEnded()
        }
        if nextMessage == queue.count {
            queue = batch
            nextMessage = 0
        } else {
            queue.removeFirst(nextMessage)
            nextMessage = 0
            queue.append(contentsOf: batch)
        }
        lowWater = batch.count / 2
        pump()
    }

    func finish(_ continuation: CheckedContinuation<Demand, Never>) {
        waiter = continuation
        isFinishing = true
        if ending != nil { return resumeEnded() }
        pump()
    }

    /// Begins nothing new; what has begun may go on for the grace period.
    func stop() {
        guard !isStopping else { return }
        isStopping = true
        guard ending == nil else { return }
        guard isOpened else {
            return finish(session.fail(SessionEnd(kind: .quit, phase: .connect, cause: .connection("told to stop"))))
        }
        loop.assumeIsolated().scheduleTask(in: TimeAmount(plan.grace)) { [weak self] in
            guard let self, ending == nil else { return }
            let cause = FailureCause.connection("told to stop, and the grace period is over")
            finish(session.fail(SessionEnd(kind: .quit, phase: session.currentPhase, cause: cause)))
        }
        pump()
    }

    // MARK: How it ends

    /// The session is over: everything is reported, the channel closed, owner and waiting task told.
    ///
    /// The task may be waiting for mail instead, for as long as it takes: so the owner hears of the end here and now.
    func finish(_ end: SessionEnd) {
        guard ending == nil else { return }
        let end = reconsidered(end)
        ending = end
        flush()
        timer?.task.cancel()
        timer = nil
        context?.close(promise: nil)
        let leftover = Array(queue[nextMessage...])
        queue = []
        nextMessage = 0
        if !leftover.isEmpty { plan.heard(.gaveBack(leftover)) }
        plan.heard(.ended(end))
        resumeEnded()
    }

    private func resumeEnded() {
        waiter?.resume(returning: .ended)
        waiter = nil
    }

    /// Tells the waiting task that it can fetch more.
    func askForMore() {
        guard isOpened, !isFinishing, !isStopping, waiting <= lowWater, let waiter else { return }
        self.waiter = nil
        waiter.resume(returning: .more)
    }
}

@available(*, unavailable)
extension SessionHandler: Sendable {}
