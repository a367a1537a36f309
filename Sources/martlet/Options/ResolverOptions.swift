internal import ArgumentParser
internal import MailJobs
internal import MailModel
internal import NameResolution
internal import Workspace

/// Which server resolves names, for commands that ask the DNS without a workspace.
struct ResolverOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "What resolves names: system, or a server's IP address, for another port as 192.0.2.1@5353.",
            valueName: "server"
        )
    )
    var resolver = "system"

    @Option(
        name: .customLong("dns-trust-anchors"),
        help: ArgumentHelp(
            "A file of DS or DNSKEY records to check answers with, instead of the root's.",
            valueName: "file"
        )
    )
    var trustAnchors: String?

    mutating func validate() throws {
        if resolver != "system", NameServer(parsing: resolver) == nil {
            throw ValidationError("--resolver \(resolver): neither system nor an IP address")
        }
    }

    /// A resolver that checks signatures (DNSSEC), where the servers that it asks pass them on.
    ///
    /// - Returns: it, and whether it checks them.
    /// - Throws: `JobFailure` when it cannot be had.
    func openChecking() async throws(JobFailure) -> (NameResolver, Bool) {
        let strict = try open(checksAnswers: true)
        if trustAnchors != nil { return (strict, true) }
        if await strict.checksRoot() { return (strict, true) }
        return (try open(checksAnswers: false), false)
    }

    /// The resolver.
    ///
    /// - Parameter checksAnswers: whether signatures are checked (DNSSEC); then nothing else is believed.
    /// - Returns: it, ready to be asked.
    /// - Throws: `JobFailure` when it cannot be had.
    func open(checksAnswers: Bool) throws(JobFailure) -> NameResolver {
        var direct = DirectSettings()
        if resolver != "system" { direct.nameServer = NameServer(parsing: resolver) }
        direct.usesDANE = checksAnswers
        direct.trustAnchors = trustAnchors
        do throws(TransportFailure) { return try TransportEngines.resolver(direct, peer: resolver) } catch {
            throw JobFailure(error)
        }
    }
}
