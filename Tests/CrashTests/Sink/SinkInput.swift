import MailTestKit

/// What a client sends, as lines and blocks; a buffer that is refilled from the socket.
struct SinkInput {
    private let socket: LoopbackSocket
    private var buffer: [UInt8] = []
    private var position = 0

    init(socket: LoopbackSocket) { self.socket = socket }

    /// Whether something was read that is not used yet.
    var hasUnread: Bool { position < buffer.count }

    /// One line with its end; nil when the client is gone first.
    mutating func line() -> ArraySlice<UInt8>? {
        var place = position
        while true {
            while place < buffer.count {
                if buffer[place] == 0x0A {
                    defer { position = place + 1 }
                    return buffer[position...place]
                }
                place += 1
            }
            place -= position
            guard refill() else { return nil }
        }
    }

    /// So many bytes; nil when the client is gone first.
    mutating func block(_ count: Int) -> ArraySlice<UInt8>? {
        while buffer.count - position < count {
            guard refill() else { return nil }
        }
        defer { position += count }
        return buffer[position..<position + count]
    }

    private mutating func refill() -> Bool {
        buffer.removeFirst(position)
        position = 0
        return socket.read(into: &buffer)
    }
}
