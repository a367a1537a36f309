import NIOCore
import NIOPosix
import NIOSSL

/// A server on 127.0.0.1 whose side of each connection is a function, played on a thread of the server's own.
struct ScriptedServer {
    /// What the client of a connection says and hears.
    struct Client {
        fileprivate var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        fileprivate let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
        fileprivate let channel: any Channel
        private var arrived = ByteBuffer()

        fileprivate init(
            _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>,
            _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
            _ channel: any Channel
        ) {
            self.inbound = inbound.makeAsyncIterator()
            self.outbound = outbound
            self.channel = channel
        }

        /// Sends words as they are.
        func say(_ words: String) async throws { try await outbound.write(ByteBuffer(string: words)) }

        /// The next line without its line end; nil when the client has gone.
        mutating func line() async throws -> String? {
            while true {
                if let end = arrived.readableBytesView.firstIndex(of: 0x0A) {
                    let line = arrived.readBytes(length: end - arrived.readerIndex + 1) ?? []
                    return String(decoding: line.dropLast(line.suffix(2) == [0x0D, 0x0A] ? 2 : 1), as: UTF8.self)
                }
                guard var more = try await inbound.next() else { return nil }
                arrived.writeBuffer(&more)
            }
        }

        /// Waits until the client has gone, and gives no answer.
        mutating func fallSilent() async throws {
            while try await inbound.next() != nil {}
        }

        /// Sends words in the clear, and begins TLS behind them.
        ///
        /// Both happen before the loop reads again: a client that answers at once would otherwise have its first bytes of
        /// TLS taken for words, and wait in vain for what answers them.
        func startTLS(_ certificate: String, saying words: String) async throws {
            let context = try ScriptedServer.tls(certificate)
            let channel = channel
            try await channel.eventLoop.submit {
                channel.writeAndFlush(ByteBuffer(string: words), promise: nil)
                try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context), position: .first)
            }.get()
        }
    }

    typealias Script = @Sendable (inout Client) async throws -> Void

    /// Runs `body` with the port of a server that plays `script` on each connection, then ends the server.
    ///
    /// - Parameters:
    ///   - certificate: with it, TLS begins with the first byte.
    ///   - script: the server's side of a connection.
    ///   - body: what is done with the port.
    /// - Returns: what `body` does.
    /// - Throws: what `body` does.
    static func run<Result>(
        certificate: String? = nil,
        _ script: @escaping Script,
        _ body: (Int) async throws -> Result
    ) async throws -> Result {
        let context = try certificate.map { try tls($0) }
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let port = server.channel.localAddress?.port ?? 0
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask(executorPreference: ScriptExecutor()) {
                try? await server.executeThenClose { connections in
                    try await withThrowingDiscardingTaskGroup { sessions in
                        for try await connection in connections {
                            sessions.addTask { await play(script, on: connection) }
                        }
                    }
                }
            }
            defer { group.cancelAll() }
            return try await body(port)
        }
    }

    private static func play(_ script: Script, on connection: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
        // A client that hangs up is part of many scripts.
        try? await connection.executeThenClose { inbound, outbound in
            var client = Client(inbound, outbound, connection.channel)
            try await script(&client)
        }
    }

    private static func tls(_ certificate: String) throws -> NIOSSLContext {
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8)).map {
            NIOSSLCertificateSource.certificate($0)
        }
        let key = try NIOSSLPrivateKey(bytes: Array(TestCertificates.key.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
        )
    }
}
