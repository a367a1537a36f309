/// Finds the name that a mistyped one was meant to be.
enum Suggestion {
    /// `; did you mean "…"?` for the nearest candidate, or nothing when none is near.
    static func phrase(for name: String, among candidates: some Sequence<String>) -> String {
        guard let best = nearest(to: name, among: candidates) else { return "" }
        return "; did you mean \"\(best)\"?"
    }

    /// The candidate with the fewest edits (Damerau: insert, drop, change, swap neighbours), case ignored; at most a third
    /// of the name may differ, and one edit is always allowed.
    static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars)
        // Longer names are data, not typing errors; the table would cost more than the hint is worth.
        guard wanted.count <= 64 else { return nil }
        let allowed = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for candidate in candidates.prefix(2000) {
            let other = Array(candidate.lowercased().unicodeScalars)
            guard other.count <= 64, abs(other.count - wanted.count) <= allowed else { continue }
            let distance = distance(wanted, other)
            if distance <= allowed, distance < (best?.distance ?? Int.max) {
                best = (distance, candidate)
            }
        }
        return best?.name
    }

    /// Optimal string alignment distance, three rows at a time.
    private static func distance(_ one: [Unicode.Scalar], _ two: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: two.count + 1)
        var last = Array(0...two.count)
        for i in 0..<one.count {
            var row = [i + 1]
            for j in 0..<two.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (one[i] == two[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == two[j - 1], one[i - 1] == two[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row.append(cost)
            }
            beforeLast = last
            last = row
        }
        return last[two.count]
    }
}
