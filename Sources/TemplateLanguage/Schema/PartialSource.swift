/// Where partials and parent templates come from.
///
/// The engine reads no files. It checks a name with ``PartialName`` before it asks, so an implementation may join it to a
/// folder's path.
package protocol PartialSource: Sendable {
    /// The text of a partial; nil when there is none.
    func partial(named name: String) -> [UInt8]?
    /// The names there are, for suggestions; may be empty when they are not known.
    var names: [String] { get }
}

/// Partials held in memory.
package struct PartialTable: PartialSource {
    private let texts: [String: [UInt8]]

    /// Partials by name.
    package init(_ texts: [String: [UInt8]] = [:]) {
        self.texts = texts
    }

    /// Looks a partial up.
    package func partial(named name: String) -> [UInt8]? { texts[name] }

    /// All names, sorted.
    package var names: [String] { texts.keys.sorted() }
}

/// Checks names of partials: they often become file names, and with dynamic names they may come from data.
package enum PartialName {
    /// Says what is wrong with a name; nil when it may be used.
    ///
    /// Refused are absolute paths, `.` and `..` as a part, empty parts, backslashes, colons, control characters and more
    /// than 255 bytes.
    package static func objection(to name: String) -> String? {
        let bytes = Array(name.utf8)
        if bytes.isEmpty { return "a partial needs a name" }
        if bytes.count > 255 { return "a partial's name may have 255 bytes at most" }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "a partial's name holds a control character" }
        if bytes.contains(ASCII.backslash) || bytes.contains(ASCII.colon) {
            return "a partial's name holds a backslash or a colon"
        }
        if bytes.first == ASCII.slash { return "a partial's name must not start with /" }
        for part in bytes.split(separator: ASCII.slash, omittingEmptySubsequences: false) {
            if part.isEmpty { return "a partial's name has an empty part" }
            if part.allSatisfy({ $0 == ASCII.dot }) { return "a partial's name must stay in its folder" }
        }
        return nil
    }
}
