package import MailModel
internal import TimeZones

extension TimeText {
    /// Reads `2026-11-23`, `2026-11-23T09:00Z` or `2026-11-23T09:00:05Z`, all of them in UTC; nil for anything else.
    package static func time(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        let form: [UInt8] = bytes.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 ? UInt8(ascii: "9") : $0 }
        let forms = ["9999-99-99", "9999-99-99T99:99Z", "9999-99-99T99:99:99Z"]
        guard forms.contains(where: { $0.utf8.elementsEqual(form) }), let year = number(0..<4),
            let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        let hour = bytes.count > 10 ? number(11..<13) : 0
        let minute = bytes.count > 10 ? number(14..<16) : 0
        let second = bytes.count > 17 ? number(17..<19) : 0
        guard let hour, let minute, let second,
            let civil = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        return Timestamp(rawValue: Int64(civil.secondsInUTC) * 1_000)
    }
}
