extension MessageDate {
    /// Appends the date as a Date field's value: `Fri, 21 Nov 1997 09:55:06 -0600` (RFC 5322 §3.3).
    ///
    /// An unknown zone is written as UTC with `-0000`. Years outside 1900 to 9999 are held to those bounds, offsets to
    /// ±99:59: a date that no reader takes would be worse than a wrong one.
    package func write(into output: inout [UInt8]) {
        let offset = min(max(offsetMinutes ?? 0, -5_999), 5_999)
        // The first second of 1900 and the last of 9999, each with a day to spare for the zone.
        let held = min(max(secondsSince1970, -2_208_902_400), 253_402_214_400)
        let local = Int(held) + offset * 60
        let day = local.dividingRounded(by: 86_400)
        let second = local - day * 86_400
        let civil = Self.civil(days: day)
        output.append(contentsOf: Self.weekdays[((day + 4) % 7 + 7) % 7])
        output.append(ASCII.comma)
        output.append(ASCII.space)
        if civil.day > 9 { output.append(ASCII.zero + UInt8(civil.day / 10)) }
        output.append(ASCII.zero + UInt8(civil.day % 10))
        output.append(ASCII.space)
        output.append(contentsOf: Self.months[civil.month - 1])
        output.append(ASCII.space)
        Self.twoDigits(civil.year / 100, into: &output)
        Self.twoDigits(civil.year % 100, into: &output)
        output.append(ASCII.space)
        Self.twoDigits(second / 3_600, into: &output)
        output.append(ASCII.colon)
        Self.twoDigits(second / 60 % 60, into: &output)
        output.append(ASCII.colon)
        Self.twoDigits(second % 60, into: &output)
        output.append(ASCII.space)
        output.append(offset < 0 || offsetMinutes == nil ? ASCII.hyphen : ASCII.plus)
        Self.twoDigits(abs(offset) / 60, into: &output)
        Self.twoDigits(abs(offset) % 60, into: &output)
    }

    /// The date as a Date field's value.
    package var fieldValue: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(31)
        write(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func twoDigits(_ value: Int, into output: inout [UInt8]) {
        output.append(ASCII.zero + UInt8(value / 10 % 10))
        output.append(ASCII.zero + UInt8(value % 10))
    }
}

extension Int {
    /// The quotient rounded down, also for negative numbers.
    fileprivate func dividingRounded(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
