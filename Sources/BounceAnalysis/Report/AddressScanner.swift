/// Finds and cleans mailboxes in the text of a report.
package enum AddressScanner {
    /// A mailbox as it stands in a text.
    package struct Found: Sendable {
        /// Where it stands.
        package var range: Range<Int>
        /// The mailbox itself.
        package var address: String
    }

    /// All mailboxes in `range` of `text`, left to right, at most `limit`.
    package static func all(_ text: borrowing [UInt8], in range: Range<Int>, limit: Int = 64) -> [Found] {
        var found: [Found] = []
        var index = range.lowerBound
        while index < range.upperBound, found.count < limit {
            if text[index] == ASCII.at, let hit = mailbox(text, at: index, in: range) {
                found.append(hit)
                index = hit.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The mailbox whose "@" stands at `sign`.
    private static func mailbox(_ text: borrowing [UInt8], at sign: Int, in range: Range<Int>) -> Found? {
        var low = sign
        if low > range.lowerBound, text[low - 1] == ASCII.quote {
            low -= 2
            while low >= range.lowerBound, text[low] != ASCII.quote, sign - low < 66 { low -= 1 }
            guard low >= range.lowerBound, text[low] == ASCII.quote else { return nil }
        } else {
            while low > range.lowerBound, isLocal(text[low - 1]), sign - low < 256 {
                if text[low - 1] >= 0x80, let sign = WidePunctuation.end(text, before: low, from: range.lowerBound) {
                    low = sign
                    break
                }
                low -= 1
            }
            while low < sign, text[low] == ASCII.dot || text[low] == 0x27 || text[low] == 0x60 { low += 1 }
            // "mailto=a@b", "p=a@b": what stands before "=" belongs to a parameter, unless it is a VERP address.
            if ASCII.matches(text, at: low, "mailto:", limit: sign) { low += 7 }
        }
        var high = sign + 1
        while high < range.upperBound, isDomain(text[high]), high - sign < 256 {
            if text[high] >= 0x80, endsDomain(text, sign + 1, high, range.upperBound) { break }
            high += 1
        }
        while high > sign + 1,
            text[high - 1] == ASCII.dot || text[high - 1] == ASCII.dash
                || text[high - 1] == ASCII.colon
        { high -= 1 }
        // A bracket closes an address literal only where one was opened.
        if high > sign + 1, text[high - 1] == 0x5D, text[sign + 1] != 0x5B { high -= 1 }
        guard low < sign, high > sign + 1,
            ASCII.isAlphanumeric(text[sign + 1]) || text[sign + 1] >= 0x80
                || text[sign + 1] == 0x5B || text[sign + 1] == 0x23
        else { return nil }
        low = afterWords(text, low, sign, high)
        return Found(range: low..<high, address: String(decoding: text[low..<high], as: UTF8.self))
    }

    /// The mailbox of a recipient field: brackets, source route (RFC 5321 §4.1.1.3) and comments taken off.
    ///
    /// - Returns: nil for file names, pipes and local names.
    package static func clean(_ value: [UInt8]) -> String? {
        guard value.count <= 512, value.contains(ASCII.at) else { return nil }
        var range = ASCII.trim(value, 0..<value.count)
        if let open = value[range].firstIndex(of: ASCII.less),
            let close = value[range].lastIndex(of: ASCII.greater), open < close
        {
            range = ASCII.trim(value, open + 1..<close)
        }
        if let first = range.first, value[first] == ASCII.at, let mark = value[range].lastIndex(of: ASCII.colon) {
            range = ASCII.trim(value, mark + 1..<range.upperBound)
        }
        if !value[range].contains(where: { ASCII.isSpace($0) || $0 == 0x28 || $0 == 0x2C || $0 == 0x7C }),
            let sign = value[range].lastIndex(of: ASCII.at), sign > range.lowerBound, sign + 1 < range.upperBound,
            value[range.lowerBound] != 0x2F
        {
            return String(decoding: value[range], as: UTF8.self)
        }
        if let first = range.first, value[first] == 0x7C || value[first] == 0x2F { return nil }
        return all(value, in: range, limit: 1).first?.address
    }

    /// Whether the domain from `start` ends before the letter at `index`, which is not ASCII.
    ///
    /// Chinese and Japanese put words and signs right behind an address: "a@example.cn的邮箱", "a@example.cn，因为". No
    /// top-level domain mixes scripts, so a letter of another one ends the domain behind its last label.
    private static func endsDomain(_ text: borrowing [UInt8], _ start: Int, _ index: Int, _ limit: Int) -> Bool {
        if WidePunctuation.isOne(text, at: index, limit: limit) { return true }
        var label = index
        while label > start, ASCII.isAlphanumeric(text[label - 1]) { label -= 1 }
        guard index - label >= 2, label > start, text[label - 1] == ASCII.dot,
            !text[label..<index].contains(where: ASCII.isDigit)
        else { return false }
        // A label that is not the last may mix: "mail.abc商店.cn".
        var next = index
        while next < min(limit, index + 64), text[next] >= 0x80 || ASCII.isAlphanumeric(text[next]) { next += 1 }
        return !(next + 1 < limit && text[next] == ASCII.dot && ASCII.isAlphanumeric(text[next + 1]))
    }

    /// The start of a local part without the words that stand right before it: "收件人lilei@example.cn".
    ///
    /// Only where all is ASCII from some letter on: a local part that is Chinese stays whole.
    private static func afterWords(_ text: borrowing [UInt8], _ low: Int, _ sign: Int, _ high: Int) -> Int {
        guard text[low] >= 0x80, !text[sign..<high].contains(where: { $0 >= 0x80 }) else { return low }
        var start = sign
        while start > low, text[start - 1] < 0x80 { start -= 1 }
        // Two characters of three bytes are a word; one may belong to the name.
        guard start - low >= 6, sign - start >= 2, text[start] | 0x20 >= 0x61, text[start] | 0x20 <= 0x7A else {
            return low
        }
        return start
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        if ASCII.isAlphanumeric(byte) || byte >= 0x80 { return true }
        switch byte {
        case 0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E, 0x5F, 0x60, 0x7B, 0x7C, 0x7D,
            0x7E, 0x2D, 0x2E:
            return true
        default: return false
        }
    }

    private static func isDomain(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte >= 0x80 || byte == ASCII.dot || byte == ASCII.dash || byte == 0x5F
            || byte == 0x5B || byte == 0x5D || byte == 0x23
    }
}
