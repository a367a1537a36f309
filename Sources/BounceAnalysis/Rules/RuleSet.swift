/// A table of rules, ready to be looked for in a text.
///
/// A rule's words are found whatever their letter case and white space. `" * "` in a pattern lets up to
/// ``gapBytes`` other bytes stand between the words before and after it, but no end of a sentence.
package struct RuleSet: Sendable {
    /// One line of a rule table.
    package struct Rule: Sendable {
        /// Unique and stable: verdicts refer to it.
        package let id: String
        /// The words, as in the table.
        package let pattern: String
        /// What the words mean: a word of the table's vocabulary.
        package let meaning: String
        /// Which of several matching rules wins: 9 outranks 1.
        package let weight: Int
        /// The mail system or document that writes these words.
        package let source: String
    }

    /// A rule that was found.
    package struct Match: Sendable {
        /// Index into `rules`.
        package var rule: Int
        /// Offset behind its last word.
        package var end: Int
    }

    /// Bytes that may stand where a pattern has a gap.
    package static let gapBytes = 160

    /// The rules, in the order of the tables.
    package let rules: [Rule]
    private let automaton: PhraseAutomaton
    /// For each phrase of the automaton: its rule, its place in the pattern, and how many places the pattern has.
    private let pieces: [(rule: Int, place: Int, of: Int, length: Int)]

    /// Reads rule tables: tab-separated lines of id, pattern, meaning, weight, source.
    package init(_ tables: [String]) {
        var rules: [Rule] = []
        var phrases: [[UInt8]] = []
        var pieces: [(rule: Int, place: Int, of: Int, length: Int)] = []
        for table in tables {
            for line in table.utf8.split(separator: ASCII.newline) {
                let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                guard columns.count == 5 else { continue }
                let pattern = Array(columns[1])
                let words = Self.parts(of: pattern)
                for (place, part) in words.enumerated() {
                    let folded = CaseFolding.folded(part)
                    phrases.append(folded)
                    pieces.append((rules.count, place, words.count, folded.count))
                }
                rules.append(
                    Rule(
                        id: String(decoding: columns[0], as: UTF8.self),
                        pattern: String(decoding: pattern, as: UTF8.self),
                        meaning: String(decoding: columns[2], as: UTF8.self),
                        weight: Int(String(decoding: columns[3], as: UTF8.self)) ?? 5,
                        source: String(decoding: columns[4], as: UTF8.self)
                    )
                )
            }
        }
        self.rules = rules
        self.pieces = pieces
        automaton = PhraseAutomaton(phrases: phrases)
    }

    /// Calls `body` for every rule found in `text`; it returns false to stop.
    package func scan(_ text: Span<UInt8>, from start: Int = 0, to end: Int? = nil, _ body: (Match) -> Bool) {
        // Rules with gaps that have begun: few at a time, so a list beats a table.
        var open: [(rule: Int, next: Int, end: Int)] = []
        automaton.scan(text, from: start, to: end) { hit in
            let piece = pieces[hit.phrase]
            if piece.of == 1 { return body(Match(rule: piece.rule, end: hit.end)) }
            if piece.place == 0 {
                if let known = open.firstIndex(where: { $0.rule == piece.rule && $0.next == 1 }) {
                    open[known].end = hit.end
                } else {
                    open.append((piece.rule, 1, hit.end))
                }
                return true
            }
            guard
                let known = open.firstIndex(where: {
                    $0.rule == piece.rule && $0.next == piece.place && $0.end <= hit.end - piece.length
                        && hit.end - piece.length - $0.end <= Self.gapBytes
                }), !Self.endsSentence(text, open[known].end, hit.end - piece.length)
            else { return true }
            if piece.place + 1 == piece.of {
                open.remove(at: known)
                return body(Match(rule: piece.rule, end: hit.end))
            }
            open[known].next += 1
            open[known].end = hit.end
            return true
        }
    }

    /// Whether a sentence ends between the offsets: a full stop and white space, and no ellipsis.
    private static func endsSentence(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = max(start, 1)
        while index + 1 < end {
            if text[index] == ASCII.dot, ASCII.isSpace(text[index + 1]), text[index - 1] != ASCII.dot { return true }
            index += 1
        }
        return false
    }

    /// The pattern's words between its gaps.
    private static func parts(of pattern: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = [[]]
        var index = 0
        while index < pattern.count {
            if index + 2 < pattern.count, pattern[index] == ASCII.space, pattern[index + 1] == 0x2A,
                pattern[index + 2] == ASCII.space
            {
                parts.append([])
                index += 3
            } else {
                parts[parts.count - 1].append(pattern[index])
                index += 1
            }
        }
        return parts.filter { !$0.isEmpty }
    }
}
