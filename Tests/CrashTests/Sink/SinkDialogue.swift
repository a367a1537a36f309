import MailTestKit

/// One connection of a counting sink.
struct SinkDialogue {
    private let socket: LoopbackSocket
    private let sink: CountingSink
    private var input: SinkInput
    /// Replies that go out together once nothing more is there to be read.
    private var held: [UInt8] = []
    private var path: String?
    private var fault = SinkMode.Fault.none
    private var turn = 0
    private var content: [UInt8] = []
    private var isOver = false

    init(socket: LoopbackSocket, sink: CountingSink) {
        self.socket = socket
        self.sink = sink
        input = SinkInput(socket: socket)
    }

    mutating func run() {
        say("220 sink.example.test ESMTP 你好")
        while !isOver {
            if !input.hasUnread { flush() }
            guard let line = input.line() else { return }
            answer(String(decoding: line.dropLast(2), as: UTF8.self))
        }
        flush()
    }

    private mutating func answer(_ line: String) {
        let verb = line.prefix { $0 != " " }.uppercased()
        switch verb {
        case "EHLO": hello()
        case "MAIL": mail()
        case "RCPT": recipient(line)
        case "DATA": data()
        case "BDAT": chunk(line)
        case "RSET":
            path = nil
            say("250 2.0.0 ok")
        case "NOOP": say("250 2.0.0 ok")
        case "QUIT":
            say("221 2.0.0 bye")
            isOver = true
        default:
            sink.breach("unknown command: \(line.prefix(60))")
            say("500 5.5.2 unknown")
        }
    }

    private mutating func hello() {
        var keywords = ["8BITMIME", "SMTPUTF8", "SIZE 10000000", "ENHANCEDSTATUSCODES"]
        if sink.mode.pipelining { keywords.append("PIPELINING") }
        if sink.mode.chunking { keywords.append("CHUNKING") }
        say("250-sink.example.test")
        for keyword in keywords.dropLast() { say("250-\(keyword)") }
        say("250 \(keywords.last ?? "HELP")")
    }

    private mutating func mail() {
        (fault, turn) = sink.begin()
        path = nil
        content = []
        if closes(at: 0) { return }
        say("250 2.1.0 ok")
    }

    private mutating func recipient(_ line: String) {
        guard let start = line.firstIndex(of: "<"), let end = line[start...].firstIndex(of: ">") else {
            return say("501 5.5.4 syntax")
        }
        path = String(line[line.index(after: start)..<end])
        sink.meet(.recipient)
        say("250 2.1.5 ok")
    }

    private mutating func data() {
        guard let path else { return say("503 5.5.1 RCPT first") }
        if closes(at: 1) { return }
        say("354 go on")
        flush()
        while let line = input.line() {
            if line.elementsEqual(".\r\n".utf8) { return end(path) }
            content.append(contentsOf: line.first == UInt8(ascii: ".") ? line.dropFirst() : line)
            if content.count > 300, closes(at: 2) { return }
        }
        isOver = true
    }

    /// BDAT (RFC 3030 §2); every chunk of ours is the last.
    private mutating func chunk(_ line: String) {
        let words = line.split(separator: " ")
        guard words.count == 3, words[2] == "LAST", let size = Int(words[1]), size > 0 else {
            sink.breach("unexpected chunk: \(line)")
            isOver = true
            return
        }
        if closes(at: 1) { return }
        guard let most = input.block(size - 1) else {
            isOver = true
            return
        }
        content = Array(most)
        if closes(at: 2) { return }
        // The last byte is read on its own: without it there is no message.
        if path != nil, fault == .dropBeforeEnd { return drop() }
        guard let last = input.block(1) else {
            isOver = true
            return
        }
        content += last
        guard let path else { return say("503 5.5.1 RCPT first") }
        end(path)
    }

    /// Everything has come, by DATA or by BDAT: it counts, unless the fault says that it was never received.
    private mutating func end(_ path: String) {
        sink.meet(.content)
        defer { self.path = nil }
        if fault == .dropBeforeEnd { return drop() }
        if closes(at: 3) { return }
        if fault == .deferral, sink.putsOff(path) { return say("451 4.3.0 稍后再试 try again later") }
        let header = SinkHeader(content)
        sink.count(path, messageID: header.messageID, isAddressedRight: header.to.contains("<\(path)>"))
        sink.meet(.complete)
        if fault == .dropAfterEnd { return drop() }
        if sink.mode.delay > 0 { ServerThread.sleep(.milliseconds(sink.mode.delay)) }
        say("250 2.0.0 queued 已排队")
        if !input.hasUnread { flush() }
        sink.meet(.answered)
    }

    /// 421 at one of four steps, in turn; everything behind it is not read any more.
    private mutating func closes(at step: Int) -> Bool {
        guard fault == .closing, turn % 4 == step else { return false }
        sink.countDrop()
        say("421 4.3.2 closing 正在关闭")
        isOver = true
        return true
    }

    private mutating func drop() {
        sink.countDrop()
        held = []
        isOver = true
    }

    private mutating func say(_ line: String) {
        held += Array(line.utf8)
        held += [0x0D, 0x0A]
    }

    private mutating func flush() {
        guard !held.isEmpty else { return }
        socket.write(held)
        held = []
    }
}
