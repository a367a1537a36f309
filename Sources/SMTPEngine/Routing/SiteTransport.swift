internal import DeliveryPlanning
internal import MailModel
internal import NIOCore
internal import NIOPosix

/// Carries mail to one site by our own engine.
struct SiteTransport: MailTransport {
    /// Servers of strangers close what says nothing sooner than relays do.
    private static let idleLimit = Duration.seconds(4)

    private let settings: TransportSettings
    private let site: Site
    private let places: ConnectionPlaces
    private let destination: Destination
    private let group: any EventLoopGroup
    private let bucket: SharedBucket?

    init(
        _ settings: TransportSettings,
        site: Site,
        places: ConnectionPlaces,
        tls: TLSClient?,
        group: (any EventLoopGroup)?,
        bucket: SharedBucket?
    ) {
        let order = site.order
        var settings = settings
        settings.connections = order.limits.connections
        settings.messagesPerConnection = order.limits.messagesPerConnection
        self.settings = settings
        self.site = site
        self.places = places
        self.bucket = bucket
        destination =
            order.hosts.isEmpty
            ? Destination(relay: settings, tls: tls) : Destination(hosts: order.hosts, port: settings.port)
        self.group = group ?? MultiThreadedEventLoopGroup.singleton
    }

    func deliver(
        from source: any MessageSource,
        observer: any DeliveryObserver
    ) async throws(TransportFailure) {
        let run = DeliveryRun(
            settings: settings,
            destination: destination,
            feed: Feed(source: source, messagesPerSecond: site.pace.messagesPerSecond, shared: bucket),
            observer: observer,
            idleLimit: Self.idleLimit,
            pace: site.pace,
            places: places
        )
        try await run.work(on: group)
    }
}
