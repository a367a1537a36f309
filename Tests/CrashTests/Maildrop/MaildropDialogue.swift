import MailTestKit

/// One session with the hostile server.
struct MaildropDialogue {
    private let socket: LoopbackSocket
    private let maildrop: Maildrop
    private var input: SinkInput
    /// The session's number, from 0.
    private var session = 0
    /// The serials that this session sees, in order.
    private var listed: [Int] = []
    private var deleted: Set<Int> = []

    init(socket: LoopbackSocket, maildrop: Maildrop) {
        self.socket = socket
        self.maildrop = maildrop
        input = SinkInput(socket: socket)
    }

    private var mode: MaildropMode { maildrop.mode }

    mutating func run() {
        say("+OK ready")
        while let line = input.line() {
            let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
            guard let verb = words.first?.uppercased() else { return }
            if mode == .slow { ServerThread.sleep(.milliseconds(1)) }
            guard answer(verb, words.dropFirst().first) else { return }
        }
    }

    /// Answers one command.
    ///
    /// - Returns: whether the session goes on.
    private mutating func answer(_ verb: String, _ argument: String?) -> Bool {
        let number = argument.flatMap { Int($0) } ?? 0
        switch verb {
        case "CAPA": say("+OK\r\nUSER\r\nTOP\r\nRESP-CODES\r\nPIPELINING\(mode == .noIDs ? "" : "\r\nUIDL")\r\n.")
        case "USER", "NOOP": say("+OK")
        case "PASS": return logIn()
        case "STAT":
            maildrop.meet(.status)
            sayStatus()
        case "LIST": sayList { "\(size(of: $0))" }
        case "UIDL" where mode == .noIDs: say("-ERR what is that?")
        case "UIDL": sayList { id(of: $0) }
        case "RETR": return retrieve(number)
        case "TOP":
            guard let serial = serial(number) else { return refuse() }
            say("+OK")
            socket.write(maildrop.messages[serial].content(headerOnly: true))
        case "DELE":
            guard let serial = serial(number) else { return refuse() }
            deleted.insert(serial)
            maildrop.meet(.deletion)
            say("+OK")
        case "RSET":
            deleted = []
            say("+OK")
        case "QUIT":
            quit()
            return false
        default: say("-ERR what is that?")
        }
        return true
    }

    private func say(_ line: String) { socket.write(Array("\(line)\r\n".utf8)) }

    private func refuse() -> Bool {
        say("-ERR no such message")
        return true
    }

    private mutating func logIn() -> Bool {
        let count = maildrop.messages.count
        let mode = mode
        (session, listed) = maildrop.change { state in
            state.sessions += 1
            // The other message of an id arrives when the first is gone.
            let listed = state.messages.filter { serial in
                mode != .reusedIDs || serial < count / 2 || !state.messages.contains(serial - count / 2)
            }
            return (state.sessions, listed)
        }
        if mode == .locked, session.isMultiple(of: 2) {
            say("-ERR [IN-USE] somebody else is in this mailbox")
            return true
        }
        say("+OK")
        maildrop.meet(.login)
        return true
    }

    private func size(of serial: Int) -> Int { maildrop.messages[serial].bytes.count }

    private func id(of serial: Int) -> String {
        switch mode {
        case .changedIDs: "s\(session)-\(serial)"
        case .reusedIDs: "u\(serial % (maildrop.messages.count / 2))"
        default: "u\(serial)"
        }
    }

    private func serial(_ number: Int) -> Int? {
        guard listed.indices.contains(number - 1), !deleted.contains(listed[number - 1]) else { return nil }
        return listed[number - 1]
    }

    private func sayStatus() {
        let left = listed.filter { !deleted.contains($0) }
        let octets = left.map(size).reduce(0, +)
        switch session % 6 {
        case 0 where mode == .wrongStatus: say("+OK \(left.count + 3) \(octets)")
        case 3 where mode == .wrongStatus: say("+OK \(left.count) \(octets / 7 + 1)")
        default: say("+OK \(left.count) \(octets)")
        }
    }

    private func sayList(_ value: (Int) -> String) {
        var text = "+OK\r\n"
        for (place, serial) in listed.enumerated() where !deleted.contains(serial) {
            text += "\(place + 1) \(value(serial))\r\n"
        }
        say(text + ".")
    }

    /// Gives a message, or half of it.
    private func retrieve(_ number: Int) -> Bool {
        guard let serial = serial(number) else { return refuse() }
        let turn = maildrop.change { state in
            state.retrieved += 1
            return state.retrieved
        }
        let content = maildrop.messages[serial].content(headerOnly: false)
        say("+OK")
        let middle = content.count * (turn % 7 + 1) / 9
        guard socket.write(Array(content[..<middle])) else { return false }
        maildrop.meet(.half)
        if mode == .cutInRetrieval, turn.isMultiple(of: 11) {
            maildrop.change { $0.cuts += 1 }
            if turn.isMultiple(of: 2) { socket.reset() }
            return false
        }
        if mode == .slow { ServerThread.sleep(.milliseconds(3)) }
        guard socket.write(Array(content[middle...])) else { return false }
        maildrop.meet(.whole)
        return true
    }

    private func quit() {
        maildrop.meet(.quit)
        let mode = mode
        let deleted = deleted
        let isCut = maildrop.change { state in
            state.quits += 1
            let isCut = mode == .cutAtQuit && state.quits.isMultiple(of: 2)
            if isCut { state.cuts += 1 }
            if !isCut || state.quits.isMultiple(of: 4) { state.messages.removeAll { deleted.contains($0) } }
            return isCut
        }
        maildrop.meet(.deleted)
        if !isCut { say("+OK bye") }
    }
}
