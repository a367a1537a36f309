/// What a connection says once it wants more messages.
enum Demand: Sendable {
    /// More can be given; with the number of outcomes that the server has decided so far.
    case more(answered: Int)
    /// The connection is over.
    case ended(ConnectionEnd)
}
