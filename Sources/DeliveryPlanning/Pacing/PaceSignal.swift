package import MailModel

/// A sign that a site is given too much.
package enum PaceSignal: Sendable, Hashable {
    /// Fewer connections.
    case connections
    /// Fewer connections, and less in the same time.
    case rate

    /// What a failure says about the site; nil when it is about the message or the recipient alone.
    ///
    /// A 421 without a word of policy is nothing by itself: servers close connections with it that were used for long.
    package init?(_ cause: FailureCause) {
        guard case .reply(let reply) = cause, reply.code.severity != .positiveCompletion else { return nil }
        // About one envelope or one connection, not about how much comes in which time.
        if reply.saysConnectionIsSpent { return nil }
        let text = reply.text.lowercased()
        // Greylisting looks at each recipient: sending slower does not help.
        if Self.greylisting.contains(where: text.contains) { return nil }
        if Self.connectionWords.contains(where: text.contains) {
            self = .connections
            return
        }
        if Self.rateWords.contains(where: text.contains) {
            self = .rate
            return
        }
        guard reply.code.severity == .transientNegative else { return nil }
        guard [421, 450, 451].contains(reply.code.rawValue), reply.status?.subject == 7 else { return nil }
        self = .rate
    }

    private static let greylisting = ["greylist", "graylist", "grey list", "gray list", "greylisted"]

    /// What providers say when there are too many connections.
    private static let connectionWords = [
        "too many connections", "too many concurrent", "too many simultaneous", "too many sessions",
        "concurrent connection", "simultaneous connection", "connection limit", "connections exceeded",
        "maximum number of connections", "max connections", "connection frequency",
    ]

    /// What they say when there is too much in too little time; the last ones are QQ's and NetEase's.
    private static let rateWords = [
        "rate limit", "rate-limit", "ratelimit", "unusual rate", "message rate", "mail rate", "sending rate",
        "too many messages", "too much mail", "too many emails", "too many mails", "too fast", "too quickly",
        "throttl", "temporarily deferred due to", "[ts0", "[tss0", "frequency limit", "sending frequency",
        "mail:frequency", "mi:rate", "hl:irc", "rp:trc", "mi:spb", "mi:str", "dt:spm", "发送频率", "频率",
    ]
}
