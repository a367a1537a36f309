internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// What a connection is told before it is made.
struct ConnectionPlan: Sendable {
    var host: String
    var port: Int
    /// Where the host is, where that is known already; none has the system look the name up.
    var addresses: [SocketAddress] = []
    /// The address of this machine that the connection comes from; nil leaves it to the system.
    var sourceAddress: String?
    /// What the connection goes through; nil for none.
    var proxy: TransportSettings.Proxy?
    var session: SessionSettings
    /// How long what has begun may go on once the run is told to stop.
    var grace: Duration
    /// Nil where nothing is demanded of TLS.
    var tls: TLSClient?
    /// What checks the certificate of a mail exchanger, in the place of ``tls``.
    var exchangerTLS: ExchangerTLS?
    var observer: any DeliveryObserver
    /// How long a connection is kept without anything to say.
    var idleLimit: Duration
    /// Hears what becomes of the connection.
    var heard: @Sendable (ConnectionEvent) -> Void
}
