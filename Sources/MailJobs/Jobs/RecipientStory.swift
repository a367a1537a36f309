package import Ledger
package import MailModel

/// Everything that is known of one address: who it was in which run, what happened, what came back, and whether it is
/// held back now.
package struct RecipientStory: Sendable {
    /// The address as one recipient of one run.
    package struct Chapter: Sendable {
        /// The run.
        package var run: RunRecord
        /// The recipient's number.
        package var seq: UInt32
        /// The line of the list; nil when it is not on the list any more.
        package var line: Int?
        /// The address, as the list has it.
        package var address: String
        /// Where it stands.
        package var facts: RecipientFacts
        /// What happened, in order.
        package var history: [HistoryEntry]
        /// What came back, in order.
        package var verdicts: [ListedVerdict]
    }

    /// The address in its canonical form.
    package let address: String
    /// Entries of the suppression list that hold it back: its own, its hashes', and its domains'.
    package let suppressions: [Suppression]
    /// One for each time that it is on a list, the latest run first.
    package let chapters: [Chapter]

    /// Gathers a story.
    ///
    /// - Parameters:
    ///   - address: the address, as a person writes it.
    ///   - runs: the runs that are looked into.
    ///   - site: the workspace.
    /// - Throws: `JobFailure` when the text is no address, or something cannot be read.
    package init(of address: String, in runs: [RunRecord], of site: JobSite) throws(JobFailure) {
        let search = try RecipientSearch(address)
        self.address = search.canonicalForm
        let keys = site.addressHash.keys(holding: search.canonicalForm, domain: search.domain)
        suppressions = try site.withLedger { ledger throws(LedgerFailure) in
            var found: [Suppression] = []
            for key in keys {
                if let entry = try ledger.suppression(of: key.value, kind: key.kind) { found.append(entry) }
            }
            return found
        }
        var chapters: [Chapter] = []
        for run in runs where try !site.isPruned(run) {
            for found in try search.recipients(in: site.folder(of: run)) {
                if let chapter = try Self.chapter(found, of: run, site) { chapters.append(chapter) }
            }
        }
        self.chapters = chapters
    }

    private static func chapter(
        _ found: RecipientSearch.Found,
        of run: RunRecord,
        _ site: JobSite
    ) throws(JobFailure) -> Chapter? {
        try site.withLedger { ledger throws(LedgerFailure) in
            guard let facts = try ledger.recipient(found.seq, in: run.number) else { return nil }
            return Chapter(
                run: run,
                seq: found.seq,
                line: found.line > 0 ? found.line : nil,
                address: found.address,
                facts: facts,
                history: try ledger.history(of: found.seq, in: run.number),
                verdicts: try ledger.verdicts(on: found.seq, in: run.number)
            )
        }
    }
}

/// The shape of an SMTP session up to the step that decided about a message, as far as it is known afterwards.
package enum DialogueShape {
    /// The steps in order, such as `connect`, `TLSv1.3`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`, `message`, `end`.
    ///
    /// - Parameters:
    ///   - phase: the step that decided.
    ///   - session: what the session negotiated; nil when there was none.
    ///   - form: what the message asked of the server.
    /// - Returns: the steps, the deciding one last.
    package static func steps(
        upTo phase: SessionPhase,
        in session: SessionFacts?,
        form: SentFacts.Form
    ) -> [String] {
        var steps: [String] = []
        for step in SessionPhase.allCases where step.rawValue <= phase.rawValue {
            switch step {
            case .resolve: if phase == .resolve { steps.append("name resolution") }
            case .connect: steps.append("connect")
            case .greeting: if phase == .greeting { steps.append("greeting") }
            case .hello: steps.append("EHLO")
            case .startTLS: if phase == .startTLS { steps.append("STARTTLS") }
            case .tlsHandshake:
                if let tls = session?.tls { steps.append(tls) } else if phase == step { steps.append("TLS handshake") }
            case .auth:
                if let mechanism = session?.authMechanism {
                    steps.append("AUTH \(mechanism)")
                } else if phase == step {
                    steps.append("AUTH")
                }
            case .mail: steps.append("MAIL FROM\(parameters(form))")
            case .recipient: steps.append("RCPT TO")
            case .data: steps.append("DATA")
            case .content: steps.append("message")
            case .endOfData: steps.append("end of message")
            case .reset, .quit: if phase == step { steps.append(step.phrase) }
            }
        }
        return steps
    }

    private static func parameters(_ form: SentFacts.Form) -> String {
        (form.contains(.eightBit) ? " BODY=8BITMIME" : "") + (form.contains(.smtpUTF8) ? " SMTPUTF8" : "")
    }
}
