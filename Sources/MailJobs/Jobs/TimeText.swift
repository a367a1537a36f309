package import MailModel
internal import TimeZones

/// Points in time as people read them.
package enum TimeText {
    /// The machine's own zone, read once.
    private static let zone = (try? ZoneFiles.rules(of: nil)) ?? .utc

    /// `2026-11-23 09:00:05` in the machine's zone.
    package static func local(_ time: Timestamp) -> String {
        text(zone.civil(at: seconds(time)), separator: " ")
    }

    /// `2026-11-23T01:00:05Z`.
    package static func utc(_ time: Timestamp) -> String {
        text(CivilTime(secondsInUTC: seconds(time)), separator: "T") + "Z"
    }

    /// `20261123T0100Z`, as runs are named; with the seconds when they are asked for.
    package static func compact(_ time: Timestamp, seconds withSeconds: Bool = false) -> String {
        let civil = CivilTime(secondsInUTC: seconds(time))
        let date = "\(civil.year)\(two(civil.month))\(two(civil.day))"
        return "\(date)T\(two(civil.hour))\(two(civil.minute))\(withSeconds ? two(civil.second) : "")Z"
    }

    private static func seconds(_ time: Timestamp) -> Int { Int(time.rawValue.dividedDown(by: 1_000)) }

    private static func text(_ civil: CivilTime, separator: String) -> String {
        let date = "\(civil.year)-\(two(civil.month))-\(two(civil.day))"
        return "\(date)\(separator)\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Int64 {
    /// The quotient, rounded down for negative numbers too.
    fileprivate func dividedDown(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
