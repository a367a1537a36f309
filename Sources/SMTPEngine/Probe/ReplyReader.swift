internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// Hands out a server's replies one by one, in the order in which they are asked for; bound to its event loop.
final class ReplyReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    /// Why no reply came.
    enum Failure: Error, Sendable {
        case closed
        case broken(String)
        case silent(seconds: Int64)
    }

    private let loop: any EventLoop
    private var parser = ReplyParser()
    private var buffer = ByteBuffer()
    private var promises: [EventLoopPromise<Reply>] = []
    private var failure: (any Error)?

    init(_ loop: any EventLoop) { self.loop = loop }

    /// Bytes that belong to no reply that was asked for.
    var unread: Int { buffer.readableBytes }

    /// The next reply.
    func next(within limit: TimeAmount) -> EventLoopFuture<Reply> {
        let promise = loop.makePromise(of: Reply.self)
        promises.append(promise)
        let alarm = loop.scheduleTask(in: limit) {
            promise.fail(Failure.silent(seconds: limit.nanoseconds / 1_000_000_000))
        }
        promise.futureResult.whenComplete { _ in alarm.cancel() }
        handOut()
        return promise.futureResult
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        buffer.writeBuffer(&bytes)
        handOut()
    }

    func channelInactive(context: ChannelHandlerContext) { fail(Failure.closed) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error)
        context.close(promise: nil)
    }

    private func handOut() {
        while failure == nil, !promises.isEmpty {
            do {
                guard let (reply, length) = try Self.take(buffer, &parser) else { return }
                buffer.moveReaderIndex(forwardBy: length)
                promises.removeFirst().succeed(reply)
            } catch {
                return fail(Failure.broken("\(error)"))
            }
        }
        if let failure { fail(failure) }
    }

    private static func take(
        _ buffer: ByteBuffer,
        _ parser: inout ReplyParser
    ) throws(ReplyParser.Failure) -> (Reply, Int)? {
        let bytes = buffer.readableBytesUInt8Span
        guard let frame = try parser.next(in: bytes) else { return nil }
        return (frame.reply(in: bytes), frame.length)
    }

    private func fail(_ error: any Error) {
        failure = failure ?? error
        let waiting = promises
        promises = []
        for promise in waiting { promise.fail(error) }
    }
}

@available(*, unavailable)
extension ReplyReader: Sendable {}
