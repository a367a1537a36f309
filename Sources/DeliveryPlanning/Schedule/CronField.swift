/// The numbers that one field of a cron schedule lets through.
package struct CronField: Sendable, Hashable {
    /// Which field: its place in the line gives it its range and its names.
    package enum Kind: Sendable, Hashable, CaseIterable {
        case minute
        case hour
        case dayOfMonth
        case month
        case dayOfWeek

        /// The numbers that may be written; Sunday is 0 and 7.
        package var range: ClosedRange<Int> {
            switch self {
            case .minute: 0...59
            case .hour: 0...23
            case .dayOfMonth: 1...31
            case .month: 1...12
            case .dayOfWeek: 0...7
            }
        }

        /// How a message calls it.
        package var title: String {
            switch self {
            case .minute: "minute"
            case .hour: "hour"
            case .dayOfMonth: "day of month"
            case .month: "month"
            case .dayOfWeek: "day of week"
            }
        }

        /// The names that may be written, for the first number and those that follow it.
        var names: [String] {
            switch self {
            case .minute, .hour, .dayOfMonth: []
            case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
            case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
            }
        }
    }

    /// A bit for each number; Sunday is bit 0 only.
    private(set) var bits: UInt64 = 0
    /// Whether the field begins with `*`: such a day field does not restrict the other one.
    var isStar = false

    mutating func insert(_ number: Int) { bits |= 1 << UInt64(number) }

    func contains(_ number: Int) -> Bool { bits >> UInt64(number) & 1 == 1 }

    /// The smallest number that is not below another one; nil when there is none.
    func first(from number: Int) -> Int? {
        guard number < 64 else { return nil }
        let rest = bits >> UInt64(number)
        return rest == 0 ? nil : number + rest.trailingZeroBitCount
    }

    /// The largest number that is not above another one; nil when there is none.
    func last(upTo number: Int) -> Int? {
        guard number >= 0 else { return nil }
        let rest = bits << UInt64(63 - number)
        return rest == 0 ? nil : number - rest.leadingZeroBitCount
    }
}
