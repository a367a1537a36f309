internal import CurlEngine
internal import MailJobs
internal import MailModel
internal import NameResolution
internal import SMTPEngine
internal import Workspace

/// Makes transports: the only place that knows all engines.
enum TransportEngines {
    /// The transport that an entry of `martlet.yaml` asks for; its secrets are read now.
    ///
    /// - Throws: `JobFailure` when a secret cannot be had, or the entry asks for what this version has not.
    static func transport(
        for definition: TransportDefinition,
        in workspace: WorkspaceFolder
    ) throws(JobFailure) -> any MailTransport {
        let settings: TransportSettings
        do throws(ConfigFaults) {
            settings = try definition.settings(SecretReader(workspace: workspace))
        } catch {
            throw JobFailure(error)
        }
        do throws(TransportFailure) { return try transport(settings, state: workspace.statePath) } catch {
            throw JobFailure(error)
        }
    }

    private static func transport(
        _ settings: TransportSettings,
        state: String
    ) throws(TransportFailure) -> any MailTransport {
        if let direct = settings.direct {
            let resolver = try resolver(direct, peer: settings.name)
            let policies = PolicyKeeper(
                resolver: resolver,
                fetcher: try PolicyDownload(settings),
                store: PolicyFolder(state: state)
            )
            return try RoutedTransport(direct: settings, resolver: resolver, policies: policies)
        }
        switch settings.engine {
        case .native where settings.domains.isEmpty: return NativeTransport(settings: settings)
        case .native: return try RoutedTransport(relay: settings)
        case .curl where settings.domains.isEmpty: return CurlTransport(settings: settings)
        case .curl: return RoutedTransport(relay: settings) { CurlTransport(settings: $0) }
        }
    }

    /// What asks the DNS for direct delivery.
    ///
    /// - Throws: `TransportFailure` when it cannot be had.
    static func resolver(_ direct: DirectSettings, peer: String) throws(TransportFailure) -> NameResolver {
        var settings = ResolverSettings(server: direct.nameServer)
        if let file = direct.trustAnchors {
            settings.trustAnchors = .file(file)
        } else if direct.usesDANE {
            settings.trustAnchors = .root
        }
        do throws(ResolverFailure) { return try NameResolver(settings) } catch {
            throw TransportFailure(
                code: .configuration,
                phase: .resolve,
                peer: peer,
                cause: .connection(error.description)
            )
        }
    }
}
