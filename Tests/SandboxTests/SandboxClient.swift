import NIOCore
import NIOPosix
import Sandbox

/// Speaks with a server: says everything at once and hears until the other side closes.
enum SandboxClient {
    /// Says `words`, which must make the server close, and returns what it said.
    static func talk(_ port: Int, _ words: String) async throws -> String {
        try await connect(port) { inbound, outbound in
            if !words.isEmpty { try await outbound.write(ByteBuffer(string: words)) }
            return try await hear(&inbound) { _ in false }
        }
    }

    /// Connects, and runs a dialogue.
    static func connect<Value: Sendable>(
        _ port: Int,
        _ dialogue: (
            inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, NIOAsyncChannelOutboundWriter<ByteBuffer>
        ) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true)
                    )
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var iterator = inbound.makeAsyncIterator()
            return try await dialogue(&iterator, outbound)
        }
    }

    /// Hears until the text is enough, or the other side closes.
    static func hear(
        _ inbound: inout NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        until isEnough: (String) -> Bool
    ) async throws -> String {
        var text: [UInt8] = []
        while let buffer = try await inbound.next() {
            text += buffer.readableBytesView
            if isEnough(String(decoding: text, as: UTF8.self)) { break }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Sends one message and returns the reply codes, those of greeting and EHLO left out.
    static func send(
        _ port: Int,
        from reversePath: String,
        to recipients: [String],
        parameters: (mail: String, recipient: String) = ("", ""),
        content: String = "Subject: 账户激活\r\nMessage-ID: <m1@martlet.example>\r\n\r\n您好\r\n"
    ) async throws -> [String] {
        let named = recipients.map { "RCPT TO:<\($0)>\(parameters.recipient)\r\n" }.joined()
        let said = try await talk(
            port,
            "EHLO test.example\r\nMAIL FROM:<\(reversePath)>\(parameters.mail)\r\n\(named)"
                + "BDAT \(content.utf8.count) LAST\r\n\(content)QUIT\r\n"
        )
        return said.split(separator: "\r\n").filter { !$0.hasPrefix("250-") }.dropFirst(2).map { String($0.prefix(3)) }
    }

    /// Fetches all messages of a mailbox, and deletes them.
    static func fetch(_ port: Int, user: String) async throws -> [[UInt8]] {
        let said = try await talk(port, "USER \(user)\r\nPASS x\r\nSTAT\r\nQUIT\r\n")
        let count = Int(said.split(separator: "\r\n")[3].split(separator: " ")[1]) ?? 0
        guard count > 0 else { return [] }
        let commands = (1...count).map { "RETR \($0)\r\nDELE \($0)\r\n" }.joined()
        let text = try await talk(port, "USER \(user)\r\nPASS x\r\n\(commands)QUIT\r\n")
        return text.components(between: " octets\r\n", and: "\r\n.\r\n+OK Marked").map { Array(($0 + "\r\n").utf8) }
    }
}

extension String {
    /// The texts that stand between two marks.
    func components(between start: String, and end: String) -> [String] {
        var found: [String] = []
        var rest = utf8[...]
        while let open = rest.firstRange(of: start.utf8), let close = rest[open.upperBound...].firstRange(of: end.utf8)
        {
            found.append(String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self))
            rest = rest[close.upperBound...]
        }
        return found
    }
}

/// Runs a server on free ports for as long as the test takes.
func withSandbox<Value>(
    _ change: (inout SandboxSettings) -> Void = { _ in },
    _ test: (SandboxServer) async throws -> Value
) async throws -> Value {
    var settings = SandboxSettings(smtpPort: 0, popPort: 0)
    settings.threads = 1
    settings.slowAnswer = .milliseconds(20)
    change(&settings)
    let server = try await SandboxServer.start(settings)
    do {
        let value = try await test(server)
        await server.stop()
        return value
    } catch {
        await server.stop()
        throw error
    }
}
