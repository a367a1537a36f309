internal import Glibc

/// A thread of its own: libcurl's calls block, and blocking work must not be on the cooperative pool.
enum EngineThread {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts a thread that nobody waits for.
    ///
    /// SIGPIPE is blocked on it: OpenSSL writes to sockets without MSG_NOSIGNAL, and a server that hangs up must not
    /// end the process.
    /// - Parameter body: what runs on it; it has to tell by itself when it is done.
    /// - Returns: false when the system has no thread to give.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var handle = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(body))
        let result = unsafe pthread_create(
            &handle,
            &attributes,
            { pointer in
                guard let pointer = unsafe pointer else { return nil }
                var signals = sigset_t()
                unsafe sigemptyset(&signals)
                unsafe sigaddset(&signals, SIGPIPE)
                unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
                unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        if result != 0 { unsafe work.release() }
        return result == 0
    }
}
