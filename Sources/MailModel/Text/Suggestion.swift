/// Finds the name that was probably meant.
package enum Suggestion {
    /// Longest word that is compared; longer ones are no typing errors.
    private static let maximumLength = 64
    /// Most candidates that are compared, so that a hostile list costs bounded time.
    private static let maximumCandidates = 10_000

    /// The candidate closest to `word`, or nil when none is close.
    ///
    /// Close means: the same but for case and the marks `_`, `-`, ` `; or at most one wrong, missing, added or swapped
    /// letter in three, three at most (Damerau-Levenshtein, over Unicode scalars). The first of equals wins.
    ///
    /// - Parameters:
    ///   - word: What was written.
    ///   - candidates: What could have been meant.
    /// - Returns: One of the candidates.
    package static func closest(to word: String, in candidates: some Sequence<String>) -> String? {
        let wanted = folded(word)
        guard !wanted.isEmpty, wanted.count <= maximumLength else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates.prefix(maximumCandidates) {
            let found = folded(candidate)
            guard !found.isEmpty, found.count <= maximumLength else { continue }
            let limit = min(3, max(1, max(wanted.count, found.count) / 3))
            guard abs(wanted.count - found.count) <= limit else { continue }
            let distance = distance(wanted, found)
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// Scalars in lower case, without the marks that people put in at will.
    private static func folded(_ word: String) -> [Unicode.Scalar] {
        word.unicodeScalars.prefix(maximumLength * 2).flatMap { scalar -> [Unicode.Scalar] in
            switch scalar {
            case "_", "-", " ", ".": []
            default: Array(scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
    }

    /// Edits that turn one word into the other; two letters swapped are one edit.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row]
            current.reserveCapacity(right.count + 1)
            for column in 1...right.count {
                let isSame = left[row - 1] == right[column - 1]
                var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    cost = min(cost, beforeLast[column - 2] + 1)
                }
                current.append(cost)
            }
            beforeLast = last
            last = current
        }
        return last[right.count]
    }
}
