internal import MailModel

/// Reads one field of a cron schedule.
///
///     field = item *( "," item )
///     item  = ( "*" / value [ "-" value ] ) [ "/" step ]
///     value = number / name
///
/// What other programs read in several ways is refused with what to write instead: a step behind a single number, a
/// range that runs backwards, a step that is longer than its range.
struct CronFieldParser {
    typealias Problem = CronSchedule.Failure.Problem

    private let kind: CronField.Kind

    init(_ kind: CronField.Kind) { self.kind = kind }

    func parse(_ text: Substring) throws(CronSchedule.Failure) -> CronField {
        var field = CronField()
        field.isStar = text.hasPrefix("*")
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            do throws(Problem) {
                try insert(item, into: &field)
            } catch {
                throw .field(kind, text: CronSchedule.Failure.shown(item), error)
            }
        }
        return field
    }

    private func insert(_ item: Substring, into field: inout CronField) throws(Problem) {
        let pieces = item.split(separator: "/", omittingEmptySubsequences: false)
        guard let span = pieces.first, !span.isEmpty, pieces.count <= 2 else { throw .empty }
        let range = try range(span, step: pieces.count == 2 ? pieces[1] : nil)
        let step = pieces.count == 2 ? try step(pieces[1], in: range) : 1
        for number in stride(from: range.lowerBound, through: range.upperBound, by: step) {
            field.insert(kind == .dayOfWeek ? number % 7 : number)
        }
    }

    private func range(_ text: Substring, step: Substring?) throws(Problem) -> ClosedRange<Int> {
        if text == "*" { return kind == .dayOfWeek ? 0...6 : kind.range }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = ends.first, ends.count <= 2 else { throw .notANumber(nearest: nil) }
        let lower = try value(first)
        guard ends.count == 2 else {
            if let step {
                guard Self.number(step) != nil else { throw .step }
                throw .stepWithoutRange(instead: "\(first)-\(lastValue)/\(step)")
            }
            return lower...lower
        }
        var upper = try value(ends[1])
        // SAT-SUN: as the end of a range, Sunday is the last day of the week.
        if kind == .dayOfWeek, upper == 0, lower > 0, ends[1] != "0" { upper = 7 }
        guard lower <= upper else {
            throw .backwards(instead: "\(first)-\(lastValue),\(firstValue)-\(ends[1])")
        }
        return lower...upper
    }

    private func step(_ text: Substring, in range: ClosedRange<Int>) throws(Problem) -> Int {
        guard let step = Self.number(text) else { throw .step }
        guard step > 0 else { throw .step }
        guard step <= range.count else { throw .stepTooLong(longest: range.count) }
        return step
    }

    private func value(_ text: Substring) throws(Problem) -> Int {
        if let number = Self.number(text) {
            guard kind.range ~= number else { throw .outside }
            return number
        }
        let name = text.uppercased()
        guard let index = kind.names.firstIndex(of: name) else {
            throw text.isEmpty ? .empty : .notANumber(nearest: nearest(to: name))
        }
        return index + kind.range.lowerBound
    }

    /// How a message writes the first value of the field.
    private var firstValue: String { kind.names.first ?? String(kind.range.lowerBound) }

    /// How a message writes the last value of the field.
    private var lastValue: String { kind.names.last ?? String(kind.range.upperBound) }

    /// The name that was probably meant: `MONDAY` for `MON`, or a slip of the keyboard.
    private func nearest(to name: String) -> String? {
        kind.names.first { name.hasPrefix($0) } ?? Suggestion.closest(to: name, in: kind.names)
    }

    /// The value of one to four ASCII digits.
    private static func number(_ text: Substring) -> Int? {
        let isNumber = 1...4 ~= text.utf8.count && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        return isNumber ? Int(text) : nil
    }
}
