internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import NIOTLS
internal import Synchronization

/// A connection on which one command follows the other, as a task sees it.
struct ProbeDialogue: Sendable {
    let channel: any Channel
    private let reader: NIOLoopBound<ReplyReader>

    /// Connects.
    static func connect(to address: SocketAddress, within limit: TimeAmount) async throws -> ProbeDialogue {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let reader = try await loop.submit { NIOLoopBound(ReplyReader(loop), eventLoop: loop) }.get()
        let channel = try await ClientBootstrap(group: loop)
            .connectTimeout(limit)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(reader.value)
                }
            }
            .connect(to: address).get()
        return ProbeDialogue(channel: channel, reader: reader)
    }

    /// The next reply.
    func reply(within limit: Duration) async throws -> Reply {
        try await channel.eventLoop.flatSubmit { reader.value.next(within: TimeAmount(limit)) }.get()
    }

    /// Says a command and waits for its reply.
    func say(_ command: String, within limit: Duration) async throws -> Reply {
        channel.writeAndFlush(ByteBuffer(string: "\(command)\r\n"), promise: nil)
        return try await reply(within: limit)
    }

    /// Bytes that came and that nobody has asked for.
    func unread() async throws -> Int { try await channel.eventLoop.submit { reader.value.unread }.get() }

    /// Switches to TLS with any certificate.
    ///
    /// - Returns: the version, and the certificates that the server showed.
    func handshake(
        _ context: NIOSSLContext,
        serverName: String?,
        within limit: Duration
    ) async throws -> (String, [NIOSSLCertificate]) {
        let shown = ShownChain()
        let done = channel.eventLoop.makePromise(of: String.self)
        let alarm = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) {
            done.fail(ReplyReader.Failure.silent(seconds: limit.components.seconds))
        }
        try await channel.eventLoop.submit { [channel] in
            let pipeline = channel.pipeline.syncOperations
            let tls = try NIOSSLClientHandler(
                context: context,
                serverHostname: serverName,
                customVerificationCallback: { certificates, promise in
                    shown.keep(certificates)
                    promise.succeed(.certificateVerified)
                }
            )
            try pipeline.addHandler(HandshakeWatch(done), position: .first)
            try pipeline.addHandler(tls, position: .first)
        }.get()
        let version = try await done.futureResult.get()
        alarm.cancel()
        return (version, shown.certificates)
    }
}

/// The certificates of a handshake, as they were shown.
private final class ShownChain: Sendable {
    private let chain = Mutex<[NIOSSLCertificate]>([])

    var certificates: [NIOSSLCertificate] { chain.withLock { $0 } }

    func keep(_ certificates: [NIOSSLCertificate]) { chain.withLock { $0 = certificates } }
}

/// Waits for the end of a handshake.
private final class HandshakeWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let done: EventLoopPromise<String>

    init(_ done: EventLoopPromise<String>) { self.done = done }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted? = event as? TLSUserEvent {
            let tls = try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
            done.succeed(tls?.tlsVersion?.name ?? "TLS")
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        done.fail(error)
        context.fireErrorCaught(error)
    }

    func channelInactive(context: ChannelHandlerContext) {
        done.fail(ReplyReader.Failure.closed)
        context.fireChannelInactive()
    }
}
