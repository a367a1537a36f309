import MailTestKit

/// Runs work that blocks on a thread of its own, so that other tests keep theirs.
func blocking<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let thread = ServerThread { continuation.resume(with: Result { try work() }) }
        if thread == nil { continuation.resume(throwing: ChildProcess.Failure(description: "no thread")) }
    }
}
