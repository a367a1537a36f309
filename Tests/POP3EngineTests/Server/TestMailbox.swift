import Synchronization

/// A mailbox that a server keeps between sessions, and what it is told to do wrong.
final class TestMailbox: Sendable {
    struct Message {
        var uid: String
        var content: String
    }

    /// How the server departs from the protocol.
    struct Faults {
        var capabilities = ["USER", "PIPELINING", "UIDL", "TOP"]
        /// The session in which the connection is cut within this message, counted from 1; 0 for all.
        var cut: (session: Int, message: Int)?
        /// The session in which the connection is lost before the reply to QUIT; deletions are done or not.
        var lostQuit: (session: Int, isDone: Bool)?
        var hasUniqueIDs = true
    }

    private let state: Mutex<(messages: [Message], sessions: Int, log: [String])>
    private let faults: Faults

    init(_ contents: [String], faults: Faults = Faults()) {
        let messages = contents.enumerated().map { Message(uid: "uid-\($0.offset)", content: $0.element) }
        state = Mutex((messages, 0, []))
        self.faults = faults
    }

    /// What is in the mailbox.
    var contents: [String] { state.withLock { $0.messages.map(\.content) } }

    /// The commands of all sessions, LIST and RETR numbers included.
    var log: [String] { state.withLock { $0.log } }

    /// One session with a client.
    func serve(_ client: inout ScriptedServer.Client) async throws {
        try await client.say("+OK ready\r\n")
        try await serveWithoutGreeting(&client)
    }

    /// One session with a client that was greeted already.
    func serveWithoutGreeting(_ client: inout ScriptedServer.Client) async throws {
        let (messages, session) = state.withLock { state in
            state.sessions += 1
            return (state.messages, state.sessions)
        }
        var deleted: Set<Int> = []
        while let line = try await client.line() {
            state.withLock { $0.log.append(line) }
            let words = line.split(separator: " ").map(String.init)
            let number = words.count > 1 ? Int(words[1]) ?? 0 : 0
            switch words.first {
            case "CAPA": try await client.say("+OK\r\n\(faults.capabilities.map { $0 + "\r\n" }.joined()).\r\n")
            case "USER", "PASS", "NOOP": try await client.say("+OK\r\n")
            case "RSET":
                deleted = []
                try await client.say("+OK\r\n")
            case "STAT": try await client.say("+OK \(messages.count - deleted.count) 0\r\n")
            case "LIST":
                let list = messages.enumerated().map { "\($0.offset + 1) \($0.element.content.utf8.count)\r\n" }
                    .joined()
                try await client.say("+OK\r\n\(list).\r\n")
            case "UIDL" where faults.hasUniqueIDs:
                let list = messages.enumerated().map { "\($0.offset + 1) \($0.element.uid)\r\n" }.joined()
                try await client.say("+OK\r\n\(list).\r\n")
            case "RETR":
                let stuffed = Self.stuffed(messages[number - 1].content)
                if let cut = faults.cut, cut.session == 0 || cut.session == session, cut.message == number {
                    try await client.say("+OK\r\n" + stuffed.prefix(stuffed.count / 2))
                    return
                }
                try await client.say("+OK\r\n\(stuffed).\r\n")
            case "TOP":
                let content = messages[number - 1].content
                let header = content.prefix(through: "\r\n\r\n")
                try await client.say("+OK\r\n\(Self.stuffed(header)).\r\n")
            case "DELE":
                deleted.insert(number)
                try await client.say("+OK\r\n")
            case "QUIT":
                let lost = faults.lostQuit.flatMap { $0.session == session ? $0 : nil }
                if lost?.isDone ?? true { remove(deleted.map { messages[$0 - 1].uid }) }
                if lost == nil { try await client.say("+OK bye\r\n") }
                return
            default: try await client.say("-ERR unknown\r\n")
            }
        }
    }

    private func remove(_ uids: [String]) {
        state.withLock { $0.messages.removeAll { uids.contains($0.uid) } }
    }

    private static func stuffed(_ content: String) -> String {
        let lines = content.unicodeLines
        return lines.map { ($0.hasPrefix(".") ? "." : "") + $0 + "\r\n" }.joined()
    }
}

extension String {
    /// Lines that end in CRLF, without it.
    fileprivate var unicodeLines: [String] {
        var bytes = Array(utf8)[...]
        var lines: [String] = []
        while let end = bytes.firstIndex(of: 0x0A) {
            lines.append(String(decoding: bytes[..<end].dropLast(), as: UTF8.self))
            bytes = bytes[(end + 1)...]
        }
        return lines
    }

    /// What stands before `end`, and that; all where there is none.
    fileprivate func prefix(through end: String) -> String {
        let bytes = Array(utf8)
        let mark = Array(end.utf8)
        for index in bytes.indices where bytes[index...].starts(with: mark) {
            return String(decoding: bytes[..<index], as: UTF8.self) + end
        }
        return self
    }
}
