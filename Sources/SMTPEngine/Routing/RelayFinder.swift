internal import DeliveryPlanning
internal import MailModel

/// One relay for everybody, where some domains have limits of their own.
struct RelayFinder: SiteFinder {
    let settings: TransportSettings

    func site(for domain: String) async -> SiteFinding {
        let limited = settings.domains[domain].map { _ in domain }
        return .site(
            SiteOrder(
                identity: SiteIdentity(hosts: [settings.host], demand: .none, domain: limited),
                name: limited ?? settings.host,
                hosts: [],
                limits: PaceLimits(settings, domain: settings.domains[domain], hosts: [])
            ),
            seconds: 86_400
        )
    }
}
