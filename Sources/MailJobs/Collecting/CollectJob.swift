internal import Ledger
package import MailModel
internal import Workspace

/// Collects mailboxes: polls each, keeps what it has, and says what that did.
package struct CollectJob: Sendable {
    /// A mailbox and the engine that reaches it; the engines are known to the caller only.
    package struct Mailbox: Sendable {
        /// Where it is.
        package var settings: MailboxSettings
        /// What fetches from it.
        package var source: any MailSource

        package init(_ settings: MailboxSettings, _ source: any MailSource) {
            self.settings = settings
            self.source = source
        }
    }

    /// How many mailboxes are polled at once.
    private static let atOnce = 4

    private let site: JobSite

    package init(_ site: JobSite) { self.site = site }

    /// Polls mailboxes, several at once; one that fails keeps none of the others from being collected.
    ///
    /// - Parameters:
    ///   - mailboxes: which.
    ///   - watch: hears of each as soon as it is done.
    /// - Returns: what was done in each, in the order given; failures are in them.
    package func run(
        _ mailboxes: [Mailbox],
        watch: @Sendable (MailboxSummary) -> Void = { _ in }
    ) async -> [MailboxSummary] {
        var summaries = [MailboxSummary?](repeating: nil, count: mailboxes.count)
        await withTaskGroup(of: (Int, MailboxSummary).self) { group in
            var waiting = Array(mailboxes.enumerated())[...]
            func start() {
                guard let (place, mailbox) = waiting.popFirst() else { return }
                group.addTask { (place, await collect(mailbox)) }
            }
            for _ in 0..<Self.atOnce { start() }
            while let (place, summary) = await group.next() {
                summaries[place] = summary
                watch(summary)
                start()
            }
        }
        return summaries.compactMap(\.self)
    }

    private func collect(_ mailbox: Mailbox) async -> MailboxSummary {
        let name = mailbox.settings.name
        let collector = MailCollector(site, mailbox: name, largest: mailbox.settings.maximumMessageBytes)
        do throws(JobFailure) {
            let lock = try await lock(name)
            defer { withExtendedLifetime(lock) {} }
            var poll = PollSummary()
            do throws(CollectFailure) {
                poll = try await mailbox.source.poll(into: collector)
            } catch {
                throw JobFailure(error)
            }
            var summary = collector.summary
            summary.poll = poll
            summary.suppressed += try await countSoftBounces()
            return summary
        } catch {
            var summary = collector.summary
            summary.failure = JobFailure(error.code, error.lines.map { "mailbox \(name): \($0)" })
            return summary
        }
    }

    /// Counts the soft bounces that were collected, of all mailboxes.
    private func countSoftBounces() async throws(JobFailure) -> Int {
        let result: Result<Int, JobFailure>
        do throws(LedgerFailure) {
            result = try await site.ledger.offPool { [site] _ throws(LedgerFailure) in
                Result { () throws(JobFailure) in try SoftBounceCount(site).update() }
            }
        } catch {
            throw JobFailure(error)
        }
        return try result.get()
    }

    /// Only one process works on a mailbox, so that nothing is counted twice between looking and recording.
    private func lock(_ mailbox: String) async throws(JobFailure) -> RunLock {
        let outcome: RunLock.Outcome
        do throws(LedgerFailure) {
            outcome = try await site.ledger.offPool { [site] _ throws(LedgerFailure) in
                do throws(SealedFile.Failure) { try FileTree.makeFolders(site.state.path("locks")) } catch {
                    throw LedgerFailure(code: .io, phase: "locking the mailbox", path: error.path, cause: error.reason)
                }
                let path = site.state.path("locks/mailbox@\(MailFolder.safeName(mailbox))")
                return try RunLock.acquire(path: path, now: .now)
            }
        } catch {
            throw JobFailure(error)
        }
        switch outcome {
        case .acquired(let lock): return lock
        case .held(let holder):
            let who = holder.map { "process \($0.pid) on \($0.host), since \(TimeText.local($0.since))" }
            let words = "it is being collected already by \(who ?? "another process")"
            throw JobFailure(.notFinished, "\(words); wait until that ends, then run again")
        }
    }
}
