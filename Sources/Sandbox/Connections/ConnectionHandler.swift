internal import NIOCore

/// Moves bytes between a connection and its dialogue, and decides nothing that the protocol knows of.
///
/// Replies are written once for each read. A client that does not read is not listened to either, so that what waits for
/// it stays small. A connection is closed by ending the output first: what is still under way to the server would
/// otherwise destroy the last reply.
final class ConnectionHandler<Dialogue: SandboxDialogue>: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum Stage {
        case running
        /// The dialogue waits for the time that it asked for.
        case waiting(Scheduled<Void>)
        /// The client has to read first.
        case choked
        /// The output was ended; the client may say what it likes.
        case closing(Scheduled<Void>)
        case closed
    }

    private let core: SandboxCore
    private var dialogue: Dialogue
    private var input = ByteBuffer()
    private var stage = Stage.running
    private var isInputClosed = false
    private var wasHeard = false
    private var idleTimer: Scheduled<Void>?

    init(_ core: SandboxCore, _ dialogue: Dialogue) {
        self.core = core
        self.dialogue = dialogue
    }

    func channelActive(context: ChannelHandlerContext) {
        guard core.register(context.channel) else {
            end(context, .tooManyConnections)
            return
        }
        dialogue.begin()
        flush(context)
        watchIdleness(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        cancelTimers()
        stage = .closed
        dialogue.connectionLost()
        core.count(dialogue.counts)
        core.unregister(context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch stage {
        case .closing, .closed: return
        case .running, .waiting, .choked: break
        }
        wasHeard = true
        if input.readableBytes == 0 {
            input = unwrapInboundIn(data)
        } else {
            var more = unwrapInboundIn(data)
            input.discardReadBytes()
            input.writeBuffer(&more)
        }
        run(context)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        flush(context)
        if case .running = stage, !context.channel.isWritable { choke(context) }
        context.fireChannelReadComplete()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if case .choked = stage, context.channel.isWritable { goOn(context) }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            isInputClosed = true
            switch stage {
            case .running: finish(context)
            case .closing: context.close(promise: nil)
            case .waiting, .choked, .closed: break
            }
        case SandboxEvent.stopping: end(context, .stopping)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

// A handler belongs to its event loop.
@available(*, unavailable)
extension ConnectionHandler: Sendable {}

extension ConnectionHandler {
    /// Lets the dialogue go on with what is there.
    private func run(_ context: ChannelHandlerContext) {
        while case .running = stage {
            let (consumed, next) = dialogue.go(input.readableBytesUInt8Span)
            input.moveReaderIndex(forwardBy: consumed)
            switch next {
            case .needsInput:
                if input.readableBytes == 0 { input = ByteBuffer() }
                if isInputClosed { finish(context) }
                return
            case .goOn:
                guard dialogue.output.count >= 1 << 16 else { continue }
                flush(context)
                if !context.channel.isWritable { choke(context) }
            case .wait(let time): wait(context, time)
            case .close: finish(context)
            }
        }
    }

    /// Writes what waits, and adds up what was counted.
    private func flush(_ context: ChannelHandlerContext) {
        if dialogue.counts != SandboxCounters() {
            core.count(dialogue.counts)
            dialogue.counts = SandboxCounters()
        }
        guard !dialogue.output.isEmpty else { return }
        var buffer = context.channel.allocator.buffer(capacity: dialogue.output.count)
        buffer.writeBytes(dialogue.output)
        dialogue.output.removeAll(keepingCapacity: dialogue.output.capacity <= 1 << 18)
        context.writeAndFlush(wrapOutboundOut(buffer), promise: nil)
    }

    private func choke(_ context: ChannelHandlerContext) {
        stage = .choked
        listen(context, false)
    }

    private func wait(_ context: ChannelHandlerContext, _ time: TimeAmount) {
        flush(context)
        listen(context, false)
        stage = .waiting(
            context.eventLoop.assumeIsolated().scheduleTask(in: time) { [self] in
                dialogue.resume()
                goOn(context)
            }
        )
    }

    /// Goes on after a wait of any kind.
    private func goOn(_ context: ChannelHandlerContext) {
        stage = .running
        run(context)
        flush(context)
        if case .running = stage { listen(context, true) }
    }

    private func listen(_ context: ChannelHandlerContext, _ isOn: Bool) {
        // Fails only when the channel is closed already.
        try? context.channel.syncOptions?.setOption(.autoRead, value: isOn)
    }

    private func end(_ context: ChannelHandlerContext, _ reason: ConnectionEnd) {
        switch stage {
        case .closing, .closed: return
        case .waiting(let timer): timer.cancel()
        case .running, .choked: break
        }
        dialogue.end(reason)
        finish(context)
    }

    /// Writes what waits and ends the output; the client has a second to do the same.
    private func finish(_ context: ChannelHandlerContext) {
        let timer = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { context.close(promise: nil) }
        stage = .closing(timer)
        input = ByteBuffer()
        listen(context, true)
        flush(context)
        // An empty write is done when all writes before it are.
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).assumeIsolated().whenComplete { [self] _ in
            if isInputClosed { context.close(promise: nil) } else { context.close(mode: .output, promise: nil) }
        }
    }

    private func watchIdleness(_ context: ChannelHandlerContext) {
        wasHeard = false
        idleTimer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(core.settings.idle)) { [self] in
            if wasHeard { watchIdleness(context) } else { end(context, .idle) }
        }
    }

    private func cancelTimers() {
        idleTimer?.cancel()
        switch stage {
        case .waiting(let timer), .closing(let timer): timer.cancel()
        case .running, .choked, .closed: break
        }
    }
}
