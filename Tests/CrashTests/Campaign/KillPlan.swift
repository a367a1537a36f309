/// When a process is killed.
enum KillPlan: Sendable {
    /// So long after its start, in microseconds: while it starts, seals, recovers.
    case early(microseconds: Int)
    /// At the n-th such event of the sink.
    case event(SinkEvent, count: Int)
    /// At the n-th such event, and so long after it, in microseconds.
    case behind(SinkEvent, count: Int, microseconds: Int)

    /// By then a program with all its checks on has recovered and begins to connect.
    private static let earlyMicroseconds = 100_000

    /// A random instant.
    ///
    /// - Parameters:
    ///   - generator: where chance comes from.
    ///   - share: messages for each kill that is still to come.
    ///   - isFirst: whether nothing was sent yet: then it comes at the first claim or later.
    /// - Returns: when to kill.
    static func random(_ generator: inout SplitMix, share: Int, isFirst: Bool) -> KillPlan {
        let event = SinkEvent.allCases.randomElement(using: &generator) ?? .complete
        let count = Int.random(in: 1...max(1, share), using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<3 where !isFirst: return .early(microseconds: Int.random(in: 0...earlyMicroseconds, using: &generator))
        case 3..<5 where !isFirst: return .event(.recipient, count: 1)
        case 5..<7:
            return .behind(event, count: count, microseconds: Int.random(in: 0...20_000, using: &generator))
        default: return .event(event, count: count)
        }
    }
}
