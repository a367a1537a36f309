/// The rules of one time zone: which offset from UTC holds at which instant.
///
/// A table of changes covers the past and, for most zones, ends there; a rule that repeats every year covers what comes
/// after the table. Instants are whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted. Every instant has
/// exactly one offset; a civil time has none (clocks were put forward over it), one, or two (clocks were put back).
package struct ZoneRules: Sendable, Hashable {
    /// The instants of change, ascending.
    let transitions: [Int]
    /// For each change, which of `offsets` begins.
    let begins: [UInt8]
    /// The offsets of the table; the first holds before the first change.
    let offsets: [ZoneOffset]
    /// What holds from the last change on.
    let footer: PosixZone?
    /// All seconds that this zone ever was ahead of UTC, each once.
    private let distinctSeconds: [Int]

    /// Universal time: needs no file.
    package static let utc = ZoneRules(
        transitions: [],
        begins: [],
        offsets: [ZoneOffset(seconds: 0, isDaylight: false, abbreviation: "UTC")],
        footer: nil
    )

    /// Rules whose parts are known to fit: indices within `offsets`, which is not empty.
    init(transitions: [Int], begins: [UInt8], offsets: [ZoneOffset], footer: PosixZone?) {
        self.transitions = transitions
        self.begins = begins
        self.offsets = offsets
        self.footer = footer
        let later = footer.map { [$0.standard] + ($0.daylight.map { [$0.offset] } ?? []) } ?? []
        distinctSeconds = Set((offsets + later).map(\.seconds)).sorted()
    }

    /// What holds at an instant.
    ///
    /// - Parameter instant: seconds since 1970.
    /// - Returns: offset, name, and whether it is daylight saving time.
    package func offset(at instant: Int) -> ZoneOffset { span(at: instant).offset }

    /// What the zone's clocks show at an instant.
    ///
    /// - Parameter instant: seconds since 1970, held to `CivilTime.bounds`.
    /// - Returns: date and time of day.
    package func civil(at instant: Int) -> CivilTime {
        CivilTime(secondsInUTC: CivilTime.held(instant) + offset(at: instant).seconds)
    }

    /// When the zone's clocks show a civil time.
    ///
    /// - Returns: no instant when clocks were put forward over it, two when they were put back over it, else one;
    ///   ascending.
    package func instants(of civil: CivilTime) -> [Int] {
        let local = civil.secondsInUTC
        // The larger the offset, the earlier the instant.
        return distinctSeconds.reversed().compactMap { seconds in
            offset(at: local - seconds).seconds == seconds ? local - seconds : nil
        }
    }

    /// The time without a change around an instant.
    ///
    /// - Parameter instant: seconds since 1970.
    /// - Returns: from which change to which, and what holds in between.
    package func span(at instant: Int) -> ZoneSpan {
        guard let last = transitions.last else {
            return footer?.span(at: instant, since: nil) ?? ZoneSpan(start: nil, end: nil, offset: offsets[0])
        }
        guard instant < last else {
            return footer?.span(at: instant, since: last)
                ?? ZoneSpan(start: last, end: nil, offset: offsets[Int(begins[begins.count - 1])])
        }
        let following = firstTransition(after: instant)
        guard following > 0 else { return ZoneSpan(start: nil, end: transitions[0], offset: offsets[0]) }
        return ZoneSpan(
            start: transitions[following - 1],
            end: transitions[following],
            offset: offsets[Int(begins[following - 1])]
        )
    }

    /// The index of the first change behind an instant, by halving.
    private func firstTransition(after instant: Int) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= instant { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
