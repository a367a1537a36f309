internal import Glibc
internal import NIOCore
internal import NIOPosix

/// An SMTP and POP3 server in this process, for rehearsals and tests: it takes mail for everybody and sends none on.
///
/// The recipient's local part says how it answers (``BehaviourTable``); what providers send later (failure reports,
/// complaints, vacation notices) lies in the mailbox of the reverse-path at once. Any user may log in with any password
/// but `wrong`, which is refused so that people can see that. Everything is in memory, under ceilings, and gone when the
/// server stops.
///
/// ```swift
/// let server = try await SandboxServer.start(SandboxSettings(smtpPort: 0, popPort: 0))
/// … send to server.smtpPort, collect from server.popPort …
/// await server.stop()
/// ```
package final class SandboxServer: Sendable {
    /// The port that SMTP is served on.
    package let smtpPort: Int
    /// The port that POP3 is served on.
    package let popPort: Int
    private let core: SandboxCore
    private let group: MultiThreadedEventLoopGroup
    private let listeners: [any Channel]

    private init(_ core: SandboxCore, _ group: MultiThreadedEventLoopGroup, smtp: any Channel, pop: any Channel) {
        self.core = core
        self.group = group
        smtpPort = smtp.localAddress?.port ?? 0
        popPort = pop.localAddress?.port ?? 0
        listeners = [smtp, pop]
    }

    /// Starts a server.
    ///
    /// - Parameter settings: where and how.
    /// - Returns: the server, listening.
    /// - Throws: ``SandboxFailure`` when an address is not allowed or cannot be had; nothing is left running then.
    package static func start(_ settings: SandboxSettings = SandboxSettings()) async throws(SandboxFailure)
        -> SandboxServer
    {
        for host in [settings.smtpHost, settings.popHost] where !settings.allowsOtherHosts && !isLoopback(host) {
            throw SandboxFailure(
                code: .configuration,
                message: "the sandbox does not listen on \(host): other machines could read every mailbox; "
                    + "use 127.0.0.1, ::1 or localhost, or allow other hosts explicitly"
            )
        }
        let core = try SandboxCore(settings)
        let threads = settings.threads ?? min(System.coreCount, 4)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, threads))
        do throws(SandboxFailure) {
            let smtp = try await listen(group, "SMTP", settings.smtpHost, settings.smtpPort) {
                ConnectionHandler(core, SMTPDialogue(core))
            }
            let pop = try await listen(group, "POP3", settings.popHost, settings.popPort) {
                ConnectionHandler(core, POP3Dialogue(core))
            }
            return SandboxServer(core, group, smtp: smtp, pop: pop)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// What the server has done so far.
    package var counters: SandboxCounters { core.counts }

    /// How many messages lie in mailboxes, those that are still to become visible included.
    package var storedMessages: Int { core.store.count }

    /// Stops listening, says goodbye to the connections, and ends.
    package func stop() async {
        for listener in listeners { try? await listener.close() }
        let channels = core.openChannels
        for channel in channels { channel.pipeline.fireUserInboundEventTriggered(SandboxEvent.stopping) }
        for channel in channels { try? await channel.closeFuture.get() }
        try? await group.shutdownGracefully()
    }

    private static func listen(
        _ group: MultiThreadedEventLoopGroup,
        _ service: String,
        _ host: String,
        _ port: Int,
        _ makeHandler: @escaping @Sendable () -> some ChannelHandler
    ) async throws(SandboxFailure) -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            // A window of pipelined messages is taken at once.
            .childChannelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 1 << 16))
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(makeHandler()) }
            }
        do {
            return try await bootstrap.bind(host: host, port: port).get()
        } catch {
            throw refusal(error, "\(service) on \(host), port \(port)")
        }
    }

    private static func refusal(_ error: any Error, _ place: String) -> SandboxFailure {
        let reason: String
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE: reason = "the port is in use; is another sandbox running? stop it, or choose another port"
        case EACCES: reason = "not allowed; choose a port from 1024 up"
        case EADDRNOTAVAIL: reason = "this machine has no such address"
        case nil, .some: reason = "\(error)"
        }
        return SandboxFailure(code: .unreachable, message: "cannot serve \(place): \(reason)")
    }

    /// Whether only this machine reaches a host; names other than `localhost` are not looked up.
    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" { return true }
        guard let address = try? SocketAddress(ipAddress: host, port: 0), let text = address.ipAddress else {
            return false
        }
        return text == "::1" || (address.protocol == .inet && text.hasPrefix("127."))
    }
}
