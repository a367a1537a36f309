package import MailModel

/// The codes of what is decided without a server (RFC 3463, RFC 7505).
extension EnhancedStatusCode {
    /// Bad destination system address: no such domain.
    package static let badDomain = known(5, 1, 2)
    /// The domain takes no mail (null MX).
    package static let nullExchanger = known(5, 1, 10)
    /// Unable to route: hosts without addresses.
    package static let cannotRoute = known(5, 4, 4)
    /// Routing loop.
    package static let routingLoop = known(5, 4, 6)
    /// The name servers do not answer.
    package static let nameServersFail = known(4, 4, 3)
    /// No host could be reached.
    package static let noHostAnswers = known(4, 4, 1)
    /// No host has the security that is demanded.
    package static let notSecure = known(4, 7, 5)

    private static func known(_ statusClass: UInt8, _ subject: UInt16, _ detail: UInt16) -> EnhancedStatusCode {
        guard let code = EnhancedStatusCode(statusClass, subject, detail) else {
            preconditionFailure("a code of ours that is none")
        }
        return code
    }
}
