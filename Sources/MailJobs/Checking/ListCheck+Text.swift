extension ListCheck.Result {
    /// What became of rows that get no message, to follow the number of recipients; empty when all get one.
    package var exceptions: String {
        var parts: [String] = []
        if leftOut > 0 { parts.append("\(RowText.rows(leftOut)) left out by `where`") }
        if duplicates > 0 { parts.append("\(duplicates == 1 ? "1 duplicate" : "\(duplicates) duplicates") dropped") }
        if excluded > 0 { parts.append("\(excluded) left out by exclusion lists") }
        let bad = rejected.count - duplicates - excluded
        if bad > 0 { parts.append("\(RowText.rows(bad)) with faults rejected") }
        return parts.map { ", " + $0 }.joined()
    }
}
