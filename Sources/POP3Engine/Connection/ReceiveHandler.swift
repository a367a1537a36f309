internal import NIOCore
internal import NIOSSL
internal import NIOTLS
internal import TransportSecurity

/// Holds what has arrived until it is asked for: nothing is read from the socket that nobody waits for.
///
/// Bound to its event loop; ``Connection`` is what others see.
final class ReceiveHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private var context: ChannelHandlerContext?
    private var arrived: ByteBuffer?
    private var end: ConnectionEnd?
    private var waiter: EventLoopPromise<ByteBuffer>?
    private var handshake: EventLoopPromise<PeerCertificate>?
    private var timer: Scheduled<Void>?
    private var stopBy: NIODeadline?
    private let witness = CertificateWitness()

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        if arrived == nil {
            arrived = buffer
        } else {
            arrived?.writeBuffer(&buffer)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        deliver()
        context.fireChannelReadComplete()
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.closed)
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event {
            timer?.cancel()
            let handler = try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
            handshake?.succeed(PeerCertificate(handler?.peerCertificate))
            handshake = nil
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(ConnectionEnd(error, certificate: witness.finding))
        context.close(promise: nil)
    }

    /// The next bytes, at least one.
    ///
    /// - Parameters:
    ///   - deadline: until when to wait.
    ///   - loop: the loop that this runs on.
    /// - Returns: a future that fails with `ConnectionEnd`.
    func receive(by deadline: NIODeadline, on loop: any EventLoop) -> EventLoopFuture<ByteBuffer> {
        let promise = loop.makePromise(of: ByteBuffer.self)
        waiter = promise
        deliver()
        guard waiter != nil else { return promise.futureResult }
        if let end {
            waiter = nil
            promise.fail(end)
            return promise.futureResult
        }
        startTimer(deadline, on: loop)
        context?.read()
        return promise.futureResult
    }

    /// Begins TLS.
    ///
    /// - Parameters:
    ///   - tls: what is trusted.
    ///   - deadline: until when the handshake must be over.
    ///   - loop: the loop that this runs on.
    /// - Returns: a future of the server's certificate that fails with `ConnectionEnd`.
    func startTLS(
        _ tls: TLSContext,
        by deadline: NIODeadline,
        on loop: any EventLoop
    ) -> EventLoopFuture<PeerCertificate> {
        let promise = loop.makePromise(of: PeerCertificate.self)
        guard end == nil, arrived == nil, let context else {
            promise.fail(end ?? (arrived == nil ? .closed : .injected))
            return promise.futureResult
        }
        handshake = promise
        startTimer(deadline, on: loop)
        do {
            try context.pipeline.syncOperations.addHandler(tls.makeHandler(witness), position: .first)
            context.read()
        } catch {
            finish(ConnectionEnd(error, certificate: nil))
        }
        return promise.futureResult
    }

    /// The task was cancelled: whatever is waited for, it is not waited for any longer than this.
    ///
    /// The first call counts; each wait of a cancelled task makes another.
    func stop(by deadline: NIODeadline, on loop: any EventLoop) {
        guard stopBy == nil else { return }
        stopBy = deadline
        if waiter != nil || handshake != nil { startTimer(deadline, on: loop) }
    }

    private func startTimer(_ deadline: NIODeadline, on loop: any EventLoop) {
        timer?.cancel()
        let isStop = stopBy.map { $0 <= deadline } ?? false
        timer = loop.assumeIsolated().scheduleTask(deadline: isStop ? stopBy ?? deadline : deadline) {
            self.finish(isStop ? .stopped : .timeout)
            self.context?.close(promise: nil)
        }
    }

    private func deliver() {
        guard let waiter, let buffer = arrived else { return }
        arrived = nil
        self.waiter = nil
        timer?.cancel()
        waiter.succeed(buffer)
    }

    private func finish(_ reason: ConnectionEnd) {
        deliver()
        if end == nil { end = reason }
        let end = end ?? reason
        timer?.cancel()
        waiter?.fail(end)
        waiter = nil
        handshake?.fail(end)
        handshake = nil
    }
}

@available(*, unavailable)
extension ReceiveHandler: Sendable {}
