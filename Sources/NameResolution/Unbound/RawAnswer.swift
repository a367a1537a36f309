/// What libunbound said to one question, as values.
struct RawAnswer: Sendable {
    /// How it ended.
    enum Ending: Sendable, Hashable {
        /// The name is there; it may have no such record.
        case answered
        /// There is no such name.
        case noSuchName
        /// The servers failed, or nobody answered; the code of the DNS.
        case failed(code: Int)
        /// Signatures are wrong; why, in the library's words.
        case bogus(String)
    }

    var ending: Ending
    /// The records' data.
    var data: [[UInt8]] = []
    var isSecure = false
    /// Seconds that it may be kept.
    var seconds = 0
    /// Where aliases led, if they led anywhere.
    var canonicalName: String?
}
