/// The part of a report that a person is meant to read, up to the message it returns.
struct ReportText {
    /// UTF-8 text with LF line ends.
    let bytes: [UInt8]
    /// Its lines, without the newline.
    private(set) var lines: [Range<Int>] = []
    /// Where the report's own text ends, as an index into `lines`.
    private(set) var end: Int
    /// Announcements of failure and delay in the report's own text, in the order of the text.
    private(set) var announcements: [(rule: Int, line: Int)] = []

    init(_ bytes: [UInt8], book: RuleBook) {
        self.bytes = bytes
        lines.reserveCapacity(bytes.count / 32 + 1)
        var index = 0
        while index < bytes.count {
            let lineEnd = ASCII.lineEnd(bytes, index, bytes.count)
            lines.append(index..<lineEnd)
            index = lineEnd + 1
        }
        end = lines.count
        if let marker = readAnnouncements(book) { end = marker }
        if let block = headerBlockLine() { end = min(end, block) }
        if let footer = lines[..<end].firstIndex(where: { isFooterRule($0) }), footer > 0 { end = footer }
        announcements.removeAll { $0.line >= end }
    }

    /// Range of the report's own text in `bytes`.
    var range: Range<Int> { 0..<(end < lines.count ? lines[end].lowerBound : bytes.count) }

    /// Range of what follows the report's own text: the marker line and the returned message.
    var returned: Range<Int> { range.upperBound..<bytes.count }

    /// The line that holds `offset`.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].upperBound < offset { low = middle + 1 } else { high = middle }
        }
        return min(low, max(0, lines.count - 1))
    }

    /// Whether a line quotes a command of SMTP or its reply, with the arrows of Sendmail's transcripts.
    func isDialogue(_ number: Int) -> Bool {
        let line = lines[number]
        return ASCII.matches(bytes, at: line.lowerBound, "<<< ", limit: line.upperBound)
            || ASCII.matches(bytes, at: line.lowerBound, ">>> ", limit: line.upperBound)
    }

    /// Collects the announcements up to the first line that announces the returned message.
    ///
    /// - Returns: that line, if there is one.
    private mutating func readAnnouncements(_ book: RuleBook) -> Int? {
        var marker: Int?
        var found: [(rule: Int, line: Int)] = []
        book.announcements.scan(bytes.span) { match in
            let number = line(at: match.end)
            guard book.meaningOfAnnouncement[match.rule] == .returned else {
                if found.count < 1024 { found.append((match.rule, number)) }
                return true
            }
            guard isMarker(number, length: book.announcements.rules[match.rule].pattern.utf8.count) else { return true }
            marker = number
            return false
        }
        announcements = found
        return marker
    }

    /// Whether words of this length make the line a marker.
    ///
    /// A marker fills its line or is drawn with dashes; the same words inside a sentence are no marker.
    private func isMarker(_ number: Int, length: Int) -> Bool {
        let text = ASCII.trim(bytes, lines[number])
        return number > 0
            && (isDrawn(text) || text.count <= length * 2 + 8
                || (bytes[text].last == ASCII.colon && text.count <= length * 3 + 8))
    }

    /// A line of underscores: what gateways put above their own advertisement.
    private func isFooterRule(_ line: Range<Int>) -> Bool {
        let text = ASCII.trim(bytes, line)
        return text.count >= 40 && bytes[text].allSatisfy { $0 == 0x5F }
    }

    private func isDrawn(_ text: Range<Int>) -> Bool {
        guard text.count > 2 else { return false }
        let first = bytes[text.lowerBound]
        return first == bytes[text.lowerBound + 1] && !ASCII.isAlphanumeric(first) && first < 0x80
            || (first == 0x7C && bytes[text.lowerBound + 1] == ASCII.dash)
    }

    /// The first line of a header block that travelled: three fields in a row, one of them a trace field.
    private func headerBlockLine() -> Int? {
        var number = 0
        while number < lines.count {
            if isTraceField(lines[number]), number + 1 < lines.count,
                isField(lines[number + 1]) || isContinuation(lines[number + 1])
            {
                var first = number
                while first > 0, isField(lines[first - 1]) || isContinuation(lines[first - 1]) { first -= 1 }
                // A report that begins with fields is quoted whole; it has no text of its own.
                return first == 0 ? nil : first
            }
            number += 1
        }
        return nil
    }

    private func isTraceField(_ line: Range<Int>) -> Bool {
        let limit = line.upperBound
        let start = line.lowerBound
        // Received, Return-Path, DKIM-Signature, MIME-Version.
        guard start < limit, [0x72, 0x64, 0x6D].contains(ASCII.lower(bytes[start])) else { return false }
        return ASCII.matches(bytes, at: start, "received: ", limit: limit)
            || ASCII.matches(bytes, at: start, "return-path: ", limit: limit)
            || ASCII.matches(bytes, at: start, "dkim-signature: ", limit: limit)
            || ASCII.matches(bytes, at: start, "mime-version: 1", limit: limit)
    }

    private func isContinuation(_ line: Range<Int>) -> Bool {
        line.count > 1 && ASCII.isSpace(bytes[line.lowerBound]) && !ASCII.trim(bytes, line).isEmpty
    }

    private func isField(_ line: Range<Int>) -> Bool {
        var index = line.lowerBound
        while index < line.upperBound, ASCII.isAlphanumeric(bytes[index]) || bytes[index] == ASCII.dash { index += 1 }
        return index > line.lowerBound + 1 && index < line.upperBound && bytes[index] == ASCII.colon
    }
}
