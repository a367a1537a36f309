internal import MailJobs
internal import MailModel
internal import POP3Engine
internal import Workspace

/// Makes mail sources: with ``TransportEngines`` the only place that knows engines.
enum MailboxEngines {
    /// The mailbox that an entry of `martlet.yaml` asks for; its secrets are read now.
    ///
    /// - Throws: `JobFailure` when a secret cannot be had.
    static func mailbox(
        for definition: MailboxDefinition,
        in workspace: WorkspaceFolder
    ) throws(JobFailure) -> CollectJob.Mailbox {
        do throws(ConfigFaults) {
            let settings = try definition.settings(SecretReader(workspace: workspace))
            return CollectJob.Mailbox(settings, POP3MailSource(settings))
        } catch {
            throw JobFailure(error)
        }
    }
}
