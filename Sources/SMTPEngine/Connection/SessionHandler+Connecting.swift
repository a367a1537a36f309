internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import SMTPProtocol

/// From nothing to a connection that can take mail.
extension SessionHandler {
    func connect() {
        var bootstrap = ClientBootstrap(group: loop)
            .connectTimeout(TimeAmount(plan.session.timeouts.connect))
            .channelOption(.autoRead, value: false)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            // Room for a batch: nothing waits for the buffer before a piece of large content has gone.
            .channelOption(.writeBufferWaterMark, value: .init(low: 64 * 1_024, high: 256 * 1_024))
        if let source = plan.sourceAddress.flatMap({ try? SocketAddress(ipAddress: $0, port: 0) }) {
            bootstrap = bootstrap.bind(to: source)
        }
        let address = target
        if address == nil, plan.proxy == nil, !plan.addresses.isEmpty {
            bootstrap = bootstrap.resolver(KnownAddresses(plan.addresses, loop))
        }
        let connecting =
            address.map { bootstrap.connect(to: $0) }
            ?? bootstrap.connect(host: plan.proxy?.host ?? plan.host, port: plan.proxy?.port ?? plan.port)
        connecting.assumeIsolated().whenComplete { result in
            switch result {
            case .success(let channel): self.connected(channel)
            case .failure(let error):
                let end = ConnectFailure.end(error, address, limit: self.plan.session.timeouts.connect)
                self.finish(self.session.fail(end))
            }
        }
    }

    /// What is connected to, where no name has to be resolved: a resolver is a thread to be waited for.
    private var target: SocketAddress? {
        if plan.proxy == nil, plan.addresses.count == 1 { return plan.addresses.first }
        let host = plan.proxy?.host ?? plan.host
        if host.hasPrefix("/") { return try? SocketAddress(unixDomainSocketPath: host) }
        return try? SocketAddress(ipAddress: host, port: plan.proxy?.port ?? plan.port)
    }

    private func connected(_ channel: any Channel) {
        guard ending == nil else {
            // Stopped while the connection was being made.
            return channel.close(promise: nil)
        }
        guard channel.isActive else {
            // Closed by the server before we were there to hear of it.
            return finish(session.connectionLost("the server closed the connection at once"))
        }
        guard let proxy = plan.proxy else { return begin(channel) }
        do { try goThrough(proxy, channel) } catch {
            channel.close(promise: nil)
            finish(session.connectionLost(ConnectFailure.text(error)))
        }
    }

    /// Talks to the proxy first; the session begins when the server behind it can be heard.
    private func goThrough(_ proxy: TransportSettings.Proxy, _ channel: any Channel) throws {
        // The proxy is not to look up what is known already.
        let host = plan.addresses.first?.ipAddress ?? plan.host
        let address = SocketText.addressBytes(host)
        let handshake = ProxyHandshake(proxy, host: host, address: address, port: plan.port)
        let own = NIOLoopBound(self, eventLoop: loop)
        let limit = loop.assumeIsolated().scheduleTask(in: TimeAmount(plan.session.timeouts.connect)) {
            channel.close(promise: nil)
        }
        let handler = ProxyHandler(handshake) { refusal in
            limit.cancel()
            let handler = own.value
            guard let refusal else { return handler.begin(channel) }
            channel.close(promise: nil)
            let kind: SessionEnd.Kind = refusal.code == .unreachable ? .lost : .refused(refusal.code)
            let cause = FailureCause.connection("\(proxy.host):\(proxy.port): \(refusal.words)")
            handler.finish(handler.session.fail(SessionEnd(kind: kind, phase: .connect, cause: cause)))
        }
        try channel.pipeline.syncOperations.addHandler(handler)
        channel.setOption(.autoRead, value: true).whenFailure { _ in channel.close(promise: nil) }
    }

    /// The server can be heard.
    private func begin(_ channel: any Channel) {
        guard ending == nil else { return channel.close(promise: nil) }
        do {
            if plan.session.tls == .implicit { try startTLS(channel) }
            try channel.pipeline.syncOperations.addHandler(self)
        } catch {
            channel.close(promise: nil)
            guard plan.session.tls != .implicit else { return failHandshake(error) }
            return finish(session.connectionLost(ConnectFailure.text(error)))
        }
        lastProgress = .now()
        updateTimer()
        channel.setOption(.autoRead, value: true).whenFailure { _ in channel.close(promise: nil) }
    }

    /// Puts TLS between the socket and us; the handshake begins at once.
    func startTLS(_ channel: any Channel) throws {
        guard let handler = try plan.exchangerTLS?.makeHandler() ?? plan.tls?.makeHandler() else {
            preconditionFailure("TLS without what it takes")
        }
        isHandshaking = true
        try channel.pipeline.syncOperations.addHandler(handler, position: .first)
    }

    func switchToTLS() {
        if case .ended(let end) = session.checkSwitch(unread: inbound.readableBytes) { return finish(end) }
        guard let context else { return }
        do { try startTLS(context.channel) } catch { return failHandshake(error) }
        // TLS keeps the end of this read to itself, so nobody else looks at the timer before the handshake is over.
        lastProgress = .now()
        updateTimer()
    }

    func handshakeCompleted() {
        isHandshaking = false
        lastProgress = .now()
        if let objection = takeCertificate() {
            let cause = FailureCause.connection(objection)
            return finish(session.fail(SessionEnd(kind: .refused(.untrusted), phase: .tlsHandshake, cause: cause)))
        }
        if plan.session.tls != .implicit, case .ended(let end) = session.handshakeCompleted() { return finish(end) }
        pump()
    }

    /// The handshake failed: a certificate that is not trusted will not be better next time, other faults may.
    func failHandshake(_ error: any Error) {
        if let words = plan.exchangerTLS?.refusal {
            let end = SessionEnd(kind: .refused(.untrusted), phase: .tlsHandshake, cause: .connection(words))
            return finish(session.fail(end))
        }
        let handler = try? context?.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
        let (text, code) = CertificateText.refusal(
            error,
            handler?.peerCertificate,
            host: plan.host,
            tls: plan.session.tls
        )
        let kind: SessionEnd.Kind = code.map { .refused($0) } ?? .lost
        finish(session.fail(SessionEnd(kind: kind, phase: .tlsHandshake, cause: .connection(text))))
    }

    /// The session is ready for mail.
    func opened() {
        guard let context else { return }
        let handler = try? context.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
        let facts = SessionFacts(
            host: plan.host,
            endpoint: SocketText.text(context.remoteAddress),
            tls: handler?.tlsVersion.map { plan.exchangerTLS?.named($0.name) ?? $0.name },
            authMechanism: session.authMechanism
        )
        sessionID = plan.observer.sessionOpened(facts)
        isOpened = true
        login?.wasAccepted()
        plan.heard(.opened)
        askForMore()
    }
}
