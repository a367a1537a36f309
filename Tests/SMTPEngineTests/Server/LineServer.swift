import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A mail server on loopback that speaks TLS, for what the scripted server cannot do.
final class LineServer: Sendable {
    /// How the server is set up.
    struct Setup: Sendable {
        var certificate: TestCertificate?
        var isImplicit = false
        var keywords = ["PIPELINING"]
        /// Sent in the clear behind the reply to STARTTLS.
        var injection = ""
        /// Content is read slowly, a piece each so many milliseconds.
        var readPause: Int64 = 0
    }

    private let channel: any Channel
    private let lines = Mutex<[String]>([])

    var port: Int { channel.localAddress?.port ?? 0 }
    /// All command lines that came.
    var commands: [String] { lines.withLock { $0 } }

    init(_ setup: Setup) async throws {
        let context = try setup.certificate.map { try Self.context($0) }
        let box = Mutex<LineServer?>(nil)
        let sink: @Sendable (String) -> Void = { line in
            box.withLock { $0 }?.lines.withLock { $0.append(line) }
        }
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if setup.isImplicit, let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try channel.pipeline.syncOperations.addHandler(LineHandler(setup, context, sink))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        box.withLock { $0 = self }
    }

    func stop() async throws { try await channel.close() }

    private static func context(_ identity: TestCertificate) throws -> NIOSSLContext {
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(identity.certificate.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(identity.key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: certificates.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
        )
    }
}

/// One connection of the server.
private final class LineHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let setup: LineServer.Setup
    private let context: NIOSSLContext?
    private let sink: @Sendable (String) -> Void
    private var buffer = ByteBuffer()
    private var isInContent = false
    private var isEncrypted: Bool

    init(_ setup: LineServer.Setup, _ context: NIOSSLContext?, _ sink: @escaping @Sendable (String) -> Void) {
        self.setup = setup
        self.context = context
        self.sink = sink
        isEncrypted = setup.isImplicit
    }

    func channelActive(context: ChannelHandlerContext) { say("220 localhost ESMTP", context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        buffer.writeBuffer(&bytes)
        while let end = buffer.readableBytesView.firstIndex(of: 0x0A),
            let line = buffer.readString(length: end - buffer.readerIndex + 1)
        {
            take(String(line.dropLast()), context)
        }
    }

    func read(context: ChannelHandlerContext) {
        guard isInContent, setup.readPause > 0 else { return context.read() }
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(setup.readPause)) { context.read() }
    }

    private func take(_ line: String, _ context: ChannelHandlerContext) {
        guard !isInContent else {
            if line == "." {
                isInContent = false
                say("250 queued 已排队", context)
            }
            return
        }
        sink(line)
        switch line.prefix(4).uppercased() {
        case "EHLO": sayHello(context)
        case "STAR":
            say("220 go" + setup.injection, context)
            isEncrypted = true
            if let tls = self.context, setup.injection.isEmpty {
                try? context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .first)
            }
        case "AUTH": say(line == "AUTH PLAIN AG5ld3MA5a+G56CB" ? "235 ok" : "535 5.7.8 密码错误 wrong password", context)
        case "DATA":
            isInContent = true
            say("354 go", context)
        case "QUIT":
            say("221 bye", context)
            context.close(promise: nil)
        default: say("250 ok", context)
        }
    }

    private func sayHello(_ context: ChannelHandlerContext) {
        var lines = ["localhost"] + setup.keywords
        if self.context != nil, !isEncrypted { lines.append("STARTTLS") }
        lines.append("AUTH PLAIN")
        say(lines.dropLast().map { "250-\($0)\r\n" }.joined() + "250 \(lines[lines.count - 1])", context)
    }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
    }
}

extension LineHandler: ChannelOutboundHandler {
    typealias OutboundIn = ByteBuffer
}
