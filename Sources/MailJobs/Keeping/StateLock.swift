internal import Ledger
internal import MailModel
internal import Workspace

/// Locks in the state folder, besides those that runs and collectors take for themselves.
struct StateLock {
    private let site: JobSite

    init(_ site: JobSite) { self.site = site }

    /// The lock of what works on the state folder as a whole: only one of prune, backup and forget at a time.
    func keeping() throws(JobFailure) -> RunLock {
        try acquire("keeping@state", "another prune, backup or forget is at work")
    }

    /// The lock of a job, which a run of it holds.
    func job(_ name: String) throws(JobFailure) -> RunLock { try acquire(name, "job \(name) is being run") }

    /// The lock of a mailbox by the name of its folder; nil when it is being collected.
    func mailbox(folder name: String) throws(JobFailure) -> RunLock? {
        if case .acquired(let lock) = try attempt("mailbox@\(name)") { return lock }
        return nil
    }

    /// The locks of all jobs but those that we have; or the name of one that is being run.
    func allJobs(except ours: Set<String> = []) throws(JobFailure) -> (locks: [RunLock], running: String?) {
        var locks: [RunLock] = []
        for name in FileTree.names(in: site.state.path("locks")).sorted()
        where !name.contains("@") && !ours.contains(name) {
            guard case .acquired(let lock) = try attempt(name) else { return ([], name) }
            locks.append(lock)
        }
        return (locks, nil)
    }

    private func acquire(_ name: String, _ words: String) throws(JobFailure) -> RunLock {
        switch try attempt(name) {
        case .acquired(let lock): return lock
        case .held(let holder):
            let who = JobLock.words(holder)
            throw JobFailure(.notFinished, "\(words) by \(who); wait until it ends, or stop it")
        }
    }

    private func attempt(_ name: String) throws(JobFailure) -> RunLock.Outcome { try JobLock.acquire(name, in: site) }
}
