internal import Authentication
internal import NIOCore
internal import NIOPosix
internal import TransportSecurity

/// A connection to a server, read by asking.
struct Connection: Sendable {
    /// How long a cancelled task waits for what was begun.
    static let grace = TimeAmount.seconds(10)

    private let channel: any Channel
    private let handler: NIOLoopBound<ReceiveHandler>

    /// Connects to the first of a host's addresses that answers.
    ///
    /// - Throws: `ConnectionEnd`.
    static func open(
        host: String,
        port: Int,
        by deadline: NIODeadline,
        on loop: any EventLoop
    ) async throws(ConnectionEnd) -> Connection {
        let opened = loop.makePromise(of: Connection.self)
        let isGivenUp = NIOLoopBoundBox.makeBoxSendingValue(false, eventLoop: loop)
        let bootstrap = ClientBootstrap(group: loop)
            .channelOption(.autoRead, value: false)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connectTimeout(deadline - .now())
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ReceiveHandler())
                }
            }
        bootstrap.connect(host: host, port: port).whenComplete { result in
            switch result {
            case .success(let channel) where isGivenUp.value: channel.close(promise: nil)
            case .success(let channel): opened.completeWith(Result { try Connection(channel) })
            case .failure(let error): opened.fail(error)
            }
        }
        do {
            return try await withTaskCancellationHandler {
                try await opened.futureResult.get()
            } onCancel: {
                loop.execute {
                    isGivenUp.value = true
                    opened.fail(ConnectionEnd.stopped)
                }
            }
        } catch {
            throw ConnectionEnd(error, certificate: nil)
        }
    }

    private init(_ channel: any Channel) throws {
        self.channel = channel
        let handler = try channel.pipeline.syncOperations.handler(type: ReceiveHandler.self)
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
    }

    /// Gives bytes to the socket layer.
    func send(_ bytes: [UInt8]) {
        channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil)
    }

    /// The next bytes, at least one.
    ///
    /// - Throws: `ConnectionEnd`.
    func receive(by deadline: NIODeadline) async throws(ConnectionEnd) -> ByteBuffer {
        try await perform { $0.receive(by: deadline, on: $1) }
    }

    /// Begins TLS.
    ///
    /// - Returns: what ties a login to the connection; nil when nothing does.
    /// - Throws: `ConnectionEnd`, also where bytes have come in the clear already, or the server's key is not among those that
    ///   are pinned.
    func startTLS(_ tls: TLSContext, by deadline: NIODeadline) async throws(ConnectionEnd) -> ChannelBinding? {
        let certificate = try await perform { $0.startTLS(tls, by: deadline, on: $1) }
        if let objection = tls.objection(to: certificate) { throw .untrusted(objection) }
        return certificate.binding
    }

    /// Ends the connection without waiting for the server.
    func close() { channel.close(promise: nil) }

    private func perform<Value: Sendable>(
        _ operation: @escaping @Sendable (ReceiveHandler, any EventLoop) -> EventLoopFuture<Value>
    ) async throws(ConnectionEnd) -> Value {
        let loop = channel.eventLoop
        do {
            return try await withTaskCancellationHandler {
                try await loop.flatSubmit { operation(handler.value, loop) }.get()
            } onCancel: {
                loop.execute { handler.value.stop(by: .now() + Self.grace, on: loop) }
            }
        } catch {
            throw ConnectionEnd(error, certificate: nil)
        }
    }
}
