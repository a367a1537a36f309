import Dispatch

/// A thread beside those that all tests share.
///
/// Tests elsewhere block the shared threads, some for longer than a client waits for a reply: a server that needed one of
/// them would fall silent though its script says nothing of it.
final class ScriptExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "scripted server")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
