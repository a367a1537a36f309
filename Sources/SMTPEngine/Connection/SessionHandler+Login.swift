internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
internal import SMTPProtocol
internal import TransportSecurity

/// What the engine has to do with a login: fetch tokens, and say what TLS ties it to.
extension SessionHandler {
    /// Fetches the access token where one is used, then connects; a command may take a while, and others wait here.
    func prepareLogin() {
        guard let login = plan.session.login, login.tokens != nil else { return connect() }
        let fetched = NIOThreadPool.singleton.runIfActive(eventLoop: loop) { () -> Result<Login, TokenFailure> in
            do throws(TokenFailure) { return .success(try login.withCurrentToken()) } catch { return .failure(error) }
        }
        fetched.assumeIsolated().whenComplete { result in
            guard self.ending == nil else { return }
            switch result {
            case .success(.success(let login)): self.connect(as: login)
            case .success(.failure(let failure)): self.failToken(failure)
            case .failure(let error): self.failToken(TokenFailure(message: "no access token can be fetched: \(error)"))
            }
        }
    }

    private func connect(as login: Login) {
        var settings = plan.session
        settings.login = login
        self.login = login
        session = Session(settings: settings)
        connect()
    }

    private func failToken(_ failure: TokenFailure) {
        let kind = SessionEnd.Kind.refused(failure.isRefusal ? .loginRefused : .configuration)
        let cause = FailureCause.connection(failure.message)
        // No login of this connection's: it is not reconsidered.
        login = nil
        finish(session.fail(SessionEnd(kind: kind, phase: .auth, cause: cause)))
    }

    /// A refused token may only have expired: then another session, with another one, is worth a try.
    func reconsidered(_ end: SessionEnd) -> SessionEnd {
        guard end.phase == .auth, end.kind == .refused(.loginRefused), case .reply(let reply) = end.cause,
            login?.isWorthAnotherToken(reply.description) == true
        else { return end }
        var end = end
        end.kind = .closing
        return end
    }

    /// Looks at the server's certificate behind the handshake.
    ///
    /// - Returns: why it is refused; nil when it is not.
    func takeCertificate() -> String? {
        let handler = try? context?.pipeline.syncOperations.handler(type: NIOSSLClientHandler.self)
        let certificate = PeerCertificate(handler?.peerCertificate)
        if let objection = plan.tls?.objection(to: certificate) { return objection }
        if login != nil { session.channelBinding = certificate.binding }
        return nil
    }
}
