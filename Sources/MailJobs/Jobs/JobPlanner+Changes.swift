package import Ledger
internal import MailModel
internal import Workspace

/// What came of accepting the changed inputs of an unfinished run.
package struct AcceptedChanges: Sendable {
    /// A recipient whose change came too late, with the words for a person.
    package struct TooLate: Sendable {
        /// The address.
        package var address: String
        /// The line of the list, the old one for a recipient that is not on the new one.
        package var line: Int
        /// Where it stands, and stays.
        package var state: RecipientState
        /// Whether it is off the list now, rather than changed.
        package var isRemoved: Bool
    }

    /// The run as it is now.
    package var run: RunRecord
    /// What the check of the new list found.
    package var result: ListCheck.Result
    /// Recipients that are new.
    package var added: Int
    /// Recipients that wait and whose rows are different now.
    package var changed: Int
    /// Recipients that were taken out: they are not on the list any more, and nothing was sent to them.
    package var cancelled: Int
    /// Recipients whose change came too late, the first of them.
    package var tooLate: [TooLate]
    /// How many those are.
    package var tooLateCount: Int
}

extension JobPlanner {
    /// Checks the inputs as they are now and seals them as the next revision of an unfinished run.
    ///
    /// Everything is checked as for a new run first. The new revision lies in a folder of its own, on disk, before one
    /// commit puts it in force: a crash leaves the old seal or the new one.
    /// - Parameters:
    ///   - run: the run; no claim of it may be open.
    ///   - options: how the list is checked.
    ///   - progress: called with the number of rows so far.
    /// - Returns: what changed; nil when nothing did.
    /// - Throws: `JobFailure`; the run is as it was then.
    func acceptChanges(
        of run: RunRecord,
        options: Options,
        progress: (Int) -> Void
    ) throws(JobFailure) -> AcceptedChanges? {
        let folder: RunFolder
        do throws(SealedRows.Failure) {
            folder = try RunFolder.make(at: site.state.path("runs/.new-\(inputs.job.name)"))
        } catch {
            throw JobFailure(error)
        }
        defer { folder.remove() }
        let list = folder.list
        do throws(SealedRows.Failure) { try list.makeEmpty() } catch { throw JobFailure(error) }
        let feed = try inputs.feed(in: site.workspace)
        let result = try check(feed: feed, sealingIn: list.path, progress: progress)
        try judge(result, options: options, of: run)
        do throws(SealedRows.Failure) {
            let seal = try site.folder(of: run).seal()
            if result.seal == run.seal, seal.list == feed.digest, seal.listName == inputs.job.recipients.shown {
                return nil
            }
        } catch {
            throw JobFailure(error)
        }
        let outcome = try merge(list, result, over: run, into: folder)
        list.remove()
        try write(result, listDigest: feed.digest, to: folder)
        let final = site.folder(of: run, revision: run.revision + 1)
        do throws(SealedRows.Failure) { _ = try folder.move(to: final.path) } catch { throw JobFailure(error) }
        return try commit(outcome, result, of: run)
    }

    private func merge(
        _ list: RunFolder,
        _ result: ListCheck.Result,
        over run: RunRecord,
        into folder: RunFolder
    ) throws(JobFailure) -> SealedListMerge.Outcome {
        let (states, doubtful) = try site.withLedger { ledger throws(LedgerFailure) in
            (try ledger.states(of: run), try ledger.doubtsTakenOut(of: run.number))
        }
        do throws(SealedRows.Failure) {
            let sealed = site.folder(of: run)
            let old = SealedListMerge.Old(
                rows: try SealedRows(folder: sealed.path),
                columns: try sealed.columns().names,
                emailColumn: try sealed.seal().emailColumn,
                states: states,
                doubtful: doubtful
            )
            let new = SealedListMerge.New(
                rows: try SealedRows(folder: list.path),
                columns: result.material.columns,
                emailColumn: result.material.emailColumn
            )
            var merge = try SealedListMerge(old: old, new: new)
            try merge.write(to: folder)
            return merge.outcome
        } catch {
            throw JobFailure(error)
        }
    }

    private func commit(
        _ outcome: SealedListMerge.Outcome,
        _ result: ListCheck.Result,
        of run: RunRecord
    ) throws(JobFailure) -> AcceptedChanges {
        let changes = RunChanges(
            revision: run.revision + 1,
            seal: result.seal,
            recipients: UInt32(clamping: outcome.recipients),
            rejected: result.rejected.map(RejectedRow.init),
            removed: outcome.removed,
            at: .now
        )
        let done = try site.withLedger { ledger throws(LedgerFailure) in try ledger.accept(changes, in: run.number) }
        return AcceptedChanges(
            run: done.run,
            result: result,
            added: outcome.added,
            changed: outcome.changed,
            cancelled: done.cancelled,
            tooLate: outcome.settled.map {
                .init(address: $0.address, line: $0.line, state: $0.state, isRemoved: $0.isRemoved)
            },
            tooLateCount: outcome.settledCount
        )
    }
}

extension RunFolder {
    /// Where a new list lies while it is laid over the old one.
    fileprivate var list: RunFolder { RunFolder(path: path + "/list") }

    fileprivate func makeEmpty() throws(SealedRows.Failure) {
        do throws(SealedFile.Failure) { try FileTree.makeFolders(path) } catch { throw SealedRows.Failure(error) }
    }
}

extension RunLedger {
    /// Where each recipient of a run stands, by number.
    fileprivate func states(of run: RunRecord) throws(LedgerFailure) -> [RecipientState] {
        var states = [RecipientState](repeating: .planned, count: Int(run.recipients))
        var first: UInt32 = 0
        while true {
            let page = try recipients(in: run.number, from: first, limit: 8_192)
            guard let last = page.last else { return states }
            for facts in page where Int(facts.seq) < states.count { states[Int(facts.seq)] = facts.state }
            first = last.seq + 1
        }
    }
}
