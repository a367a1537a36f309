/// What the messages of a run are made from.
package enum RunContent: Sendable {
    /// A job's compiled templates: every row gives a message of its own.
    case job(MessageMaterial)
    /// One message as it was handed in, for everybody.
    case message(SealedMessage)
}
