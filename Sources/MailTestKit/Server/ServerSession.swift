/// One connection of a test server: carries out a play.
struct ServerSession {
    typealias Note = (_ change: (inout ServerRecord) -> Void) -> Void

    let number: Int
    let socket: LoopbackSocket
    let note: Note
    var input: ServerInput
    /// Replies that are held back so as to go out together.
    var held: [UInt8] = []

    init(number: Int, socket: LoopbackSocket, note: @escaping Note) {
        self.number = number
        self.socket = socket
        self.note = note
        input = ServerInput(socket: socket)
    }

    mutating func perform(_ play: ConnectionPlay) {
        switch play {
        case .serve(let behaviour):
            var dialogue = ServerDialogue(session: self, behaviour: behaviour)
            dialogue.run(greets: true)
        case .script(let steps):
            for step in steps {
                guard perform(step) else { return }
            }
        }
    }

    /// Carries out one step; false when the connection is over.
    private mutating func perform(_ step: ServerStep) -> Bool {
        switch step {
        case .send(let reply):
            return socket.write(reply.bytes)
        case .sendByteByByte(let reply):
            return reply.bytes.allSatisfy { socket.write([$0]) }
        case .expect(let prefix):
            guard let line = command() else { return false }
            guard line.uppercased().hasPrefix(prefix.uppercased()) else {
                breach("\(prefix) was expected, \(line) came")
                return false
            }
            return true
        case .readLine:
            return command() != nil
        case .readMessage:
            guard let content = content() else { return false }
            let message = ReceivedMessage(
                connection: number,
                reversePath: "",
                mailParameters: [],
                recipients: [],
                content: content,
                answer: .none
            )
            note { $0.messages.append(message) }
            return true
        case .readBytes(let count):
            return input.bytes(count).count == count
        case .pause(let duration):
            ServerThread.sleep(duration)
            return true
        case .stayMute:
            input.drain()
            return false
        case .serve(let behaviour):
            var dialogue = ServerDialogue(session: self, behaviour: behaviour)
            dialogue.run(greets: false)
            return false
        case .close:
            socket.close()
            return false
        case .reset:
            socket.reset()
            return false
        }
    }

    func breach(_ text: String) {
        note { $0.breaches.append("connection \(number): \(text)") }
    }

    /// One command line, noted; nil when the client is gone.
    mutating func command() -> String? {
        guard let line = input.line() else { return nil }
        let text = String(decoding: line.text, as: UTF8.self)
        note { $0.commands[number].append(text) }
        if !line.hasCR { breach("a command ends in a bare LF: \(text)") }
        return text
    }

    /// A message up to its final dot, un-stuffed (RFC 5321 §4.5.2); nil when the client is gone before.
    mutating func content() -> [UInt8]? {
        var content: [UInt8] = []
        let dot = UInt8(ascii: ".")
        while let line = input.line() {
            if !line.hasCR { breach("a line of the message ends in a bare LF") }
            if line.text.contains(UInt8(ascii: "\r")) { breach("a line of the message has a bare CR") }
            if line.text == [dot] { return content }
            content.append(contentsOf: line.text.first == dot ? line.text[1...] : line.text[...])
            content.append(UInt8(ascii: "\r"))
            content.append(UInt8(ascii: "\n"))
        }
        return nil
    }
}
