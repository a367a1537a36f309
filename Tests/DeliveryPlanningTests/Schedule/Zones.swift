import Foundation
import Testing
import TimeZones

/// The machine's zones; tests that need them say so and are skipped where there are none.
enum Zones {
    private static let folder = ZoneName.folders.first { FileManager.default.fileExists(atPath: $0 + "/Europe/Berlin") }
    static let areThere = folder != nil

    static func rules(_ name: String) throws -> ZoneRules {
        if let rules = ZoneName.builtIn(name) { return rules }
        return try ZoneRules(tzif: [UInt8](Data(contentsOf: URL(fileURLWithPath: (folder ?? "") + "/" + name))))
    }

    /// An instant by what a clock in UTC shows: `2026-11-23 09:00`.
    static func utc(_ text: String) throws -> Int { try civil(text).secondsInUTC }

    static func civil(_ text: String) throws -> CivilTime {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        try #require(numbers.count == 5)
        return try #require(
            CivilTime(year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4])
        )
    }

    /// What a clock in UTC shows, to the minute.
    static func text(_ instant: Int?) -> String {
        guard let instant else { return "never" }
        let text = CivilTime(secondsInUTC: instant).description
        return text.hasSuffix(":00") ? text.dropLast(3).replacingOccurrences(of: "T", with: " ") : text
    }
}
