/// How the built-in server runs.
package struct SandboxSettings: Sendable {
    /// What becomes of mail that is accepted.
    package enum Keeping: String, Sendable, CaseIterable {
        /// It is counted and forgotten; reports still come.
        case none
        /// The latest lies in the mailboxes of its recipients.
        case recent
    }

    /// Where SMTP is served: an address, or `localhost`; 127.0.0.1.
    package var smtpHost = "127.0.0.1"
    /// The port of SMTP; 2525, and 0 takes a free one.
    package var smtpPort = 2_525
    /// Where POP3 is served; 127.0.0.1.
    package var popHost = "127.0.0.1"
    /// The port of POP3; 2110, and 0 takes a free one.
    package var popPort = 2_110
    /// Whether addresses that other machines can reach are allowed; false.
    ///
    /// Anybody may log in and fetch any mailbox, so a person has to say so.
    package var allowsOtherHosts = false
    /// Who the server says it is; printable ASCII without spaces.
    package var hostName = "sandbox.localhost"
    /// What becomes of accepted mail; `recent`.
    package var keep = Keeping.recent
    /// Messages of accepted mail that are kept at most, the oldest going first; 1,000.
    package var keptMessages = 1_000
    /// Bytes of accepted mail that are kept at most; 64 MiB.
    package var keptBytes = 64 << 20
    /// A folder that takes a copy of all accepted mail, one `.eml` file for each recipient; nil for none.
    ///
    /// Nothing is ever deleted there. A message that cannot be written is put off with 452.
    package var folder: String?
    /// Reports and other answers that are kept at most; 100,000.
    package var answers = 100_000
    /// Bytes of answers that are kept at most; 256 MiB.
    package var answerBytes = 256 << 20
    /// How long an answer takes to come; at once.
    package var answerDelay = Duration.zero
    /// How long `slow+…` takes to be answered; 2 s.
    package var slowAnswer = Duration.seconds(2)
    /// How long after its first try `greylist+…` is put off; 2 s.
    package var greylisting = Duration.seconds(2)
    /// How long a connection may say nothing; 10 min, which RFC 1939 §3 asks of POP3.
    package var idle = Duration.seconds(600)
    /// Connections at the same time, both protocols together; 4,096, or fewer where the limit of open files asks for it.
    package var connections = 4_096
    /// Threads that serve connections; nil for as many as there are cores, four at most.
    package var threads: Int?
    /// The largest message in octets; 64 MiB.
    package var messageBytes = 64 << 20

    package init() {}

    /// Names where to listen.
    package init(smtpHost: String = "127.0.0.1", smtpPort: Int, popHost: String = "127.0.0.1", popPort: Int) {
        self.smtpHost = smtpHost
        self.smtpPort = smtpPort
        self.popHost = popHost
        self.popPort = popPort
    }
}
