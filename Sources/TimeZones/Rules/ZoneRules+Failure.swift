extension ZoneRules {
    /// Why bytes are no rules of a time zone.
    package enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// They do not begin with `TZif`.
        case notTZif
        /// More bytes than any zone has.
        case tooLarge(byteCount: Int)
        /// A version of the format that is not known.
        case version(UInt8)
        /// The bytes end before the data does.
        case truncated
        /// More bytes behind the end.
        case bytesBehindEnd(count: Int)
        /// The counts in the header contradict each other or the format; the text names them.
        case counts(String)
        /// A table that counts leap seconds, which clocks of computers do not.
        case leapSeconds
        /// The changes of the clock are not in order; the number is the first wrong one, from 0.
        case order(index: Int)
        /// A change at a time beyond all times.
        case time(index: Int)
        /// A change to an offset that is not in the table.
        case offsetIndex(index: Int)
        /// An offset of a day or more.
        case offset(seconds: Int)
        /// A mark for daylight saving time that is neither 0 nor 1.
        case daylightMark(UInt8)
        /// An abbreviation that is empty, not ended, or has other characters than letters, digits, `+` and `-`.
        case abbreviation(index: Int)
        /// The rule for the years behind the table is wrong: at which of its bytes, from 0, and what was wanted there.
        case footer(offset: Int, wanted: String)

        package var description: String {
            switch self {
            case .notTZif: "it is no time zone file: such a file begins with TZif"
            case .tooLarge(let byteCount):
                "\(byteCount) bytes are too many: no zone needs over \(TZifReader.maximumBytes)"
            case .version(let version): "its format has the unknown version byte \(version)"
            case .truncated: "it ends too early"
            case .bytesBehindEnd(let count): "\(count) bytes follow behind its end"
            case .counts(let text): "its header is wrong: \(text)"
            case .leapSeconds: "it counts leap seconds: use the zone of the same name outside of right/"
            case .order(let index): "change \(index) of the clock is not later than the one before"
            case .time(let index): "change \(index) of the clock is at an impossible time"
            case .offsetIndex(let index): "change \(index) of the clock leads to an offset that is not there"
            case .offset(let seconds): "an offset of \(seconds) seconds from UTC is impossible"
            case .daylightMark(let mark): "a mark for daylight saving time is \(mark), not 0 or 1"
            case .abbreviation(let index): "the abbreviation of offset \(index) is wrong"
            case .footer(let offset, let wanted):
                "its rule for later years is wrong at byte \(offset): wanted \(wanted)"
            }
        }
    }
}
