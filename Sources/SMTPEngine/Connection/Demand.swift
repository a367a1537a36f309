/// What a connection says to the task that waits for it.
enum Demand: Sendable {
    /// More messages can be given.
    case more
    /// The connection is over.
    case ended
}
