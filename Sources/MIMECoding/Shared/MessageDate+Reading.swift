extension MessageDate {
    /// Reads a Date field's value, obsolete and common broken forms included.
    ///
    /// ```
    /// date-time = [ day-of-week "," ] day month year hour ":" minute [ ":" second ] zone    ; RFC 5322 §3.3, §4.3
    /// ```
    /// Also taken: comments anywhere, two- and three-digit years, named zones, no zone, `12-Nov-1997`, the order of
    /// `asctime` (`Thu Feb 13 23:32:54 1969`), ISO 8601, am and pm, `GMT+0200`, dots in the time. The name of the
    /// weekday is not compared with the date. Nil when day, month, year or a time is missing or out of range.
    package init?(_ value: some Sequence<UInt8>) {
        var reader = Reader()
        // A date has 31 octets; the rest of a long value is comments at best.
        reader.read(Reader.withoutComments(Array(value.prefix(500))))
        guard let date = reader.date else { return nil }
        self = date
    }

    /// Collects the pieces of a date in whatever order they come.
    private struct Reader {
        private var day: Int?
        private var month: Int?
        private var year: Int?
        private var time: (hour: Int, minute: Int, second: Int)?
        private var offset: Int?
        private var hasNumericZone = false
        private var isAfternoon: Bool?

        mutating func read(_ bytes: [UInt8]) {
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if ASCII.isDigit(byte) {
                    index = number(bytes, from: index)
                } else if ASCII.isLetter(byte) {
                    let end = bytes[index...].firstIndex { !ASCII.isLetter($0) } ?? bytes.count
                    word(Array(bytes[index..<end].map(ASCII.lowercased)))
                    index = end
                } else if byte == ASCII.plus || byte == ASCII.hyphen, time != nil,
                    let (minutes, end) = Self.zone(bytes, from: index)
                {
                    if !hasNumericZone { offset = minutes }
                    hasNumericZone = true
                    index = end
                } else {
                    index += 1
                }
            }
        }

        var date: MessageDate? {
            guard let day, let month, let year, let (clock, minute, second) = time else { return nil }
            var hour = clock
            if let isAfternoon, (1...12).contains(clock) { hour = clock % 12 + (isAfternoon ? 12 : 0) }
            guard (1...MessageDate.daysInMonth(month, year: year)).contains(day), hour < 24, minute < 60, second <= 60
            else { return nil }
            let days = MessageDate.days(year: year, month: month, day: day)
            let local = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
            return MessageDate(secondsSince1970: local - Int64(offset ?? 0) * 60, offsetMinutes: offset)
        }

        /// A number on its own, or one that begins a time or an ISO 8601 date.
        private mutating func number(_ bytes: [UInt8], from start: Int) -> Int {
            let (value, end) = Self.digits(bytes, from: start)
            let length = end - start
            let next = end < bytes.count ? bytes[end] : 0
            if time == nil, length <= 2, next == ASCII.colon || next == ASCII.dot,
                let (parsed, timeEnd) = Self.time(bytes, from: start, separator: next)
            {
                time = parsed
                return timeEnd
            }
            if length == 4, year == nil, month == nil, next == ASCII.hyphen, end + 1 < bytes.count,
                ASCII.isDigit(bytes[end + 1])
            {
                let (parsed, monthEnd) = Self.digits(bytes, from: end + 1)
                if (1...12).contains(parsed) { (year, month) = (value, parsed) }
                return monthEnd
            }
            if day == nil, length <= 2 {
                day = value
            } else if year == nil, length <= 4 {
                year = Self.fullYear(value, digits: length)
            }
            return end
        }

        private mutating func word(_ word: [UInt8]) {
            if word.count >= 3, month == nil {
                let start = Array(word.prefix(3))
                if let index = MessageDate.months.firstIndex(where: { $0.map(ASCII.lowercased) == start }) {
                    month = index + 1
                    return
                }
            }
            guard time != nil, !hasNumericZone else { return }
            if word == Array("am".utf8) || word == Array("pm".utf8) {
                isAfternoon = word[0] == 0x70
            } else if offset == nil {
                offset = Self.namedZones[String(decoding: word, as: UTF8.self)]
            }
        }

        /// The zones of RFC 5322 §4.3; every other name means "not known" there.
        private static let namedZones: [String: Int] = [
            "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
            "mdt": -360, "pst": -480, "pdt": -420,
        ]

        /// RFC 5322 §4.3: 00 to 49 are of this century, 50 to 99 and three digits count from 1900.
        private static func fullYear(_ value: Int, digits: Int) -> Int {
            switch digits {
            case 4...: value
            case 3: value + 1_900
            default: value < 50 ? value + 2_000 : value + 1_900
            }
        }

        /// The number at `start`, held below ten digits, and the index after all its digits.
        private static func digits(_ bytes: [UInt8], from start: Int) -> (value: Int, end: Int) {
            var value = 0
            var index = start
            while index < bytes.count, ASCII.isDigit(bytes[index]) {
                if value < 100_000_000 { value = value * 10 + Int(bytes[index] &- ASCII.zero) }
                index += 1
            }
            return (value, index)
        }

        private static func time(
            _ bytes: [UInt8],
            from start: Int,
            separator: UInt8
        ) -> (time: (hour: Int, minute: Int, second: Int), end: Int)? {
            let (hour, hourEnd) = digits(bytes, from: start)
            guard hourEnd + 1 < bytes.count, ASCII.isDigit(bytes[hourEnd + 1]) else { return nil }
            let (minute, minuteEnd) = digits(bytes, from: hourEnd + 1)
            guard minuteEnd - hourEnd <= 3 else { return nil }
            guard minuteEnd + 1 < bytes.count, bytes[minuteEnd] == separator, ASCII.isDigit(bytes[minuteEnd + 1]) else {
                // `12.30` is as likely a number as a time.
                if separator == ASCII.dot { return nil }
                return (time: (hour: hour, minute: minute, second: 0), end: minuteEnd)
            }
            let (second, secondEnd) = digits(bytes, from: minuteEnd + 1)
            guard secondEnd - minuteEnd <= 3 else { return nil }
            var end = secondEnd
            // Fractions of a second are no part of a mail date.
            if end + 1 < bytes.count, bytes[end] == ASCII.dot, ASCII.isDigit(bytes[end + 1]) {
                end = digits(bytes, from: end + 1).end
            }
            return (time: (hour: hour, minute: minute, second: second), end: end)
        }

        /// `zone = ( "+" / "-" ) 4DIGIT`, also with a colon or hours alone.
        ///
        /// `-0000` says that the zone is not known.
        private static func zone(_ bytes: [UInt8], from start: Int) -> (minutes: Int?, end: Int)? {
            let (value, firstEnd) = digits(bytes, from: start + 1)
            let length = firstEnd - start - 1
            var (hours, minutes, end) = (value, 0, firstEnd)
            if length <= 2, firstEnd + 1 < bytes.count, bytes[firstEnd] == ASCII.colon,
                ASCII.isDigit(bytes[firstEnd + 1])
            {
                (minutes, end) = digits(bytes, from: firstEnd + 1)
            } else if length == 3 || length == 4 {
                (hours, minutes) = (value / 100, value % 100)
            }
            guard (1...4).contains(length) else { return length == 0 ? nil : (minutes: nil, end: end) }
            let isNegative = bytes[start] == ASCII.hyphen
            if isNegative, hours == 0, minutes == 0 { return (minutes: nil, end: end) }
            guard hours < 100, minutes < 60 else { return (minutes: nil, end: end) }
            return (minutes: (hours * 60 + minutes) * (isNegative ? -1 : 1), end: end)
        }

        /// The value with a space for each comment, and without white space around colons: RFC 5322 §4.3 lets both stand
        /// inside a time.
        static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
            var text: [UInt8] = []
            var index = 0
            while index < bytes.count {
                if bytes[index] == ASCII.openParenthesis {
                    index = endOfComment(bytes, from: index)
                    if text.last != ASCII.colon { text.append(ASCII.space) }
                    continue
                }
                let byte = bytes[index]
                index += 1
                if byte == ASCII.colon {
                    while let last = text.last, ASCII.isSpace(last) { text.removeLast() }
                }
                if text.last == ASCII.colon, ASCII.isSpace(byte) { continue }
                text.append(byte)
            }
            return text
        }

        private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
            var depth = 0
            var index = start
            while index < bytes.count {
                switch bytes[index] {
                case ASCII.backslash: index += 1
                case ASCII.openParenthesis: depth += 1
                case ASCII.closeParenthesis: depth -= 1
                default: break
                }
                index += 1
                if depth == 0 { break }
            }
            return min(index, bytes.count)
        }
    }
}
