internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// Waits that end: one timer, looked at again only when it fires, so that a reply costs no timer.
extension SessionHandler {
    private var limit: Duration {
        if isHandshaking { return plan.session.timeouts.connect }
        return session.awaited?.limit ?? plan.idleLimit
    }

    /// Makes sure that the timer fires no later than the present wait ends.
    func updateTimer() {
        guard ending == nil else { return }
        let deadline = lastProgress + TimeAmount(limit)
        if let timer {
            guard deadline < timer.deadline else { return }
            timer.task.cancel()
        }
        let task = loop.assumeIsolated().scheduleTask(deadline: deadline) { [weak self] in
            self?.timerFired()
            return
        }
        timer = (deadline, task)
    }

    private func timerFired() {
        timer = nil
        guard ending == nil else { return }
        let limit = limit
        guard NIODeadline.now() >= lastProgress + TimeAmount(limit) else { return updateTimer() }
        if isHandshaking {
            let seconds = UInt32(clamping: max(1, limit.components.seconds))
            let end = SessionEnd(kind: .timedOut, phase: .tlsHandshake, cause: .timeout(seconds: seconds))
            return finish(session.fail(end))
        }
        guard session.isIdle else { return finish(session.timedOut(after: limit)) }
        session.quit()
        lastProgress = .now()
        flush()
        updateTimer()
    }
}
