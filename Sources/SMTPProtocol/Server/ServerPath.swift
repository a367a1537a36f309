internal import MailModel

/// The path of a MAIL or RCPT command, and what follows it (RFC 5321 §4.1.2).
///
///     Reverse-path = Path / "<>"
///     Forward-path = Path
///     Path = "<" [ A-d-l ":" ] Mailbox ">"
struct ServerPath {
    /// Where the mailbox stands in the line, without brackets and source route.
    let mailbox: Range<Int>
    /// Where the parameters begin.
    let end: Int
    /// Whether the mailbox has bytes above 127.
    let isUTF8: Bool

    /// Reads a path; nil when there is none in angle brackets.
    ///
    /// - Parameters:
    ///   - line: a command line without its CR LF.
    ///   - start: the index behind `FROM:` or `TO:`.
    init?(_ line: Span<UInt8>, from start: Int) {
        var index = start
        // Quirk: RFC 5321 §3.3 has no space behind the colon, but mail() scripts and mailers put one.
        while index < line.count, line[index] == 0x20 { index += 1 }
        guard index < line.count, line[index] == UInt8(ascii: "<") else { return nil }
        guard let close = Self.closingBracket(line, from: index + 1) else { return nil }
        guard close + 1 == line.count || line[close + 1] == 0x20 else { return nil }
        var first = index + 1
        if first < close, line[first] == UInt8(ascii: "@") {
            // A source route is to be accepted and ignored (RFC 5321 appendix F.2).
            guard let colon = (first..<close).first(where: { line[$0] == UInt8(ascii: ":") }) else { return nil }
            first = colon + 1
        }
        mailbox = first..<close
        end = close + 1
        isUTF8 = (first..<close).contains { line[$0] >= 0x80 }
    }

    /// Whether the mailbox is one that mail can be sent to.
    func isValid(_ line: Span<UInt8>) -> Bool { (try? MailAddress(parsing: line.extracting(mailbox))) != nil }

    /// Whether the mailbox is `postmaster` without a domain, which every server takes (RFC 5321 §4.5.1).
    func isPostmaster(_ line: Span<UInt8>) -> Bool {
        mailbox.count == 10 && ServerScan.matches(line, at: mailbox.lowerBound, "postmaster")
    }

    /// The bracket that ends the path; those within a quoted local part do not.
    private static func closingBracket(_ line: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        var isQuoted = false
        while index < line.count {
            switch line[index] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\\") where isQuoted: index += 1
            case UInt8(ascii: ">") where !isQuoted: return index
            default: break
            }
            index += 1
        }
        return nil
    }
}
