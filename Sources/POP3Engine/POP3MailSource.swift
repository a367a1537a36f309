internal import Authentication
package import MailModel
package import NIOCore
internal import NIOPosix
internal import POP3Protocol
internal import TransportSecurity

/// A mailbox on a POP3 server.
///
/// Each poll is a session of its own. Messages are written to files of the store's as they come, committed in batches, and
/// deleted by the same session; a message of which only the header was fetched stays on the server. What fails leaves the
/// server's copies where they were: a deletion is real only when QUIT was said, and then all of it was committed before.
package struct POP3MailSource: MailSource {
    private let settings: MailboxSettings
    private let group: any EventLoopGroup

    /// A mailbox.
    ///
    /// - Parameters:
    ///   - settings: where it is and how to log in; a host name in its ASCII form.
    ///   - group: the threads that its connections run on; those of the whole process by default.
    package init(_ settings: MailboxSettings, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) {
        self.settings = settings
        self.group = group
    }

    package func poll(into store: any CollectedMailStore) async throws(CollectFailure) -> PollSummary {
        let peer =
            settings.host.contains(":") ? "[\(settings.host)]:\(settings.port)" : "\(settings.host):\(settings.port)"
        guard (1...65535).contains(settings.port) else {
            throw CollectFailure(
                code: .configuration,
                phase: "connecting",
                peer: peer,
                message: "a port is a number from 1 to 65535"
            )
        }
        let loop = group.next()
        let tls = try await tlsContext(on: loop, peer: peer)
        while true {
            let login = try await currentLogin(on: loop, peer: peer)
            do throws(CollectFailure) {
                return try await poll(into: store, as: login, peer, tls, loop)
            } catch {
                // A refused token may only have expired: then another one is worth a try.
                guard error.code == .loginRefused, !Task.isCancelled, login.isWorthAnotherToken(error.message) else {
                    throw error
                }
            }
        }
    }

    /// The login with the access token that holds now; a command may take a while.
    private func currentLogin(on loop: any EventLoop, peer: String) async throws(CollectFailure) -> Login {
        guard settings.login.tokens != nil else { return settings.login }
        do {
            return try await NIOThreadPool.singleton.runIfActive(eventLoop: loop) {
                try settings.login.withCurrentToken()
            }.get()
        } catch {
            let failure = error as? TokenFailure
            throw CollectFailure(
                code: failure?.isRefusal == true ? .loginRefused : .configuration,
                phase: "logging in",
                peer: peer,
                message: failure?.message ?? String(describing: error)
            )
        }
    }

    private func poll(
        into store: any CollectedMailStore,
        as login: Login,
        _ peer: String,
        _ tls: TLSContext?,
        _ loop: any EventLoop
    ) async throws(CollectFailure) -> PollSummary {
        var settings = settings
        settings.login = login
        let limit = TimeAmount(settings.timeouts.connect)
        let connection: Connection
        do throws(ConnectionEnd) {
            connection = try await Connection.open(
                host: settings.host,
                port: settings.port,
                by: .now() + limit,
                on: loop
            )
        } catch {
            throw CollectFailure(error, phase: "connecting", peer: peer)
        }
        defer { connection.close() }
        var binding: ChannelBinding?
        if settings.tls == .implicit, let tls {
            do throws(ConnectionEnd) {
                binding = try await connection.startTLS(tls, by: .now() + limit)
            } catch {
                throw CollectFailure(error, phase: "beginning TLS", peer: peer)
            }
        }
        let poll = Poll(settings, store: store, peer: peer, connection: connection, tls: tls, loop: loop)
        poll.session.channelBinding = binding
        return try await poll.run()
    }

    /// What is trusted; nil where TLS is not wanted.
    private func tlsContext(on loop: any EventLoop, peer: String) async throws(CollectFailure) -> TLSContext? {
        guard settings.tls != .none else { return nil }
        do {
            return try await NIOThreadPool.singleton.runIfActive(eventLoop: loop) { try TLSContext(for: settings) }
                .get()
        } catch {
            let message = (error as? ClientContext.Failure)?.message ?? String(describing: error)
            throw CollectFailure(code: .configuration, phase: "preparing TLS", peer: peer, message: message)
        }
    }
}

extension CollectFailure {
    /// What the end of a connection means before a session stands.
    init(_ end: ConnectionEnd, phase: String, peer: String) {
        let (code, message): (Code, String) =
            switch end {
            case .closed: (.unreachable, "the server closed the connection")
            case .broken(let text): (.unreachable, text)
            case .untrusted(let text): (.untrusted, text)
            case .timeout: (.unreachable, "no answer in time")
            case .stopped: (.tryLater, "stopped before the mailbox was collected")
            case .injected: (.protocolBreach, "the server sent more in the clear, before TLS was begun")
            }
        self.init(code: code, phase: phase, peer: peer, message: message)
    }
}
