/// Finds the delimiter of a file that nobody declared.
///
/// Each candidate reads the beginning of the file by the real scanner, quotes and all. The one wins that parts the
/// header and gives the most records the header's number of fields; of two that do so alike, the one with more fields.
enum DelimiterGuess {
    /// In the order that wins a tie.
    static let candidates = [",", ";", "\t", "|"]
    /// Records that are compared.
    private static let maximumRecords = 200
    /// Bytes that are read for it.
    private static let maximumBytes = 64 * 1_024

    /// The likeliest delimiter; a comma when nothing speaks for another.
    static func delimiter(of text: [UInt8], options: CSVOptions, isWhole: Bool) -> String {
        let sample = text.prefix(maximumBytes)
        var best: (delimiter: String, share: Double, fields: Int)?
        for candidate in candidates where candidate.utf8.first != options.quote {
            guard let found = survey(sample, candidate, options, isWhole: isWhole && sample.count == text.count) else {
                continue
            }
            guard let leader = best else {
                best = (candidate, found.share, found.fields)
                continue
            }
            let isClearer = found.share > leader.share + 0.1
            let isAsClear = found.share > leader.share - 0.1
            if isClearer || (isAsClear && found.fields > leader.fields) {
                best = (candidate, found.share, found.fields)
            }
        }
        return best?.delimiter ?? ","
    }

    /// The header's number of fields, and the share of records that have it; nil when the header is one field.
    private static func survey(
        _ sample: ArraySlice<UInt8>,
        _ candidate: String,
        _ options: CSVOptions,
        isWhole: Bool
    ) -> (share: Double, fields: Int)? {
        var scanner = CSVScanner(options: options, delimiter: Array(candidate.utf8))
        var copy = Array(sample)
        unsafe copy.withUnsafeMutableBufferPointer { unsafe scanner.scan($0, isEnd: isWhole) }
        var counts = scanner.entries.prefix(maximumRecords).map(\.fieldCount)
        // A header longer than the sample: what there is of it has to do.
        if counts.isEmpty { counts = [scanner.fields.count + 1] }
        guard let fields = counts.first, fields > 1 else { return nil }
        let faults = Set(scanner.faults.compactMap(\.record)).count
        let alike = max(0, counts.count { $0 == fields } - faults)
        return (Double(alike) / Double(counts.count), fields)
    }
}
