/// Writes zone files for tests, right and wrong ones (RFC 9636 §3).
struct TZifBuilder {
    var version = UInt8(ascii: "2")
    var transitions: [(at: Int, type: UInt8)] = []
    /// Seconds east, mark for daylight saving time, index of the abbreviation.
    var types: [(seconds: Int, mark: UInt8, name: UInt8)] = [(0, 0, 0)]
    var names: [UInt8] = Array("UTC\0".utf8)
    var leapSeconds = 0
    var standardMarks = 0
    var universalMarks = 0
    var footer = "UTC0"
    /// Overwrites counts of the last header: index among the six, value.
    var lies: [(index: Int, count: UInt32)] = []

    static func big(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private func block(timeBytes: Int, isLast: Bool) -> [UInt8] {
        var counts = [universalMarks, standardMarks, leapSeconds, transitions.count, types.count, names.count]
        if isLast {
            for lie in lies { counts[lie.index] = Int(lie.count) }
        }
        var bytes = Array("TZif".utf8) + [version] + [UInt8](repeating: 0, count: 15)
        bytes += counts.flatMap { Self.big($0, 4) }
        bytes += transitions.flatMap { Self.big($0.at, timeBytes) } + transitions.map(\.type)
        bytes += types.flatMap { Self.big($0.seconds, 4) + [$0.mark, $0.name] } + names
        bytes += [UInt8](repeating: 0, count: leapSeconds * (timeBytes + 4) + standardMarks + universalMarks)
        return bytes
    }

    func bytes() -> [UInt8] {
        guard version > 0 else { return block(timeBytes: 4, isLast: true) }
        return block(timeBytes: 4, isLast: false) + block(timeBytes: 8, isLast: true) + Array("\n\(footer)\n".utf8)
    }
}
