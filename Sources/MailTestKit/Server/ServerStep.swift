/// One step of what a test server does on a connection.
package enum ServerStep: Sendable {
    /// Writes a reply, or any bytes.
    case send(ServerReply)
    /// Writes the same, each byte by itself.
    case sendByteByByte(ServerReply)
    /// Reads one line and notes a breach when it does not begin with this (letters' case does not matter).
    case expect(String)
    /// Reads one line, whatever it is.
    case readLine
    /// Reads a message up to its final dot and keeps it, without an answer.
    case readMessage
    /// Reads this many bytes, or to the end of the connection.
    case readBytes(Int)
    /// Does nothing for a while.
    case pause(Duration)
    /// Reads and never answers, until the client gives up.
    case stayMute
    /// Behaves from here on, the greeting left out.
    case serve(ServerBehaviour)
    /// Closes with a FIN.
    case close
    /// Closes with a RST.
    case reset
}

/// What a test server does on one connection.
package enum ConnectionPlay: Sendable {
    /// Plays the steps, then closes.
    case script([ServerStep])
    /// Behaves as a mail server does, with exceptions.
    case serve(ServerBehaviour)
}
