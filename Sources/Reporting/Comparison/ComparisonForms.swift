internal import Ledger
internal import RecipientTable

/// A comparison of two runs in the forms that people and programs read.
package struct ComparisonForms<Later: RunReport.Addresses, Earlier: RunReport.Addresses>: Sendable {
    private let comparison: RunComparison
    private let laterAddresses: Later
    private let earlierAddresses: Earlier

    /// The forms of a comparison.
    ///
    /// - Parameters:
    ///   - comparison: the two runs.
    ///   - laterAddresses: where the addresses of the later run are.
    ///   - earlierAddresses: where those of the earlier run are.
    package init(_ comparison: RunComparison, _ laterAddresses: Later, _ earlierAddresses: Earlier) {
        self.comparison = comparison
        self.laterAddresses = laterAddresses
        self.earlierAddresses = earlierAddresses
    }

    private func summary() throws -> ComparisonSummary {
        var summary = ComparisonSummary()
        try comparison.forEach(laterAddresses, earlierAddresses) { summary.add($0) }
        return summary
    }

    /// The whole text: the classes side by side, then who moved.
    ///
    /// - Throws: what reading the ledger or the addresses throws.
    package func text() throws -> String {
        let (earlier, later) = (comparison.earlier, comparison.later)
        var text = "\(later.run.name) compared with \(earlier.run.name)\n\n"
        let width = max(7, String(max(earlier.counts.total, later.counts.total)).utf8.count)
        func padded(_ word: String) -> String {
            String(repeating: " ", count: max(0, width - word.utf8.count)) + word
        }
        text += "  \(String(repeating: " ", count: 12))\(padded("earlier"))  \(padded("later"))\n"
        for recipientClass in RecipientClass.allCases {
            let counts = (recipientClass.count(in: earlier.counts), recipientClass.count(in: later.counts))
            guard counts.0 > 0 || counts.1 > 0 else { continue }
            let name = recipientClass.words
            text += "  \(name)\(String(repeating: " ", count: 12 - name.utf8.count))"
            text += "\(padded(String(counts.0)))  \(padded(String(counts.1)))\n"
        }
        for (move, examples) in try summary().moves where move.earlier != move.later {
            text += "\n\(Self.words(move)): \(move.count)\n"
            for example in examples {
                text += "  \(example.address)\(example.words.map { ": \($0)" } ?? "")\n"
            }
            if move.count > examples.count { text += "  … and \(move.count - examples.count) more\n" }
        }
        return text
    }

    private static func words(_ move: RunComparison.Move) -> String {
        switch (move.earlier, move.later) {
        case (let earlier?, let later?): "\(earlier.words), now \(later.words)"
        case (nil, let later): "new in the list, \(later?.words ?? "")"
        case (let earlier?, nil): "no longer in the list, \(earlier.words) before"
        }
    }

    /// One JSON object: the counts of both, and the moves.
    ///
    /// - Throws: what reading the ledger or the addresses throws.
    package func json() throws -> [UInt8] {
        func name(_ recipientClass: RecipientClass?) -> RowValue {
            recipientClass.map { .string($0.rawValue) } ?? .null
        }
        func member(_ name: String, _ value: RowValue) -> RowValue.Member { RowValue.Member(name: name, value: value) }
        func counts(_ report: RunReport) -> RowValue {
            .object(
                RecipientClass.allCases.map {
                    member($0.rawValue, .number(String($0.count(in: report.counts))))
                }
            )
        }
        let moves = try summary().moves.map { entry in
            RowValue.object([
                member("earlier", name(entry.move.earlier)), member("later", name(entry.move.later)),
                member("count", .number(String(entry.move.count))),
                member("examples", .list(entry.examples.map { .string($0.address) })),
            ])
        }
        let object = RowValue.object([
            member("run", .string(comparison.later.run.name)), member("with", .string(comparison.earlier.run.name)),
            member("classes", counts(comparison.later)), member("classes_with", counts(comparison.earlier)),
            member("moves", .list(moves)),
        ])
        var output: [UInt8] = []
        JSONText.append(object, to: &output)
        return output + [0x0A]
    }

    /// A CSV row for each recipient whose class differs, in pieces.
    ///
    /// - Parameter body: takes the next bytes; what it throws ends the writing.
    /// - Throws: what reading the ledger or the addresses throws, or what `body` throws.
    package func writeCSV(_ body: ([UInt8]) throws -> Void) throws {
        let writer = CSVWriter()
        var buffer: [UInt8] = []
        writer.append(["address", "earlier", "later", "words"], to: &buffer)
        try comparison.forEach(laterAddresses, earlierAddresses) { difference in
            guard difference.earlier != difference.later else { return }
            let fields = [difference.earlier?.rawValue ?? "", difference.later?.rawValue ?? "", difference.words ?? ""]
            writer.append([difference.address] + fields, to: &buffer)
            if buffer.count > 1 << 16 {
                try body(buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try body(buffer)
    }
}
