/// The ceilings of a session: what a server may send, and what is in flight at once.
package struct Limits: Sendable, Hashable {
    /// The longest status or list line, in bytes; 4,096, where RFC 2449 §4 allows 512.
    package var lineBytes = 4096
    /// The most messages that a session takes note of; 1,000,000.
    ///
    /// Those behind wait for the next session.
    package var listedMessages = 1_000_000
    /// The most lines of LIST or UIDL that are read; 4,000,000.
    package var listLines = 4_000_000
    /// The longest header that is held for a comparison, in bytes; 1 MiB.
    package var headerBytes = 1 << 20
    /// The most bytes of one message that are read, kept or not; 1 GiB.
    ///
    /// A message may be larger than its server says: it is read to its end so that the session goes on.
    package var messageBytes = 1 << 30
    /// The messages that are fetched between two commits; 100.
    package var batchMessages = 100
    /// The bytes that are fetched between two commits, the message that passes them included; 16 MiB.
    package var batchBytes = 16 << 20
    /// The commands in flight where the server has PIPELINING; 32.
    package var pipelinedCommands = 32

    package init() {}
}
