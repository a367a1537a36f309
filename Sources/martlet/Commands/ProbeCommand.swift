internal import ArgumentParser
internal import CurlEngine
internal import Foundation
internal import MailJobs
internal import MailModel
internal import NameResolution
internal import SMTPEngine

/// `martlet probe HOST|DOMAIN`: what a server is and offers.
struct ProbeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "probe",
        abstract: "Ask a mail server, or a domain's mail exchangers, what they are and offer; no mail is sent.",
        discussion: """
            Example:
              martlet probe example.com
              martlet probe smtp.example.com --port 587

            On port 25 the mail exchangers of the name are asked where it has any; on other ports the host itself.

            Exit codes: 0 a server answered, 69 none did, 76 one broke the protocol.
            """
    )

    @Argument(help: "A domain, a host name or an IP address.")
    var target: String

    @Option(name: .long, help: "The port.")
    var port = 25

    @Flag(inversion: .prefixedNo, help: "Ask the mail exchangers of the name; the default on port 25 only.")
    var mx: Bool?

    @Flag(name: .customLong("implicit-tls"), help: "TLS from the first byte; the default on port 465 only.")
    var isImplicit = false

    @Option(name: .long, help: "Who we say we are in EHLO.")
    var hello = "localhost"

    @Option(name: .customLong("tls-ca"), help: "A PEM file of certificates that are trusted besides the system's.")
    var trustedCertificates: String?

    @Option(name: .customLong("policy-port"), help: "The port of policy servers (MTA-STS), for labs.")
    var policyPort = 443

    @Option(name: .long, help: ArgumentHelp("How long each step may take.", valueName: "seconds"))
    var timeout = 15

    @OptionGroup var resolver: ResolverOptions

    @Option(name: .long, help: "How it is printed.")
    var format: OutputFormat = .text

    mutating func validate() throws {
        if !(1...65_535).contains(port) { throw ValidationError("--port takes a number from 1 to 65535") }
        if !(1...3_600).contains(timeout) { throw ValidationError("--timeout takes 1 to 3600 seconds") }
        let isWord = !hello.isEmpty && hello.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        if !isWord { throw ValidationError("--hello takes a domain name, or an IP address in brackets") }
    }

    mutating func run() async throws {
        try await Guarded.run("probe") { [self] in
            let name = try Self.name(target)
            var settings = TransportSettings(name: "probe", host: "", port: port, tls: .opportunistic)
            settings.trustedCertificates = trustedCertificates
            settings.direct = DirectSettings()
            settings.direct?.policyPort = policyPort
            let (resolver, isChecked) = try await resolver.openChecking()
            let fetcher: PolicyDownload
            do throws(TransportFailure) { fetcher = try PolicyDownload(settings) } catch { throw JobFailure(error) }
            var session = ProbeSession(
                resolver: resolver,
                policies: PolicyKeeper(resolver: resolver, fetcher: fetcher, store: nil),
                helloName: hello,
                port: port,
                isImplicit: isImplicit || port == 465,
                timeout: .seconds(timeout)
            )
            session.trustedCertificates = trustedCertificates
            let asksExchangers = (mx ?? (port == 25)) && HostAddress(parsing: name) == nil
            var result = asksExchangers ? await session.domain(name) : await session.host(name)
            result.isDNSSECChecked = isChecked
            try print(result)
            guard result.hasAnswer else {
                let isBreach = result.hosts.contains { $0.isBreach }
                throw (isBreach ? ExitStatus.protocolBreach : .unreachable).error
            }
        }
    }

    /// The name in lower-case A-labels.
    private static func name(_ text: String) throws(JobFailure) -> String {
        if HostAddress(parsing: text) != nil { return text }
        do throws(MailAddress.Fault) { return try MailAddress(parsing: "x@\(text)").asciiDomain.lowercased() } catch {
            guard HostName.isName(text) else { throw JobFailure(.usage, "\(text): neither a name nor an IP address") }
            return text.lowercased()
        }
    }

    private func print(_ result: ProbeResult) throws {
        switch format {
        case .text: try Console.write(Array(ProbeText.text(result).utf8))
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            try Console.write(Array(try encoder.encode(result)) + [0x0A])
        }
    }
}
