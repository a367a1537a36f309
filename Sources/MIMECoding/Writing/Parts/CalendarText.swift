/// An iCalendar object as it is sent (RFC 5545 §3.1).
package enum CalendarText {
    /// Octets of a line at most, its line end not counted.
    static let lineLimit = 75

    /// The object with CRLF line ends, its long lines folded between characters.
    ///
    /// Lines that are folded already stay so; empty ones are left out, since the grammar has none.
    package static func folded(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count + text.count / 16)
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            append(line, to: &result)
        }
        return result
    }

    private static func append(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
        var rest = line
        var limit = lineLimit
        while rest.count > limit {
            var end = rest.startIndex + limit
            // Not within a character; a run of such bytes longer than any character is no UTF-8 and is cut anywhere.
            while end > rest.startIndex + limit - 3, rest[end] & 0xC0 == 0x80 { end -= 1 }
            result += rest[..<end]
            result += [0x0D, 0x0A, 0x20]
            rest = rest[end...]
            // The space that begins a folded line counts.
            limit = lineLimit - 1
        }
        result += rest
        result += [0x0D, 0x0A]
    }

    /// Why an object cannot be sent as an invitation.
    package enum Fault: Error, Sendable, Equatable {
        /// It is not framed by `BEGIN:VCALENDAR` and `END:VCALENDAR`.
        case noCalendar
        /// There is no METHOD property, which a mailed object must have (RFC 6047 §2.4).
        case noMethod
        /// There is more than one.
        case methodRepeated
        /// The method is none of RFC 5546.
        case unknownMethod(String)

        /// What is wrong, and what to write.
        package var message: String {
            switch self {
            case .noCalendar: "the invitation does not begin with BEGIN:VCALENDAR and end with END:VCALENDAR"
            case .noMethod: "the invitation has no METHOD line; write METHOD:REQUEST, or CANCEL, or PUBLISH"
            case .methodRepeated: "the invitation has more than one METHOD line"
            case .unknownMethod(let word):
                "METHOD:\(word) is no method; it is one of "
                    + CalendarMethod.allCases.map(\.rawValue).joined(separator: ", ")
            }
        }
    }

    /// The method that an object's METHOD property says.
    ///
    /// - Throws: `Fault` for an object that no calendar program would take.
    package static func method(of text: [UInt8]) throws(Fault) -> CalendarMethod {
        let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        guard let first = lines.first, let last = lines.last, word(first) == "BEGIN:VCALENDAR",
            word(last) == "END:VCALENDAR"
        else { throw .noCalendar }
        let methods = lines.filter { word($0.prefix(7)) == "METHOD:" }
        guard let line = methods.first else { throw .noMethod }
        guard methods.count == 1 else { throw .methodRepeated }
        let name = word(line.dropFirst(7))
        guard let method = CalendarMethod(rawValue: name) else { throw .unknownMethod(name) }
        return method
    }

    /// A line in upper case, without blanks behind it.
    private static func word(_ line: ArraySlice<UInt8>) -> String {
        var line = line
        while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
        return String(decoding: line.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }, as: UTF8.self)
    }
}
