/// Says of a collected message what it is, whom it is about and why, and what decided that.
///
/// Machine-readable reports come first (RFC 3464, RFC 5965, RFC 8098), then the header, then the text for people. The
/// returned message is never searched for reasons; only its header fields serve to find the sent message. Everything is
/// bounded by ``AnalysisLimits``: no input makes it fail.
package struct BounceClassifier: Sendable {
    let book: RuleBook
    let limits: AnalysisLimits
    let charsets: CharsetDecoder

    /// - Parameters:
    ///   - limits: ceilings of what one message may cost.
    ///   - charsets: converter for texts beyond UTF-8 and Latin-1.
    package init(limits: AnalysisLimits = AnalysisLimits(), charsets: CharsetDecoder = CharsetDecoder()) {
        book = .builtIn
        self.limits = limits
        self.charsets = charsets
    }

    /// The verdict on a raw message; line ends of any kind.
    package func classify(_ message: Span<UInt8>) -> Verdict {
        classify(message, depth: 0)
    }

    /// The verdict on a raw message; line ends of any kind.
    package func classify(_ message: [UInt8]) -> Verdict { classify(message.span, depth: 0) }

    func classify(_ message: Span<UInt8>, depth: Int) -> Verdict {
        var analysis = Analysis(message, classifier: self)
        let verdict = analysis.verdict()
        // A gateway may wrap the report of another system in a report of its own that says less.
        guard depth < 2, verdict.recipients.isEmpty || verdict.recipients.allSatisfy({ $0.saysNothing }),
            verdict.kind != .autoReply, verdict.kind != .complaint,
            analysis.signs.isFromMailSystem
                || verdict.kind == .bounce || analysis.mail.type.reportType == "delivery-status",
            let inner = analysis.wrappedReport
        else { return verdict }
        var nested = classify(inner.span, depth: depth + 1)
        guard nested.kind == .bounce || nested.kind == .delayed, !nested.recipients.isEmpty else { return verdict }
        nested.references.deliveredTo = verdict.references.deliveredTo
        nested.diagnostics = verdict.diagnostics + nested.diagnostics + [.forwardedReport]
        return nested
    }
}
