internal import MailModel

/// Hears of one site's deliveries: outcomes make room, and show how the site is.
struct SiteObserver: DeliveryObserver {
    let site: Site
    let router: Router

    func sessionOpened(_ facts: SessionFacts) -> SessionID { router.observer.sessionOpened(facts) }

    func willHandOver(_ id: AttemptID) { router.observer.willHandOver(id) }

    func record(_ report: DeliveryReport) {
        var report = report
        // What no session took would come back at once; a site that cannot be had is left alone for a while.
        let isSiteDown = report.session == nil && !router.isRelay && !router.isStopping
        if isSiteDown, case .released(let cause) = report.outcome {
            report.outcome = .deferred(cause)
        }
        router.observer.record(report)
        site.pace.settled(report.outcome)
        router.settled(site, isProof: report.isProof)
    }
}

extension DeliveryReport {
    /// Whether a server decided it.
    var isProof: Bool {
        switch outcome {
        case .accepted, .failed: session != nil
        case .deferred(.reply): session != nil
        case .deferred, .released, .inDoubt: false
        }
    }
}
