internal import DeliveryPlanning
internal import MailModel

/// Says where mail for a domain goes.
protocol SiteFinder: Sendable {
    /// Where mail for a domain goes; waits for the DNS where it has to.
    func site(for domain: String) async -> SiteFinding
}

/// What is known of a domain's mail.
enum SiteFinding: Sendable {
    /// It goes to this site; for how many seconds that may be relied upon.
    case site(SiteOrder, seconds: Int)
    /// Nobody takes it.
    case failed(EnhancedStatusCode, String, seconds: Int)
    /// It cannot be known now.
    case deferred(EnhancedStatusCode, String)
}

/// Everything that is needed to deliver to a site.
struct SiteOrder: Sendable {
    /// What makes it one site.
    var identity: SiteIdentity
    /// What a person knows it by: a host, or a domain.
    var name: String
    /// Its hosts, in order; none for the relay of the settings.
    var hosts: [Destination.Host]
    /// What it may be given at most.
    var limits: PaceLimits
}
