internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// Goes through a proxy before anything else is said on a connection, then takes itself out.
final class ProxyHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Why the proxy would not.
    struct Refusal: Error {
        var words: String
        var code: TransportFailure.Code
    }

    private var handshake: ProxyHandshake
    private var unused: [UInt8] = []
    private let done: @Sendable (Refusal?) -> Void
    private var isDone = false

    /// - Parameters:
    ///   - handshake: what is to be said.
    ///   - done: called once, on the event loop: nil when the server behind the proxy is next.
    init(_ handshake: ProxyHandshake, done: @escaping @Sendable (Refusal?) -> Void) {
        self.handshake = handshake
        self.done = done
    }

    func handlerAdded(context: ChannelHandlerContext) { say(handshake.greeting, context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return context.fireChannelRead(data) }
        unused += unwrapInboundIn(data).readableBytesView
        while !isDone {
            let (step, used) = handshake.receive(unused)
            unused.removeFirst(min(used, unused.count))
            switch step {
            case .wait: return
            case .say(let bytes): say(bytes, context)
            case .established: establish(context)
            case .failed(let words, let code): end(Refusal(words: words, code: code))
            }
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(Refusal(words: "the proxy closed the connection", code: .unreachable))
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isDone else { return context.fireErrorCaught(error) }
        end(Refusal(words: "the proxy: \(ConnectFailure.text(error))", code: .unreachable))
    }

    private func say(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    /// The server may speak first: what came of it already goes on to those who wait for it.
    private func establish(_ context: ChannelHandlerContext) {
        end(nil)
        if !unused.isEmpty {
            context.fireChannelRead(NIOAny(ByteBuffer(bytes: unused)))
            context.fireChannelReadComplete()
        }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    private func end(_ refusal: Refusal?) {
        guard !isDone else { return }
        isDone = true
        done(refusal)
    }
}

@available(*, unavailable)
extension ProxyHandler: Sendable {}
