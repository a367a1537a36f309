/// What a test server saw on all its connections.
package struct ServerRecord: Sendable {
    /// Connections that were accepted.
    package var connections = 0
    /// Command lines by connection, in their order.
    package var commands: [[String]] = []
    /// Messages whose final dot came, in the order of their ends.
    package var messages: [ReceivedMessage] = []
    /// What the client did against the protocol.
    package var breaches: [String] = []

    package init() {}

    /// Messages by connection.
    package var messagesByConnection: [Int] {
        var counts = [Int](repeating: 0, count: connections)
        for message in messages { counts[message.connection] += 1 }
        return counts
    }
}

/// A message that came whole.
package struct ReceivedMessage: Sendable {
    /// What the server said to it.
    package enum Answer: Sendable, Hashable {
        /// It took responsibility.
        case accepted
        /// It refused.
        case refused
        /// It said nothing: nobody knows.
        case none
    }

    /// The number of the connection, from 0.
    package var connection: Int
    /// What stood between the angle brackets of MAIL.
    package var reversePath: String
    /// The parameters of MAIL, as `SIZE=1000`.
    package var mailParameters: [String]
    /// What stood between the angle brackets of each RCPT that was accepted.
    package var recipients: [String]
    /// The bytes, dots un-stuffed, the final dot left out.
    package var content: [UInt8]
    /// What the server said to it.
    package var answer: Answer
}
