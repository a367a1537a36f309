internal import CurlEngine
internal import MailJobs
internal import MailModel
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
        switch settings.engine {
        case .native: return NativeTransport(settings: settings)
        case .curl: return CurlTransport(settings: settings)
        }
    }
}
