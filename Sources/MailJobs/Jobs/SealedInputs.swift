internal import Ledger
internal import Workspace

/// What an unfinished run was sealed from, compared with what is there now.
struct SealedInputs {
    private let site: JobSite
    private let run: RunRecord
    private let folder: RunFolder

    init(_ site: JobSite, _ run: RunRecord, _ folder: RunFolder) {
        self.site = site
        self.run = run
        self.folder = folder
    }

    /// The recipe to go on with.
    ///
    /// - Parameters:
    ///   - current: the job as it is now.
    ///   - asSealed: whether to go on with what was sealed when something has changed.
    /// - Returns: the recipe that the run was sealed with.
    /// - Throws: `JobFailure` that names what has changed.
    func recipe(current: JobInputs, asSealed: Bool) throws(JobFailure) -> MessageRecipe {
        let seal: RunFolder.Seal
        do throws(SealedRows.Failure) { seal = try folder.seal() } catch { throw JobFailure(error) }
        var changes = seal.content == current.contentHash ? [] : try changedFiles(current)
        if changes.isEmpty, seal.content != current.contentHash { changes = ["identity in martlet.yaml"] }
        if try listHasChanged(current, seal) { changes.append(seal.listName) }
        if changes.isEmpty { return current.recipe }
        guard asSealed else {
            throw JobFailure(
                .badData,
                [
                    "run \(run.name) is not finished, and what it was sealed from has changed since:",
                    "    \(changes.joined(separator: ", "))",
                    "put it back as it was, go on with what was sealed by --as-sealed, or take it over by "
                        + "--accept-changes: who was not sent to yet gets the new ones",
                ]
            )
        }
        return try folder.sealedInputs(of: current.job.name, in: site).inputs.recipe
    }

    private func changedFiles(_ current: JobInputs) throws(JobFailure) -> [String] {
        var changed: [String] = []
        for file in current.files {
            let sealed = try? folder.read("inputs/\(file.path)")
            if sealed != file.bytes { changed.append(file.path) }
        }
        return changed
    }

    /// Whether a list in a file is another one now; one that is gone has not changed.
    private func listHasChanged(_ current: JobInputs, _ seal: RunFolder.Seal) throws(JobFailure) -> Bool {
        guard case .file(let path) = current.job.recipients.source else { return false }
        guard seal.listName == current.job.recipients.shown else { return true }
        guard let feed = try? ByteFeed(.file(path: path)) else { return false }
        do throws(ByteFeed.Failure) {
            while try feed.next({ _ in }) {}
        } catch {
            throw JobFailure(.badData, error.message)
        }
        return feed.digest != seal.list
    }
}
