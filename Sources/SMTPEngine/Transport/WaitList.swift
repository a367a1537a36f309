/// Tasks that sleep until there is something for them, in the order in which they came.
struct WaitList: ~Copyable {
    private var sleepers: [(number: UInt64, continuation: CheckedContinuation<Void, Never>)] = []

    var count: Int { sleepers.count }

    mutating func append(_ number: UInt64, _ continuation: CheckedContinuation<Void, Never>) {
        sleepers.append((number, continuation))
    }

    /// Takes out the one that came first; whoever takes it out resumes it.
    mutating func popFirst() -> CheckedContinuation<Void, Never>? { popFirstNumbered()?.continuation }

    /// The same, with the number that it came with.
    mutating func popFirstNumbered() -> (number: UInt64, continuation: CheckedContinuation<Void, Never>)? {
        sleepers.isEmpty ? nil : sleepers.removeFirst()
    }

    /// Takes out one by its number, if it is still there.
    mutating func remove(_ number: UInt64) -> CheckedContinuation<Void, Never>? {
        guard let index = sleepers.firstIndex(where: { $0.number == number }) else { return nil }
        return sleepers.remove(at: index).continuation
    }
}
