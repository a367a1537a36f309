internal import MailModel
internal import NIOCore
internal import NIOSSL
internal import NIOTLS
internal import SMTPProtocol

/// What the channel tells us.
extension SessionHandler {
    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        // The channel tells of its end first; without a channel nothing would ever come any more.
        if ending == nil { finish(session.connectionLost("the connection is gone")) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        guard ending == nil else { return }
        // What was handed over goes out before the next reply is looked at: it may be about that.
        if !session.handOvers.isEmpty { flush() }
        if inbound.readableBytes == 0 { inbound = bytes } else { inbound.writeBuffer(&bytes) }
        takeReplies()
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        guard ending == nil else { return }
        round.join(self)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard ending == nil, context.channel.isWritable, session.hasContent else { return }
        lastProgress = .now()
        pump()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent, ending == nil { handshakeCompleted() }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if ending == nil {
            let phase = isHandshaking ? "in the TLS handshake" : "at \(session.currentPhase.phrase)"
            finish(session.connectionLost("the server closed the connection \(phase)"))
        }
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard ending == nil else { return }
        if isHandshaking { return failHandshake(error) }
        if case NIOSSLError.uncleanShutdown = error {
            return finish(session.connectionLost("the server closed the connection without ending TLS"))
        }
        finish(session.connectionLost(ConnectFailure.text(error)))
    }

    /// Takes all complete replies out of the receive buffer.
    private func takeReplies() {
        var count = 0
        defer { if count > 0 { lastProgress = .now() } }
        while ending == nil {
            let result: Session.Result
            do {
                guard let reply = try Self.takeReply(in: inbound, &parser, &session) else { break }
                result = reply.result
                inbound.moveReaderIndex(forwardBy: reply.length)
                count += 1
            } catch {
                return finish(session.receive(error))
            }
            switch result {
            case .goOn: if inbound.readableBytes > 0, !session.handOvers.isEmpty { flush() }
            case .switchToTLS: switchToTLS()
            case .opened: opened()
            case .ended(let end): finish(end)
            }
        }
        // An empty buffer is let go, so that the channel can use its storage for the next read.
        if inbound.readableBytes == 0 { inbound = Self.empty }
    }

    /// The next complete reply, given to the session in place; nil when more bytes are needed.
    private static func takeReply(
        in buffer: ByteBuffer,
        _ parser: inout ReplyParser,
        _ session: inout Session
    ) throws(ReplyParser.Failure) -> (result: Session.Result, length: Int)? {
        let bytes = buffer.readableBytesUInt8Span
        guard let frame = try parser.next(in: bytes) else { return nil }
        let result = session.receive(frame, in: bytes)
        return (result, frame.length)
    }

    private static let empty = ByteBuffer()
}
