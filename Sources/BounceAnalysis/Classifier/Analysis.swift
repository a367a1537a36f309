/// One message under analysis: its parts, its signs, and the verdict made of them.
struct Analysis {
    let classifier: BounceClassifier
    let mail: CollectedMail
    let signs: MailSigns
    let parts: ReportParts
    let text: ReportText
    let report: DeliveryReport?
    /// Announcements found in subject and text.
    let notices: Notices
    var diagnostics: [Diagnostic]

    var book: RuleBook { classifier.book }
    var limits: AnalysisLimits { classifier.limits }

    init(_ message: [UInt8], classifier: BounceClassifier) {
        self.classifier = classifier
        mail = CollectedMail(message, limits: classifier.limits)
        signs = MailSigns(mail)
        // A report comes from a mail system, says so in its subject or type, or answers for somebody: the text of all
        // other mail is not worth reading.
        let mayReport =
            signs.isFromMailSystem || signs.hasNullPath || !mail.reportType.isEmpty
            || !signs.failedRecipients.isEmpty || Notices.isAnnounced(signs.subject, book: classifier.book)
        parts = ReportParts(mail, wantsText: mayReport, limits: classifier.limits)
        text = ReportText(parts.human, book: classifier.book)
        notices = Notices(subject: signs.subject, text: text, book: classifier.book)
        diagnostics = mail.diagnostics
        report = Self.deliveryReport(parts, text, classifier.limits)
        if report?.isTruncated == true { diagnostics.append(.tooManyRecipients(kept: classifier.limits.recipients)) }
    }

    /// The returned message, when it is itself a report.
    var wrappedReport: [UInt8]? {
        guard let bytes = returnedMessage else { return nil }
        let inner = MailHeader(bytes)
        let isReport = inner["content-type"].map { ASCII.find(bytes, in: $0, "delivery-status") != nil } ?? false
        let isDaemon = inner["from"].map { ASCII.find(bytes, in: $0, "mailer-daemon") != nil } ?? false
        return isReport || isDaemon ? bytes : nil
    }

    /// The returned message or what there is of it, from its own part or from behind the report's text.
    var returnedMessage: [UInt8]? {
        if let part = parts.returned { return part }
        let rest = text.returned
        guard !rest.isEmpty else { return nil }
        var start = rest.lowerBound
        var skipped = 0
        // The marker line, rules and blank lines stand before the first field.
        while start < rest.upperBound, skipped < 12 {
            let end = ASCII.lineEnd(parts.human, start, rest.upperBound)
            let colon = parts.human[start..<end].firstIndex(of: ASCII.colon)
            if let colon, colon > start, !parts.human[start..<colon].contains(where: ASCII.isSpace) { break }
            start = min(end + 1, rest.upperBound)
            skipped += 1
        }
        return start < rest.upperBound ? Array(parts.human[start..<rest.upperBound]) : nil
    }

    /// The delivery report of its own part or, failing that, of fields quoted in the text.
    private static func deliveryReport(
        _ parts: ReportParts,
        _ text: ReportText,
        _ limits: AnalysisLimits
    ) -> DeliveryReport? {
        if let status = parts.deliveryStatus { return DeliveryReport(status, limits: limits) }
        if let notification = ServiceNotification(text.bytes, range: text.range, limits: limits),
            notification.kind == .bounce
        {
            return DeliveryReport(notification.fields, limits: limits)
        }
        guard ASCII.find(text.bytes, in: text.range, "final-recipient:") != nil else { return nil }
        var fields: [UInt8] = []
        for line in text.lines[..<text.end] {
            fields.append(contentsOf: text.bytes[line])
            fields.append(ASCII.newline)
        }
        let report = DeliveryReport(fields, limits: limits)
        return report.recipients.contains { $0.isNamed } ? report : nil
    }
}
