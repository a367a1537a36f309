internal import MailModel

/// Hears of one relay's deliveries: what it refuses shows whether it is given too much.
struct PacedObserver: DeliveryObserver {
    let base: any DeliveryObserver
    let pace: PaceKeeper

    func sessionOpened(_ facts: SessionFacts) -> SessionID { base.sessionOpened(facts) }

    func willHandOver(_ id: AttemptID) { base.willHandOver(id) }

    func record(_ report: DeliveryReport) {
        base.record(report)
        pace.settled(report.outcome)
    }
}
