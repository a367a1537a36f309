/// What a login depends on besides the login itself: the connection, and what the server offers there.
package struct LoginCircumstances: Sendable {
    /// The names of the mechanisms that the server offers, in capitals.
    package var offered: [String]
    /// Whether TLS protects the connection.
    package var isEncrypted: Bool
    /// Whether a password or token may be sent where nothing hides it.
    package var allowsClear: Bool
    /// What ties a login to this connection's TLS; nil in the clear, or where the certificate has nothing to tie to.
    package var binding: ChannelBinding?
    /// The server's name, as OAUTHBEARER says it.
    package var host: String
    /// The server's port, as OAUTHBEARER says it.
    package var port: Int

    package init(
        offered: [String],
        isEncrypted: Bool,
        allowsClear: Bool = false,
        binding: ChannelBinding? = nil,
        host: String = "",
        port: Int = 0
    ) {
        self.offered = offered
        self.isEncrypted = isEncrypted
        self.allowsClear = allowsClear
        self.binding = binding
        self.host = host
        self.port = port
    }

    /// Whether the server offers a mechanism.
    package func offers(_ mechanism: SASLMechanism) -> Bool { offered.contains(mechanism.rawValue) }

    /// Whether the server can bind a login to the connection, as far as it says so.
    var offersBinding: Bool { offered.contains { $0.hasPrefix("SCRAM-") && $0.hasSuffix("-PLUS") } }
}
