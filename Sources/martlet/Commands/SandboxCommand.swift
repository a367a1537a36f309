internal import ArgumentParser
internal import Foundation
internal import MailJobs
internal import Sandbox

/// `martlet sandbox`: an SMTP and POP3 server that answers as the recipient's name says.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Serve SMTP and POP3 on this machine: mail goes nowhere, and answers as the recipient's name says.",
        discussion: """
            Example:
              martlet sandbox

            hard-bounce+x@… is refused, later-bounce+x@… is accepted and a failure report comes to the reverse-path's \
            mailbox, defer+x@… is put off twice, spam+x@… is refused after the message, complaint+x@… sends a \
            complaint, auto-reply+x@… a vacation notice; every other address accepts. POP3: any user, any password but \
            `wrong`. It runs until it is stopped by Ctrl-C or SIGTERM.
            """
    )

    @Option(name: .long, help: ArgumentHelp("Where SMTP is served; port 0 takes a free one.", valueName: "host:port"))
    var smtp = "127.0.0.1:2525"

    @Option(name: .long, help: ArgumentHelp("Where POP3 is served; port 0 takes a free one.", valueName: "host:port"))
    var pop3 = "127.0.0.1:2110"

    @Option(name: .long, help: ArgumentHelp("Write the ports to this file once both are served.", valueName: "file"))
    var portsFile: String?

    @Flag(name: .long, help: "Count accepted mail and forget it, instead of keeping the latest.")
    var discard = false

    @Flag(
        name: .customLong("public"),
        help: "Allow addresses that other machines can reach: anybody can read every mailbox then."
    )
    var isPublic = false

    mutating func validate() throws {
        for text in [smtp, pop3] where Self.address(text) == nil {
            throw ValidationError("`\(text)` is no address; write 127.0.0.1:2525")
        }
    }

    mutating func run() async throws {
        guard let smtp = Self.address(smtp), let pop3 = Self.address(pop3) else { return }
        var settings = SandboxSettings(smtpHost: smtp.host, smtpPort: smtp.port, popHost: pop3.host, popPort: pop3.port)
        settings.allowsOtherHosts = isPublic
        if discard { settings.keep = .none }
        let server: SandboxServer
        do throws(SandboxFailure) { server = try await SandboxServer.start(settings) } catch {
            Console.say("martlet sandbox: \(error.message)")
            throw error.code == .configuration ? ExitStatus.usage.error : ExitStatus.unreachable.error
        }
        if let portsFile {
            let text = "smtp=\(server.smtpPort)\npop3=\(server.popPort)\n"
            do { try Data(text.utf8).write(to: URL(fileURLWithPath: portsFile), options: .atomic) } catch {
                Console.say("martlet sandbox: \(portsFile): cannot be written: \(error.localizedDescription)")
                throw ExitStatus.cannotWrite.error
            }
        }
        Console.say("SMTP on \(smtp.host):\(server.smtpPort), POP3 on \(pop3.host):\(server.popPort); Ctrl-C ends it")
        await Self.untilStopped()
        await server.stop()
        Console.say("\(server.counters)")
    }

    /// Waits for SIGINT or SIGTERM.
    private static func untilStopped() async {
        let stop = RunStop()
        let signals = SignalWatch(command: "sandbox", stop: stop)
        defer { withExtendedLifetime(signals) {} }
        await withCheckedContinuation { continuation in
            stop.onRequest { continuation.resume() }
        }
    }

    /// Host and port of `127.0.0.1:2525`, `[::1]:2525` or `localhost:2525`.
    private static func address(_ text: String) -> (host: String, port: Int)? {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        return host.isEmpty ? nil : (String(host), Int(port))
    }
}
