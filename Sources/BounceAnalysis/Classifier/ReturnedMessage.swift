/// The message that a report returns, from its own part or from behind the report's text, with its header read.
struct ReturnedMessage {
    /// The message, perhaps cut off, with LF line ends.
    let bytes: [UInt8]
    /// Its header fields.
    let header: MailHeader

    /// Nil when the report returns nothing.
    init?(_ parts: ReportParts, _ text: ReportText) {
        guard let bytes = parts.returned ?? Self.behind(text) else { return nil }
        self.bytes = bytes
        header = MailHeader(bytes)
    }

    /// Whether it is itself a report that was wrapped once more.
    var isReport: Bool {
        header["content-type"].map { ASCII.find(bytes, in: $0, "delivery-status") != nil } ?? false
            || header["from"].map { ASCII.find(bytes, in: $0, "mailer-daemon") != nil } ?? false
    }

    /// Mailboxes it was sent to: of the first field of trust that names any, at most 16.
    var recipients: [String] {
        for name in ["x-original-to", "x-envelope-to", "to"] as [StaticString] {
            if let value = header[name] {
                let found = AddressScanner.all(bytes, in: value, limit: 16).map(\.address)
                if !found.isEmpty { return found }
            }
        }
        return []
    }

    /// What follows the marker line, from its first header field on.
    private static func behind(_ text: ReportText) -> [UInt8]? {
        let rest = text.returned
        var start = rest.lowerBound
        var skipped = 0
        // The marker line, rules and blank lines stand before the first field.
        while start < rest.upperBound, skipped < 12 {
            let end = ASCII.lineEnd(text.bytes, start, rest.upperBound)
            let colon = text.bytes[start..<end].firstIndex(of: ASCII.colon)
            if let colon, colon > start, !text.bytes[start..<colon].contains(where: ASCII.isSpace) { break }
            start = min(end + 1, rest.upperBound)
            skipped += 1
        }
        return start < rest.upperBound ? Array(text.bytes[start..<rest.upperBound]) : nil
    }
}
