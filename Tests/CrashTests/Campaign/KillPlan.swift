/// When a process is killed.
enum KillPlan: Sendable {
    /// So long after its start, in microseconds: while it starts, seals, recovers.
    case early(microseconds: Int)
    /// At the n-th such event of the sink.
    case event(SinkEvent, count: Int)
    /// At the n-th such event, and so long after it, in microseconds.
    case behind(SinkEvent, count: Int, microseconds: Int)

    /// A random instant.
    ///
    /// - Parameters:
    ///   - generator: where chance comes from.
    ///   - open: recipients that the sink has not seen yet.
    ///   - isFirst: whether nothing was sent yet: then it comes at the first claim or later.
    /// - Returns: when to kill.
    static func random(_ generator: inout SplitMix, open: Int, isFirst: Bool) -> KillPlan {
        let event = SinkEvent.allCases.randomElement(using: &generator) ?? .complete
        let count = Int.random(in: 1...max(1, open / 3), using: &generator)
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<3 where !isFirst: return .early(microseconds: Int.random(in: 0...50_000, using: &generator))
        case 3..<5 where !isFirst: return .event(.recipient, count: 1)
        case 5..<7:
            return .behind(event, count: count, microseconds: Int.random(in: 0...60_000, using: &generator))
        default: return .event(event, count: count)
        }
    }
}
