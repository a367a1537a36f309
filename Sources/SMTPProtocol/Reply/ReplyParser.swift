package import MailModel

/// Finds replies in bytes as they arrive.
///
/// It takes whatever is there, keeps its place, and says when a reply is complete; the bytes stay in the buffer of the
/// caller, who drops each reply's length and asks again, since pipelined replies arrive together. Everything has a
/// ceiling, and lines that disagree on the code are refused: what they answer could not be told.
///
///     Reply-line = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF    (RFC 5321 §4.2)
package struct ReplyParser: Sendable {
    /// The ceilings of one reply.
    package struct Limits: Sendable, Hashable {
        /// Bytes in a line, its end included; RFC 5321 §4.5.3.1.5 allows 512, servers send more.
        package var lineBytes = 4_096
        /// Lines in a reply.
        package var lines = 512
        /// Bytes in a reply.
        package var replyBytes = 65_536

        package init() {}
    }

    /// Why the bytes cannot be a reply; the session is over then.
    package enum Failure: Error, Sendable, Hashable {
        /// A line does not begin with a reply code; its first bytes, masked.
        case notAReply(String)
        /// Two lines of one reply carry different codes.
        case mixedCodes(ReplyCode, ReplyCode)
        /// A line is longer than the limit.
        case lineTooLong(Int)
        /// A reply has more lines than the limit.
        case tooManyLines(Int)
        /// A reply has more bytes than the limit.
        case replyTooLong(Int)
    }

    private let limits: Limits
    /// Where the search goes on, from the reply's first byte.
    private var position = 0
    private var lineStart = 0
    private var lines = 0
    private var code: ReplyCode?

    package init(limits: Limits = Limits()) { self.limits = limits }

    /// Whether a reply has begun and is not complete.
    package var isWithinReply: Bool { position > 0 }

    /// Looks for the end of the reply that begins at the first of `bytes`.
    ///
    /// - Parameter bytes: all that has arrived and has not been taken as a reply, earlier bytes at their old place.
    /// - Returns: the reply, to be dropped from the buffer before the next call; nil when more bytes are needed.
    /// - Throws: ``Failure`` when this can become no reply.
    package mutating func next(in bytes: Span<UInt8>) throws(Failure) -> ReplyFrame? {
        while position < bytes.count {
            let isLineEnd = bytes[position] == 0x0A
            position += 1
            guard position - lineStart <= limits.lineBytes else { throw .lineTooLong(limits.lineBytes) }
            guard position <= limits.replyBytes else { throw .replyTooLong(limits.replyBytes) }
            guard isLineEnd else { continue }
            let isLast = try takeLine(bytes)
            lineStart = position
            guard isLast, let code else { continue }
            let frame = ReplyFrame(code: code, length: position)
            self = ReplyParser(limits: limits)
            return frame
        }
        return nil
    }

    /// Judges the line between `lineStart` and `position`.
    ///
    /// - Returns: whether it is the last of its reply.
    private mutating func takeLine(_ bytes: Span<UInt8>) throws(Failure) -> Bool {
        // Quirk: a bare LF ends a line too (RFC 5321 §2.3.8 forbids it); scripts that answer mail do so.
        var end = position - 1
        if end > lineStart, bytes[end - 1] == 0x0D { end -= 1 }
        guard end - lineStart >= 3, let found = Self.code(bytes, at: lineStart) else {
            throw .notAReply(ReplyText.excerpt(of: bytes, from: lineStart, to: end))
        }
        if let code, code != found { throw .mixedCodes(code, found) }
        code = found
        lines += 1
        guard lines <= limits.lines else { throw .tooManyLines(limits.lines) }
        guard end - lineStart > 3 else { return true }
        switch bytes[lineStart + 3] {
        case UInt8(ascii: " "): return true
        case UInt8(ascii: "-"): return false
        default: throw .notAReply(ReplyText.excerpt(of: bytes, from: lineStart, to: end))
        }
    }

    /// Reply-code = %x32-35 %x30-35 %x30-39; servers use second digits above 5 too.
    private static func code(_ bytes: Span<UInt8>, at start: Int) -> ReplyCode? {
        var number: UInt16 = 0
        for index in start..<start + 3 {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + UInt16(digit)
        }
        return ReplyCode(rawValue: number)
    }
}

extension ReplyParser.Failure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAReply(let excerpt): "a line that is no SMTP reply: \"\(excerpt)\""
        case .mixedCodes(let first, let second): "a reply whose lines carry both \(first) and \(second)"
        case .lineTooLong(let limit): "a reply line of more than \(limit) bytes"
        case .tooManyLines(let limit): "a reply of more than \(limit) lines"
        case .replyTooLong(let limit): "a reply of more than \(limit) bytes"
        }
    }
}
