/// Finds SMTP reply codes and enhanced status codes in the words of a refusal.
package enum CodeScanner {
    /// An enhanced status code (RFC 3463).
    package struct Status: Sendable, Equatable {
        package var statusClass: Int
        package var subject: Int
        package var detail: Int

        package var text: String { "\(statusClass).\(subject).\(detail)" }
        /// Whether it says no more than success or failure.
        package var isVague: Bool { subject == 0 && detail == 0 }
    }

    /// The first status code in `range`: "x.y.z" not touched by other digits or dots.
    package static func status(_ text: borrowing [UInt8], in range: Range<Int>) -> Status? {
        var index = range.lowerBound
        var vague: Status?
        while index + 4 < range.upperBound {
            if let (status, end) = status(text, at: index, range) {
                if !status.isVague { return status }
                vague = vague ?? status
                index = end
            } else {
                index += 1
            }
        }
        return vague
    }

    /// The status code that starts at `index`.
    package static func status(_ text: borrowing [UInt8], at index: Int, _ range: Range<Int>) -> (Status, Int)? {
        let first = text[index]
        guard first == 0x32 || first == 0x34 || first == 0x35 else { return nil }
        if index > range.lowerBound {
            let before = text[index - 1]
            if ASCII.isAlphanumeric(before) || before == ASCII.dot || before == ASCII.at { return nil }
            // "-5.1.1" is a code only behind a reply code ("550-5.1.1"), not inside a name.
            if before == ASCII.dash, index - 2 >= range.lowerBound, !ASCII.isDigit(text[index - 2]) { return nil }
        }
        var position = index + 1
        guard let subject = component(text, &position, range), let detail = component(text, &position, range) else {
            return nil
        }
        // A fourth component makes it an IP address or a version.
        if position < range.upperBound {
            if text[position] == ASCII.dot, position + 1 < range.upperBound, ASCII.isDigit(text[position + 1]) {
                return nil
            }
            if ASCII.isAlphanumeric(text[position]) { return nil }
            if text[position] == ASCII.dash || text[position] == 0x2F { return nil }
        }
        guard subject <= 7 else { return nil }
        return (Status(statusClass: Int(first) - 0x30, subject: subject, detail: detail), position)
    }

    private static func component(_ text: borrowing [UInt8], _ position: inout Int, _ range: Range<Int>) -> Int? {
        guard position + 1 < range.upperBound, text[position] == ASCII.dot else { return nil }
        var value = 0
        var digits = 0
        position += 1
        while position < range.upperBound, ASCII.isDigit(text[position]), digits < 4 {
            value = value * 10 + Int(text[position]) - 0x30
            position += 1
            digits += 1
        }
        return digits >= 1 && digits <= 3 ? value : nil
    }

    /// The first reply code of class 4 or 5 in `range` that stands where replies stand.
    ///
    /// A number counts when a space, dash, status code or the end follows, and no letter, digit, dot or other sign of a
    /// size, address, identifier or time stands around it.
    package static func reply(_ text: borrowing [UInt8], in range: Range<Int>) -> (code: Int, offset: Int)? {
        var index = range.lowerBound
        while index + 2 < range.upperBound {
            if isReply(text, at: index, range) {
                let tens = Int(text[index + 1]) - 0x30
                return ((Int(text[index]) - 0x30) * 100 + tens * 10 + Int(text[index + 2]) - 0x30, index)
            }
            index += 1
        }
        return nil
    }

    private static func isReply(_ text: borrowing [UInt8], at index: Int, _ range: Range<Int>) -> Bool {
        let first = text[index]
        // RFC 5321 §4.2.1: the second digit is 0 to 5.
        guard first == 0x34 || first == 0x35, text[index + 1] >= 0x30, text[index + 1] <= 0x35,
            ASCII.isDigit(text[index + 2])
        else { return false }
        if index > range.lowerBound {
            let before = text[index - 1]
            guard
                ASCII.isSpace(before) || before == ASCII.colon || before == ASCII.less || before == 0x28
                    || before == 0x5B || before == ASCII.quote || before == 0x27 || before == 0x23
                    || before == ASCII.semicolon || before == 0x2C || before == ASCII.greater || before == ASCII.equals
                    || before == 0x5D
            else { return false }
        }
        guard index + 3 < range.upperBound else { return true }
        let after = text[index + 3]
        if after == ASCII.dash {
            // "550-5.1.1" and "550-text" are replies; "500-600" and "550-1234" are not.
            return index + 4 >= range.upperBound || !ASCII.isDigit(text[index + 4])
                || status(text, at: index + 4, range.lowerBound..<range.upperBound) != nil
        }
        if after == ASCII.dot { return index + 4 >= range.upperBound || ASCII.isSpace(text[index + 4]) }
        guard
            ASCII.isSpace(after) || after == 0x5D || after == 0x29 || after == ASCII.greater || after == ASCII.colon
                || after == 0x2C || after == ASCII.quote || after == 0x27 || after == ASCII.semicolon || after == 0x23
        else { return false }
        // "432 seconds", "500 KB", "in 420 minutes", "port 587" are counts.
        var next = index + 4
        while next < range.upperBound, ASCII.isSpace(text[next]) { next += 1 }
        for unit in ["seconds", "minutes", "hours", "kb", "mb", "bytes", "messages", "recipients"] as [StaticString]
        where ASCII.matches(text, at: next, unit, limit: range.upperBound) {
            return false
        }
        return true
    }
}
