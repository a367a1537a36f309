extension ZoneRules {
    /// The latest civil time that the clocks had come to when a change came, in seconds as on a clock in UTC.
    ///
    /// Behind the change, a civil time below this one has been shown before (clocks were put back); those between this
    /// one and the first behind the change are never shown (clocks were put forward). Looks back over as many changes as
    /// can matter: offsets differ by 51 hours at most, and no zone ever had more than two changes in that time.
    /// - Parameter transition: an instant of change, in seconds since 1970.
    /// - Returns: the first civil second that was not yet come to.
    package func clockReached(before transition: Int) -> Int {
        var end = CivilTime.held(transition)
        let earliest = end - (ZoneOffset.range.upperBound - ZoneOffset.range.lowerBound)
        var reached = Int.min
        for _ in 0..<8 {
            let span = span(at: end - 1)
            reached = max(reached, end + span.offset.seconds)
            guard let start = span.start, start > earliest else { break }
            end = start
        }
        return reached
    }
}
