internal import BounceAnalysis
internal import Dispatch
internal import MailJobs
internal import Synchronization

/// Judges batches of messages on all cores and writes the verdicts in the order of the files.
struct MessageJudge {
    private let format: ClassifyCommand.Format
    private let classifier: BounceClassifier
    private var output: [UInt8] = []
    private var writeFailure: (any Error)?
    /// Whether a file could not be read; the others are still judged.
    private(set) var hasFailed = false

    /// Bytes that are kept before they are written.
    private static let outputBytes = 1 << 16
    private static let lanes = 16

    /// - Parameters:
    ///   - format: how verdicts are written.
    ///   - explains: whether the rule and the line of each part are.
    init(format: ClassifyCommand.Format, explains: Bool) {
        self.format = format
        classifier = BounceClassifier(explains: explains)
    }

    /// Judges messages; blocks until all are.
    mutating func judge(_ batch: [MessageFiles.Entry]) {
        typealias Judged = Result<[UInt8], MessageFiles.Failure>
        let lanes = min(Self.lanes, batch.count)
        let results = Mutex([Judged?](repeating: nil, count: batch.count))
        DispatchQueue.concurrentPerform(iterations: lanes) { [self] lane in
            for place in stride(from: lane, to: batch.count, by: lanes) {
                let entry = batch[place]
                let judged = Judged { () throws(MessageFiles.Failure) in
                    // A report stands before the message it returns: what lies behind the limit is never looked at.
                    let bytes = try MessageFiles.bytes(of: entry, limit: classifier.limits.messageBytes + 1)
                    return words(classifier.classify(bytes), id: entry.id)
                }
                results.withLock { $0[place] = judged }
            }
        }
        for result in results.withLock({ $0 }) {
            switch result {
            case .success(let words): output += words
            case .failure(let failure): fail(failure)
            case nil: break
            }
        }
        guard output.count >= Self.outputBytes, writeFailure == nil else { return }
        do { try flush() } catch { writeFailure = error }
    }

    /// Says what could not be read.
    mutating func fail(_ failure: MessageFiles.Failure) {
        Console.say("martlet classify: \(failure)")
        hasFailed = true
    }

    /// Writes what was judged.
    mutating func flush() throws {
        if let writeFailure { throw writeFailure }
        guard !output.isEmpty else { return }
        try Console.write(output)
        output.removeAll(keepingCapacity: true)
    }

    private func words(_ verdict: Verdict, id: String) -> [UInt8] {
        switch format {
        case .jsonl, .json: verdict.jsonLine(id: id, explains: classifier.explains) + [0x0A]
        case .text where classifier.explains: Array(VerdictExplanation(verdict: verdict, id: id).text.utf8)
        case .text: Array(Self.text(verdict, id: id).utf8)
        }
    }

    /// One line for the message and one for each recipient that it names.
    private static func text(_ verdict: Verdict, id: String) -> String {
        var lines = "\(id): \(verdict.kind.rawValue) (rule \(verdict.evidence.rule))\n"
        for recipient in verdict.recipients {
            lines += "  \(recipient.address)"
            if let status = recipient.status { lines += " \(status)" }
            if let reply = recipient.reply { lines += " reply \(reply)" }
            lines += " \(recipient.reason.rawValue)\n"
        }
        return lines
    }
}
