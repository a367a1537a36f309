/// The step of a session at which something happened.
package enum SessionPhase: UInt8, Sendable, CaseIterable {
    case resolve
    case connect
    case greeting
    case hello
    case startTLS
    case tlsHandshake
    case auth
    case mail
    case recipient
    case data
    case content
    case endOfData
    case reset
    case quit

    /// How a sentence to a person names the step: "refused at RCPT TO".
    package var phrase: String {
        switch self {
        case .resolve: "name resolution"
        case .connect: "connecting"
        case .greeting: "the greeting"
        case .hello: "EHLO"
        case .startTLS: "STARTTLS"
        case .tlsHandshake: "the TLS handshake"
        case .auth: "AUTH"
        case .mail: "MAIL FROM"
        case .recipient: "RCPT TO"
        case .data: "DATA"
        case .content: "sending the message"
        case .endOfData: "the end of the message"
        case .reset: "RSET"
        case .quit: "QUIT"
        }
    }
}

/// Why something did not succeed: the server's words, or what broke.
package enum FailureCause: Sendable, Hashable {
    /// The server said no.
    case reply(Reply)
    /// The connection ended or could not be made; the text says how.
    case connection(String)
    /// No answer within the time that the step has, in seconds.
    case timeout(seconds: UInt32)
    /// The server broke the protocol; the text says how.
    case protocolBreach(String)
    /// The server lacks what the message or the settings need, such as SMTPUTF8 or a smaller message.
    case unsupported(String)
    /// The recipient's domain decides it, as the DNS shows it: the status that a server would have said, and why.
    case routing(EnhancedStatusCode, String)
    /// Those who take mail for the recipient's domain get no more for now; how many seconds until they can.
    case busy(seconds: UInt32, String)
}

/// What became of one recipient in one attempt.
package enum RecipientOutcome: Sendable, Hashable {
    /// The server took responsibility: its reply to the end of the message.
    case accepted(Reply)
    /// Not now.
    case deferred(FailureCause)
    /// Never.
    case failed(FailureCause)
    /// The last byte was handed over and no reply came.
    case inDoubt(FailureCause)
    /// Nothing of this message was processed, through no fault of its own: it does not count as an attempt.
    case released(FailureCause)
}

/// What one session at one server negotiated; outcomes refer to it by number.
package struct SessionFacts: Sendable, Hashable {
    /// The host as it was named.
    package var host: String
    /// The address and port that were connected to, as `192.0.2.1:25`.
    package var endpoint: String
    /// The TLS version, such as `TLSv1.3`, or nil in the clear.
    package var tls: String?
    /// The SASL mechanism, or nil without AUTH.
    package var authMechanism: String?

    package init(host: String, endpoint: String, tls: String? = nil, authMechanism: String? = nil) {
        self.host = host
        self.endpoint = endpoint
        self.tls = tls
        self.authMechanism = authMechanism
    }
}

/// The number of a session within a run.
package struct SessionID: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// What a transport reports: one recipient, one attempt.
package struct DeliveryReport: Sendable, Hashable {
    /// Which attempt.
    package var id: AttemptID
    /// What became of it.
    package var outcome: RecipientOutcome
    /// At which step the outcome was decided.
    package var phase: SessionPhase
    /// In which session, or nil when there was none.
    package var session: SessionID?
    /// What left, or was about to; transports leave it out, whoever made the message adds it.
    package var sent: SentFacts?

    package init(
        id: AttemptID,
        outcome: RecipientOutcome,
        phase: SessionPhase,
        session: SessionID?,
        sent: SentFacts? = nil
    ) {
        self.sent = sent
        self.id = id
        self.outcome = outcome
        self.phase = phase
        self.session = session
    }
}
