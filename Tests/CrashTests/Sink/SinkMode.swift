/// How a counting sink answers, and what goes wrong with it.
struct SinkMode: Sendable, CustomStringConvertible {
    /// What happens to every n-th message.
    enum Fault: Sendable, Hashable {
        /// Nothing.
        case none
        /// The connection ends when all of the message has come but its end: the dot, or the last byte of a BDAT LAST.
        /// Such a message was not received.
        case dropBeforeEnd
        /// The connection ends behind the end of the message, without a reply. Such a message was received.
        case dropAfterEnd
        /// 421, in turn to MAIL, to DATA or BDAT, in the middle of the content, and to the end of the message; then the
        /// connection ends. Such a message was not received.
        case closing
        /// 451 to the end of the message, once for each recipient it hits. Such a message was not received.
        case deferral
    }

    /// What tables call it.
    var description: String
    /// Whether commands may ride behind each other.
    var pipelining = true
    /// Whether BDAT is known.
    var chunking = false
    /// A wait before the reply to the end of a message, in milliseconds.
    var delay = 0
    /// What goes wrong.
    var fault = Fault.none
    /// How often: with every n-th message.
    var every = 40

    static let plain = SinkMode(description: "no PIPELINING", pipelining: false)
    static let pipelining = SinkMode(description: "PIPELINING")
    static let chunking = SinkMode(description: "CHUNKING", chunking: true)
    static let slow = SinkMode(description: "slow replies", delay: 15)
    static let slowChunking = SinkMode(description: "CHUNKING, slow replies", chunking: true, delay: 15)
    static let dropBefore = SinkMode(description: "drop before the dot", fault: .dropBeforeEnd)
    static let dropBeforeLast = SinkMode(description: "drop before BDAT's end", chunking: true, fault: .dropBeforeEnd)
    static let dropAfter = SinkMode(description: "drop after the dot", fault: .dropAfterEnd)
    static let dropAfterLast = SinkMode(description: "drop after BDAT's end", chunking: true, fault: .dropAfterEnd)
    static let closing = SinkMode(description: "421 in the stream", fault: .closing)
    static let closingChunks = SinkMode(description: "CHUNKING, 421", chunking: true, fault: .closing)
    static let deferring = SinkMode(description: "451 once", fault: .deferral, every: 9)

    /// All of them.
    static let all = [
        plain, pipelining, chunking, slow, slowChunking, dropBefore, dropBeforeLast, dropAfter, dropAfterLast, closing,
        closingChunks, deferring,
    ]

    /// Whether connections end in the middle, so that messages are in doubt without a kill.
    var drops: Bool { fault == .dropBeforeEnd || fault == .dropAfterEnd }
}
