internal import NIOCore

/// What is to happen after a piece of a dialogue.
enum DialogueStep {
    /// More bytes have to come first.
    case needsInput
    /// There may be more to do with the bytes at hand.
    case goOn
    /// Nothing, for a while; then ``SandboxDialogue/resume()``.
    case wait(TimeAmount)
    /// Write the output, then close the connection.
    case close
}

/// The server's side of one connection without the connection: a protocol's session and the answers to its questions.
protocol SandboxDialogue {
    /// What waits to be written.
    var output: [UInt8] { get set }
    /// What was counted since the numbers were taken away last.
    var counts: SandboxCounters { get set }

    /// Says hello.
    mutating func begin()

    /// Goes on with what the client sent; `consumed` bytes are not given again.
    mutating func go(_ input: Span<UInt8>) -> (consumed: Int, next: DialogueStep)

    /// Goes on after a wait.
    mutating func resume()

    /// Says why the connection is closed by the server's own will.
    mutating func end(_ reason: ConnectionEnd)

    /// The connection is gone, in good order or not.
    mutating func connectionLost()
}

/// Why the server closes a connection by its own will.
enum ConnectionEnd {
    case idle
    case stopping
    case tooManyConnections
}
