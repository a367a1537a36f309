internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// What a run knows of its server, and what follows from it: who may connect, when, and when to give up.
///
/// Sessions that end without a single outcome are strikes. A strike makes everybody wait, each longer than the one before,
/// and then one connection at a time may try. A session that gets something done clears them. With no session left, a few
/// strikes end the run; while another works, never.
struct SiteHealth: Sendable {
    /// Whether a worker may connect.
    enum Admission: Sendable {
        case go
        case wait(until: NIODeadline)
        case stop
    }

    /// Strikes that end a run which has not sent anything: three pauses, 0.7 s in all.
    private static let firstPatience = 4
    /// Strikes that end a run which has: seven pauses, 12.7 s in all, time for a server to be restarted.
    private static let laterPatience = 8
    private static let longestPause = TimeAmount.seconds(30)

    private let peer: String
    private(set) var openSessions = 0
    private(set) var allowsPipelining = true
    /// Whether TLS, which is not demanded, has failed.
    private(set) var avoidsTLS = false
    private(set) var failure: TransportFailure?
    private var strikes = 0
    private var hasProgress = false
    private var retryAt: NIODeadline?
    private var isProbing = false

    init(peer: String) { self.peer = peer }

    /// Whether a worker may connect now.
    func admission(now: NIODeadline) -> Admission {
        if failure != nil { return .stop }
        if let retryAt, now < retryAt { return .wait(until: retryAt) }
        return strikes > 0 && isProbing ? .wait(until: now + .milliseconds(50)) : .go
    }

    /// A worker that has messages connects, if it still may.
    mutating func claim(now: NIODeadline) -> Bool {
        guard case .go = admission(now: now) else { return false }
        isProbing = strikes > 0
        return true
    }

    mutating func opened() { openSessions += 1 }

    /// A session got something done.
    mutating func proved() {
        strikes = 0
        retryAt = nil
        isProbing = false
        hasProgress = true
    }

    /// A session ended, or could not be had.
    ///
    /// - Parameters:
    ///   - end: how.
    ///   - wasOpen: whether mail could be sent.
    ///   - answered: outcomes that the server decided in it.
    ///   - tls: what is demanded.
    ///   - now: the time.
    mutating func ended(_ end: SessionEnd, wasOpen: Bool, answered: Int, tls: TLSRequirement, now: NIODeadline) {
        if wasOpen { openSessions -= 1 }
        if answered > 0 { proved() }
        if wasOpen, end.kind == .breach { allowsPipelining = false }
        if tls == .opportunistic, end.phase == .tlsHandshake { avoidsTLS = true }
        switch end.kind {
        case .quit:
            isProbing = false
            return
        case .refused(let code) where openSessions == 0:
            failure = failure ?? TransportFailure(code: code, phase: end.phase, peer: peer, cause: end.cause)
        case .refused, .closing, .lost, .timedOut, .breach:
            strike(end, now)
        }
    }

    private mutating func strike(_ end: SessionEnd, _ now: NIODeadline) {
        isProbing = false
        // Those who failed together failed once.
        if let retryAt, now < retryAt { return }
        // Silence costs minutes: it counts double.
        strikes += end.kind == .timedOut ? 2 : 1
        if openSessions == 0, strikes >= (hasProgress ? Self.laterPatience : Self.firstPatience) {
            let code: TransportFailure.Code = end.kind == .breach ? .protocolBreach : .unreachable
            failure = failure ?? TransportFailure(code: code, phase: end.phase, peer: peer, cause: end.cause)
            return
        }
        let pause = TimeAmount.milliseconds(100 << Int64(min(strikes - 1, 10)))
        retryAt = now + min(pause, Self.longestPause)
    }
}
