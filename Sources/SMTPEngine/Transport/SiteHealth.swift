internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// What a run knows of its server, and what follows from it: who may connect, when, and when to give up.
///
/// A session that cannot be had, or ends before its time, makes everybody wait, each time longer, and then one connection at
/// a time may try. A session that gets something done ends that.
///
/// What ends a run is that no session can be had, not that one more cannot: a server that takes two connections and refuses
/// the third is a server that works. So failures are strikes only while no session works, and the strikes end the run only
/// when no session is open. A session works from its first outcome to its end: each takes at least one message with it, so
/// that no run goes on for ever.
struct SiteHealth: Sendable {
    /// Whether a worker may connect.
    enum Admission: Sendable {
        /// It may; what becomes of it is told by this number.
        case go(Int)
        case wait(until: NIODeadline)
        case stop
    }

    /// How far a session is.
    private enum Stage {
        case connecting
        /// Mail can be sent, nothing is decided yet.
        case open
        /// The server decided at least one outcome.
        case working
    }

    /// How many strikes end a run.
    struct Patience: Sendable {
        /// Of a run that has not sent anything.
        var first: Int
        /// Of a run that has.
        var later: Int

        /// Three pauses, 0.7 s in all; seven, 12.7 s in all: time for a server to be restarted.
        static let relay = Patience(first: 4, later: 8)
        /// Recipients of a site that cannot be had come again later, so nobody waits for it.
        static let site = Patience(first: 1, later: 3)
    }

    private static let longestPause = TimeAmount.seconds(30)

    private let peer: String
    private let tls: TLSRequirement
    private let patience: Patience
    private(set) var allowsPipelining = true
    /// Whether TLS, which is not demanded, has failed.
    private(set) var avoidsTLS = false
    private(set) var failure: TransportFailure?

    private var sessions: [Int: Stage] = [:]
    private var lastNumber = 0
    /// Failures since a session got something done: they make the pauses longer.
    private var failures = 0
    /// Failures while no session worked.
    private var strikes = 0
    private var hasProgress = false
    private var retryAt: NIODeadline?
    /// The connection that tries whether the server is back.
    private var probe: Int?

    init(peer: String, tls: TLSRequirement, patience: Patience = .relay) {
        self.peer = peer
        self.tls = tls
        self.patience = patience
    }

    /// Whether a worker may connect now; it has to, when it may.
    mutating func admit(now: NIODeadline) -> Admission {
        if failure != nil { return .stop }
        if let retryAt, now < retryAt { return .wait(until: retryAt) }
        if failures > 0, probe != nil { return .wait(until: now + .milliseconds(50)) }
        lastNumber += 1
        sessions[lastNumber] = .connecting
        if failures > 0 { probe = lastNumber }
        return .go(lastNumber)
    }

    /// Mail can be sent in a session.
    mutating func opened(_ number: Int) { sessions[number] = .open }

    /// A session got something done.
    mutating func proved(_ number: Int) {
        sessions[number] = .working
        hasProgress = true
        clear()
    }

    /// A session ended, or could not be had.
    ///
    /// - Parameters:
    ///   - number: which.
    ///   - end: how.
    ///   - hasMail: whether there is mail that no session has.
    ///   - now: the time.
    mutating func ended(_ number: Int, _ end: SessionEnd, hasMail: Bool, now: NIODeadline) {
        let stage = sessions.removeValue(forKey: number) ?? .connecting
        if probe == number { probe = nil }
        // The place that it leaves at the server may be what another one waits for.
        if stage == .working { clear() }
        if stage != .connecting, end.kind == .breach { allowsPipelining = false }
        if tls == .opportunistic, end.phase == .tlsHandshake { avoidsTLS = true }
        switch end.kind {
        case .quit: return
        case .refused(let code) where !hasProgress || code != .unreachable:
            // Trying again changes nothing, and with a login may do harm; but a session that is there goes on.
            if !hasOpenSession { return fail(code, end) }
        case .refused, .closing, .lost, .timedOut, .breach: break
        }
        // Those who failed together failed once.
        if let retryAt, now < retryAt { return }
        // Silence costs minutes: it counts double.
        let weight = end.kind == .timedOut ? 2 : 1
        failures += weight
        retryAt = now + min(.milliseconds(100 << Int64(min(failures - 1, 10))), Self.longestPause)
        guard !sessions.values.contains(.working) else { return }
        strikes += weight
        // Where nobody waits to be sent, nobody is to be given up.
        guard !hasOpenSession, hasMail || stage != .connecting else { return }
        if strikes >= (hasProgress ? patience.later : patience.first) {
            fail(end.kind == .breach ? .protocolBreach : .unreachable, end)
        }
    }

    /// A connection could not be had, and another host is there to be tried at once: no strike.
    mutating func moved(_ number: Int) {
        sessions.removeValue(forKey: number)
        if probe == number { probe = nil }
    }

    /// Whether TLS is tried and not demanded, and has not failed yet.
    var takesTLSOrNot: Bool { tls == .opportunistic && !avoidsTLS }

    /// Whether a connection is still being made.
    func isConnecting(_ number: Int) -> Bool { sessions[number] == .connecting }

    /// Whether a session has got anything done.
    func isWorking(_ number: Int) -> Bool { sessions[number] == .working }

    /// Sessions that are open.
    var openCount: Int { sessions.count - connecting }

    /// Connections that are being made.
    var connecting: Int { sessions.values.count { $0 == .connecting } }

    private var hasOpenSession: Bool { sessions.values.contains { $0 != .connecting } }

    private mutating func clear() {
        failures = 0
        strikes = 0
        retryAt = nil
        probe = nil
    }

    private mutating func fail(_ code: TransportFailure.Code, _ end: SessionEnd) {
        failure = failure ?? TransportFailure(code: code, phase: end.phase, peer: peer, cause: end.cause)
    }
}
