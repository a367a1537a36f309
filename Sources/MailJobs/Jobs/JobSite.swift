package import Ledger
package import Workspace

/// A workspace that is open for work: its settings, its state folder, its secret and its ledger.
package struct JobSite: Sendable {
    /// The workspace.
    package let workspace: WorkspaceFolder
    /// What `martlet.yaml` says.
    package let settings: WorkspaceSettings
    /// The state folder.
    package let state: StateFolder
    /// The secret that tokens are made with.
    package let secret: [UInt8]
    /// What became of everybody.
    package let ledger: RunLedger

    /// Opens a workspace; its state folder, secret and ledger are made when they are missing.
    ///
    /// - Parameters:
    ///   - workspace: the workspace's folder; nil for the nearest one from here upwards.
    ///   - state: the state folder; nil for the workspace's own.
    /// - Throws: `JobFailure`.
    package init(workspace: String? = nil, state: String? = nil) throws(JobFailure) {
        do throws(WorkspaceFailure) {
            self.workspace = try WorkspaceFolder.find(explicit: workspace, state: state)
        } catch {
            throw JobFailure(error)
        }
        do throws(ConfigFaults) { settings = try self.workspace.settings() } catch { throw JobFailure(error) }
        do throws(WorkspaceFailure) {
            self.state = try self.workspace.openState()
            secret = try self.state.secret().bytes
        } catch {
            throw JobFailure(error)
        }
        do throws(LedgerFailure) { ledger = try RunLedger(stateFolder: self.state.path) } catch {
            throw JobFailure(error)
        }
    }

    /// Does something with the ledger; what fails there fails the job.
    package func withLedger<Value>(
        _ work: (RunLedger) throws(LedgerFailure) -> Value
    ) throws(JobFailure) -> Value {
        do throws(LedgerFailure) { return try work(ledger) } catch { throw JobFailure(error) }
    }

    /// The folder of what is sealed for a run now.
    package func folder(of run: RunRecord) -> RunFolder { folder(of: run, revision: run.revision) }

    /// The folder of what was sealed for a run at a revision; the first one has the run's own, the others lie within it.
    package func folder(of run: RunRecord, revision: UInt32) -> RunFolder {
        let first = RunFolder(path: state.path("runs/\(run.name)"))
        return revision == 0 ? first : first.revision(revision)
    }
}
