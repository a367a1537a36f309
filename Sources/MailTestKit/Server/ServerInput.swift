/// What a client sends, read line by line.
struct ServerInput {
    private let socket: LoopbackSocket
    private var buffer: [UInt8] = []
    private var position = 0

    init(socket: LoopbackSocket) { self.socket = socket }

    /// Whether bytes were sent that nobody has read yet; what the kernel still holds does not count.
    var hasUnread: Bool { position < buffer.count }

    /// One line without its end, or nil when the connection ends first.
    mutating func line() -> (text: [UInt8], hasCR: Bool)? {
        var start = position
        while true {
            if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let hasCR = end > position && buffer[end - 1] == UInt8(ascii: "\r")
                let line = Array(buffer[position..<(hasCR ? end - 1 : end)])
                position = end + 1
                return (line, hasCR)
            }
            start = buffer.count - position
            guard refill() else { return nil }
        }
    }

    /// This many bytes, or fewer when the connection ends first.
    mutating func bytes(_ count: Int) -> [UInt8] {
        while buffer.count - position < count {
            guard refill() else { break }
        }
        let end = min(buffer.count, position + count)
        defer { position = end }
        return Array(buffer[position..<end])
    }

    /// Reads and drops everything until the client closes.
    mutating func drain() {
        repeat {
            position = buffer.count
        } while refill()
    }

    /// Moves what is unread to the front and reads on.
    private mutating func refill() -> Bool {
        buffer.removeFirst(position)
        position = 0
        return socket.read(into: &buffer)
    }
}
