internal import MailModel

/// Puts the lines of one reply together.
///
/// RFC 5321 §4.2:
///
///     Reply-line     = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF
///
/// Lines come whole, as libcurl shows them. A reply has ceilings, so that no server can fill the memory.
struct ReplyCollector {
    /// What a line did.
    enum Step: Sendable, Hashable {
        /// More lines belong to the reply.
        case more
        /// The reply is whole, with this code.
        case whole(ReplyCode)
        /// The line is none of a reply; the text says why.
        case breach(String)
    }

    /// Longest line in bytes, its end included; RFC 5321 §4.5.3.1.5 asks for 512.
    static let maximumLineBytes = 8_192
    /// Most bytes of text in one reply.
    static let maximumReplyBytes = 65_536

    private var code: ReplyCode?
    private var text: [UInt8] = []

    /// Takes the next line.
    ///
    /// - Parameter line: a line with its end.
    /// - Returns: what it did; once it is no `more`, the next line begins another reply.
    mutating func take(_ line: Span<UInt8>) -> Step {
        if text.isEmpty, code == nil { text.removeAll(keepingCapacity: true) }
        var end = line.count
        if end > 0, line[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > 0, line[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        guard line.count <= Self.maximumLineBytes else { return fail("a line of \(line.count) bytes") }
        guard end >= 3, let number = Self.number(line), let code = ReplyCode(rawValue: number) else {
            return fail("a line without a reply code: \"\(Self.quote(line, from: 0, to: end))\"")
        }
        if let first = self.code, first != code {
            return fail("lines of one reply with the codes \(first) and \(code)")
        }
        let isLast = end == 3 || line[3] == UInt8(ascii: " ")
        guard isLast || line[3] == UInt8(ascii: "-") else {
            return fail("a line with a broken reply code: \"\(Self.quote(line, from: 0, to: end))\"")
        }
        // libcurl waits on behind such a line, so that nothing would ever answer it.
        if end == 3, line.count != 5 { return fail("the line \(code) without CRLF") }
        if self.code != nil { text.append(UInt8(ascii: "\n")) }
        self.code = code
        for index in min(4, end)..<end { text.append(line[index]) }
        guard text.count <= Self.maximumReplyBytes else { return fail("a reply of more than 64 KiB") }
        return isLast ? .whole(code) : .more
    }

    /// The reply that is whole.
    ///
    /// - Parameter code: the code that ``take(_:)`` gave.
    /// - Returns: code and text, unprintable bytes masked.
    func reply(_ code: ReplyCode) -> Reply { Reply(code: code, text: ReplyText.masked(text)) }

    /// Begins another reply.
    mutating func clear() {
        code = nil
        text.removeAll(keepingCapacity: true)
    }

    private mutating func fail(_ reason: String) -> Step {
        clear()
        return .breach(reason)
    }

    private static func number(_ line: Span<UInt8>) -> UInt16? {
        var number: UInt16 = 0
        for index in 0..<3 {
            guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= line[index] else { return nil }
            number = number * 10 + UInt16(line[index] - UInt8(ascii: "0"))
        }
        return number
    }

    private static func quote(_ line: Span<UInt8>, from start: Int, to end: Int) -> String {
        var bytes: [UInt8] = []
        for index in start..<min(end, start + 80) { bytes.append(line[index]) }
        return ReplyText.masked(bytes)
    }
}
