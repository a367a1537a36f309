/// The Date field's value (RFC 5322 §3.6.1): an instant and the offset of the sender's civil time.
package struct OriginationDate: Sendable, Equatable {
    /// Seconds since 1970-01-01 00:00 UTC.
    package let seconds: Int64
    /// Minutes that civil time is ahead of UTC.
    package let offsetMinutes: Int

    /// Checks a date.
    ///
    /// - Throws: `HeaderFault` with `.malformed(.date)` outside the years 1900 to 9999, or for an offset of a day or more.
    package init(secondsSince1970 seconds: Int64, offsetMinutes: Int = 0) throws(HeaderFault) {
        // 1900-01-02 to 9999-12-30, so that no offset leaves the range.
        guard (-2_208_902_400...253_402_127_999).contains(seconds), abs(offsetMinutes) < 24 * 60 else {
            throw HeaderFault(field: "Date", reason: .malformed(.date))
        }
        self.seconds = seconds
        self.offsetMinutes = offsetMinutes
    }

    /// Writes the whole field: `Date: Tue, 24 Nov 2026 09:00:00 +0800`.
    func write(into buffer: inout MessageBuffer) {
        let local = seconds + Int64(offsetMinutes) * 60
        let day = Int((local >= 0 ? local : local - 86_399) / 86_400)
        let second = Int(local) - day * 86_400
        let civil = Self.civil(day)
        buffer.append("Date: ")
        // 1970-01-01 was a Thursday; the addend keeps the remainder positive back to 1900.
        Self.append(Self.weekdays, ((day + 4) % 7 + 7) % 7, ", ", into: &buffer)
        if civil.day >= 10 { buffer.append(0x30 + UInt8(civil.day / 10)) }
        buffer.append(0x30 + UInt8(civil.day % 10))
        buffer.append(0x20)
        Self.append(Self.months, civil.month - 1, " ", into: &buffer)
        Self.append(civil.year / 100, into: &buffer)
        Self.append(civil.year % 100, into: &buffer)
        buffer.append(0x20)
        Self.append(second / 3600, into: &buffer)
        buffer.append(0x3A)
        Self.append(second / 60 % 60, into: &buffer)
        buffer.append(0x3A)
        Self.append(second % 60, into: &buffer)
        buffer.append(0x20)
        buffer.append(offsetMinutes < 0 ? 0x2D : 0x2B)
        Self.append(abs(offsetMinutes) / 60, into: &buffer)
        Self.append(abs(offsetMinutes) % 60, into: &buffer)
        buffer.append("\r\n")
    }

    private static let weekdays = [UInt8]("SunMonTueWedThuFriSat".utf8)
    private static let months = [UInt8]("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

    private static func append(_ names: [UInt8], _ index: Int, _ tail: StaticString, into buffer: inout MessageBuffer) {
        buffer.append(names[index * 3..<index * 3 + 3])
        buffer.append(tail)
    }

    private static func append(_ twoDigits: Int, into buffer: inout MessageBuffer) {
        buffer.append(0x30 + UInt8(twoDigits / 10))
        buffer.append(0x30 + UInt8(twoDigits % 10))
    }

    /// The civil date of a day counted from 1970-01-01, in the Gregorian calendar.
    ///
    /// Years are taken to begin in March, so that the leap day comes last, within eras of 400 years.
    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
    }
}
