import MailModel
import MailTestKit

/// A small SMTP client on a socket, for trying the test server.
struct TestClient {
    let socket: LoopbackSocket

    init(port: Int) throws { socket = try LoopbackSocket.connect(port: port) }

    /// Reads until what came ends as `suffix` does, or to the end of the connection.
    func read(until suffix: String = "\r\n") -> String {
        var bytes: [UInt8] = []
        while !String(decoding: bytes, as: UTF8.self).hasSuffix(suffix) {
            guard socket.read(into: &bytes) else { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Sends a line and reads a reply of one line.
    func say(_ line: String) -> String {
        socket.write(Array("\(line)\r\n".utf8))
        return read()
    }

    /// Everything that comes until the server closes.
    func readToEnd() -> String {
        var bytes: [UInt8] = []
        while socket.read(into: &bytes) {}
        return String(decoding: bytes, as: UTF8.self)
    }
}
