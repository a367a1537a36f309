internal import TimeZones

/// The name of a scheduled instant, in UTC and to the minute: `20261123T0900Z`.
///
/// It tells a run from the job's other runs (`activation-20261123T0900Z`), so an instant has one name only, whatever zone
/// the schedule is in.
package struct OccurrenceName: Sendable, Hashable, CustomStringConvertible {
    /// Seconds since 1970, at the beginning of a minute.
    package let instant: Int
    /// `YYYYMMDDThhmmZ`.
    package let text: String

    /// The name of an instant; nil outside of the years 0 to 9999.
    ///
    /// - Parameter instant: seconds since 1970; the minute counts that it is in.
    package init?(instant: Int) {
        let time = CivilTime(secondsInUTC: instant)
        guard 0...9_999 ~= time.year else { return nil }
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.utf8.count) + digits
        }
        self.instant = time.secondsInUTC - time.second
        text =
            padded(time.year, 4) + padded(time.month, 2) + padded(time.day, 2) + "T" + padded(time.hour, 2)
            + padded(time.minute, 2) + "Z"
    }

    /// The instant by its name; nil for every other name, such as one that a person gave.
    package init?(_ name: String) {
        let bytes = Array(name.utf8)
        guard bytes.count == 14, bytes[8] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            let digits = bytes[range]
            guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8),
            let hour = number(9..<11), let minute = number(11..<13),
            let time = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute)
        else { return nil }
        instant = time.secondsInUTC
        text = name
    }

    package var description: String { text }
}
