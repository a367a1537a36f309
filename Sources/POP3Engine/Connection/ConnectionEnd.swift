internal import NIOCore
internal import NIOPosix
internal import NIOSSL

/// Why nothing more comes from a connection.
enum ConnectionEnd: Error, Sendable {
    /// The server closed it.
    case closed
    /// It broke, or could not be made; the text says how.
    case broken(String)
    /// TLS, or the certificate, was refused; the text says why.
    case untrusted(String)
    /// Nothing came in time.
    case timeout
    /// The task was cancelled, and the time for a friendly end is over.
    case stopped
    /// Bytes came in the clear that were to be read as if they had come by TLS.
    case injected

    /// What an error of the networking library means.
    ///
    /// - Parameters:
    ///   - error: the error.
    ///   - certificate: what was found wrong with a certificate, where one was refused.
    init(_ error: any Error, certificate: String?) {
        switch error {
        case let end as ConnectionEnd: self = end
        case NIOSSLError.uncleanShutdown: self = .closed
        case NIOSSLError.handshakeFailed(.sslError([.eofDuringHandshake])):
            self = .broken("the server closed the connection instead of beginning TLS: it may speak none at this port")
        case NIOSSLError.handshakeFailed(let cause):
            self = .untrusted(certificate ?? "TLS could not be agreed on (\(Self.reason(cause)))")
        case let error as NIOSSLError: self = .untrusted(certificate ?? "TLS failed (\(error))")
        case let error as BoringSSLError: self = .broken("TLS failed (\(Self.reason(error)))")
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            self = .untrusted("the certificate is for other names: \(error.description)")
        case let error as NIOSSLExtraError: self = .untrusted(error.description)
        case let error as NIOConnectionError: self = .broken(Self.reason(error))
        case let error as IOError: self = .broken(SystemError.text(error.errnoCode))
        case ChannelError.connectTimeout: self = .timeout
        case is ChannelError: self = .closed
        default: self = .broken(String(describing: error))
        }
    }

    private static func reason(_ error: NIOConnectionError) -> String {
        guard let last = error.connectionErrors.last else {
            return "the name \(error.host) has no address that can be found"
        }
        switch last.error {
        case let error as IOError: return SystemError.text(error.errnoCode)
        case ChannelError.connectTimeout: return "no answer to the attempt to connect"
        default: return String(describing: last.error)
        }
    }

    /// The words of the TLS library without their numbers: `WRONG_VERSION_NUMBER`.
    private static func reason(_ error: BoringSSLError) -> String {
        guard case .sslError(let stack) = error, let last = stack.first else { return String(describing: error) }
        // `error:100000f7:SSL routines:OPENSSL_internal:WRONG_VERSION_NUMBER at` and a path of the machine that built us.
        let word = String(describing: last).split(separator: ":").last { $0.first?.isUppercase ?? false }?.prefix {
            $0 != " "
        }
        guard let word else { return "TLS library" }
        return word == "WRONG_VERSION_NUMBER" ? "the server does not speak TLS here: \(word)" : String(word)
    }
}
