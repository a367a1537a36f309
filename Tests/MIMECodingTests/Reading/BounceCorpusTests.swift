import Foundation
import Testing

@testable import MIMECoding

/// Bounces of public collections.
@Suite("Reading the corpus of bounces")
struct BounceCorpusTests {
    private struct Label: Decodable {
        let file: String
        let format: String
    }

    // Skipped where the corpora are not at hand.
    @Test(
        "Every bounce is opened, and reports show their recipients",
        .enabled(if: ReadingCorpus.has("bounces/labels.jsonl"))
    )
    func corpus() throws {
        var tally = CorpusTally()
        var reports = CorpusTally()
        for label in try ReadingCorpus.cases("bounces/labels.jsonl", as: Label.self) {
            let bytes = try ReadingCorpus.bytes("bounces/" + label.file)
            let message = MIMEMessage(bytes)
            let fault = TreeCheck.fault(message, bytes)
            tally.count(
                fault == nil && !message.fields(of: message.root).isEmpty,
                "\(label.file): \(fault ?? "no header")"
            )
            guard label.format == "rfc3464" else { continue }
            let hasRecipient = message.parts.contains { part in
                message.first("final-recipient", in: part) != nil
                    || message.first("original-recipient", in: part) != nil
            }
            reports.count(hasRecipient, label.file + ": " + message.outline)
        }
        tally.report("bounces")
        reports.report("bounces, delivery reports with a recipient")
        #expect(tally.passed > 0)
        #expect(tally.failed == 0, "\(tally.failures.joined(separator: "\n"))")
        // All of the known half do; an unseen report may be too broken to show its fields as such.
        #expect(reports.passed >= reports.failed * 30)
    }
}
