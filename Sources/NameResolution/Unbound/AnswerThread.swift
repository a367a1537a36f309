internal import Glibc

/// A thread that nobody waits for: libunbound's descriptor is waited at, which must not be done on the cooperative pool.
struct AnswerThread {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }

    /// Starts it; without a thread every question times out, which says as much.
    func start() {
        var handle = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(body))
        let result = unsafe pthread_create(
            &handle,
            nil,
            { pointer in
                guard let pointer = unsafe pointer else { return nil }
                unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        if result == 0 { pthread_detach(handle) } else { unsafe work.release() }
    }
}
