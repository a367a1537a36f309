/// Says of a collected message what it is, whom it is about and why, and what decided that.
///
/// Machine-readable reports come first (RFC 3464, RFC 5965, RFC 8098), then the header, then the text for people. The
/// returned message is never searched for reasons; only its header fields serve to find the sent message. Everything is
/// bounded by ``AnalysisLimits``: no input makes it fail.
package struct BounceClassifier: Sendable {
    let book: RuleBook
    /// Ceilings of what one message may cost.
    package let limits: AnalysisLimits
    /// Whether verdicts say what each of their parts rests on.
    package let explains: Bool

    let addresses: [(pattern: ReversePathPattern, kind: Verdict.Kind)]

    /// - Parameters:
    ///   - limits: ceilings of what one message may cost.
    ///   - addresses: our own addresses that say what mail to them is: `unsubscribe+{token}@…` is `unsubscribe`. The
    ///     tokens are not checked here; only what is neither report nor automatic reply is judged by its address.
    ///   - explains: whether verdicts say what each of their parts rests on; costs time.
    package init(
        limits: AnalysisLimits = AnalysisLimits(),
        addresses: [(pattern: ReversePathPattern, kind: Verdict.Kind)] = [],
        explains: Bool = false
    ) {
        self.explains = explains
        book = .builtIn
        self.limits = limits
        self.addresses = addresses
    }

    /// The verdict on a raw message; line ends of any kind, an mbox "From " line may stand first.
    package func classify(_ message: [UInt8]) -> Verdict { classify(message, depth: 0) }

    func classify(_ message: [UInt8], depth: Int) -> Verdict {
        var analysis = Analysis(message, classifier: self)
        let verdict = analysis.verdict()
        // A gateway may wrap the report of another system in a report of its own that says less.
        guard depth < 2, verdict.recipients.isEmpty || verdict.recipients.allSatisfy({ $0.saysNothing }),
            verdict.kind != .autoReply, verdict.kind != .complaint,
            analysis.signs.isFromMailSystem
                || verdict.kind == .bounce || analysis.mail.reportType == "delivery-status",
            let inner = analysis.returned, inner.isReport
        else { return verdict }
        var nested = classify(inner.bytes, depth: depth + 1)
        guard nested.kind == .bounce || nested.kind == .delayed, !nested.recipients.isEmpty else { return verdict }
        nested.references.deliveredTo = verdict.references.deliveredTo
        nested.diagnostics = verdict.diagnostics + nested.diagnostics + [.forwardedReport]
        return nested
    }
}
