/// One message under analysis: its parts, its signs, and the verdict made of them.
struct Analysis {
    let classifier: BounceClassifier
    let mail: CollectedMail
    let signs: MailSigns
    let parts: ReportParts
    let text: ReportText
    let report: DeliveryReport?
    /// The returned message or what there is of it.
    let returned: ReturnedMessage?
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
        returned = ReturnedMessage(parts, text)
        diagnostics = mail.diagnostics
        report = Self.deliveryReport(parts, text, classifier.limits)
        if report?.isTruncated == true { diagnostics.append(.tooManyRecipients(kept: classifier.limits.recipients)) }
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
