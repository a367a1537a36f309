internal import MailModel
internal import NIOCore
internal import NIOPosix
internal import SMTPProtocol

/// Turns what NIO throws into how a session ended.
enum ConnectFailure {
    /// Why no connection was made.
    ///
    /// - Parameters:
    ///   - error: what NIO says.
    ///   - address: what was connected to, where no name had to be resolved.
    ///   - limit: how long it was tried.
    /// - Returns: the end.
    static func end(_ error: any Error, _ address: SocketAddress?, limit: Duration) -> SessionEnd {
        if case ChannelError.connectTimeout = error { return timeout(limit) }
        guard let failure = error as? NIOConnectionError else {
            let place = address.map { "\(SocketText.text($0)): " } ?? ""
            return SessionEnd(kind: .lost, phase: .connect, cause: .connection(place + text(error)))
        }
        guard let first = failure.connectionErrors.first else {
            let reason = "the name \(failure.host) cannot be resolved to an address"
            return SessionEnd(kind: .lost, phase: .resolve, cause: .connection(reason))
        }
        if failure.connectionErrors.allSatisfy({
            if case ChannelError.connectTimeout = $0.error { true } else { false }
        }) {
            return timeout(limit)
        }
        let address = SocketText.text(first.target)
        return SessionEnd(kind: .lost, phase: .connect, cause: .connection("\(address): \(text(first.error))"))
    }

    private static func timeout(_ limit: Duration) -> SessionEnd {
        let seconds = UInt32(clamping: max(1, limit.components.seconds))
        return SessionEnd(kind: .timedOut, phase: .connect, cause: .timeout(seconds: seconds))
    }

    /// An error in few words: `Connection refused`, not the call that said so.
    static func text(_ error: any Error) -> String {
        let text = String(describing: error)
        guard error is IOError, let start = text.firstRange(of: ": ") else { return text }
        let tail = text[start.upperBound...]
        let words = tail.prefix(upTo: tail.firstRange(of: " (")?.lowerBound ?? tail.endIndex)
        // What is left of a parenthesis that the call's name stood in.
        return String(words.hasSuffix(")") ? words.dropLast() : words)
    }
}
