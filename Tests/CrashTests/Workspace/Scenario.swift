/// What a crash test runs: transport, list, policy and server.
struct Scenario: Sendable, CustomStringConvertible {
    /// What drives the connections.
    enum Engine: String, Sendable, CaseIterable {
        case native
        case curl
    }

    /// What becomes of doubts.
    enum Policy: String, Sendable {
        case hold
        case resend
    }

    var engine = Engine.native
    var connections = 8
    var unanswered = 64
    var mode = SinkMode.pipelining
    var policy = Policy.hold
    /// How many recipients.
    var recipients = 240
    /// How often it is killed, at most.
    var kills = 4
    /// Messages a second; nil for as fast as it goes.
    var rate: Int?
    /// How long open transactions may take when it is told to stop, in seconds; nil for the default.
    var grace: Int?

    var description: String {
        let words = policy == .hold ? "" : ", in_doubt: resend"
        return "\(engine.rawValue), \(connections) connections, unanswered \(unanswered), \(mode)\(words)"
    }

    /// Messages that one lost connection can put in doubt.
    var openOnOneConnection: Int { max(1, unanswered / max(1, min(connections, unanswered))) }
}
