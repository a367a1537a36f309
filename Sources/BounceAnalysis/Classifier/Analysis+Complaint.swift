extension Analysis {
    /// A feedback report: RFC 5965, or a forwarded message in a provider's own form.
    func complaint() -> Verdict? {
        if let fields = parts.feedback { return feedbackReport(fields) }
        if mail.reportType == "feedback-report" { return feedbackReport(Array(text.bytes[text.range])) }
        return providerComplaint()
    }

    private func feedbackReport(_ fields: [UInt8]) -> Verdict {
        let block = MailHeader(fields)
        let type = block["feedback-type"].map { ASCII.lowercased(fields, ASCII.trim(fields, $0)) } ?? "abuse"
        let named = block.all("original-rcpt-to")
            .compactMap { AddressScanner.clean(Array(fields[$0])) }
        let kind: Verdict.Kind = type == "not-spam" ? .notABounce : .complaint
        return make(
            kind,
            type,
            .high,
            Evidence(rule: "arf", line: "Feedback-Type: \(type)"),
            complainers(named.isEmpty ? (returned?.recipients ?? []) : named)
        )
    }

    /// Complaints that come as the plain message with a field that no other mail has.
    private func providerComplaint() -> Verdict? {
        if let notification = ServiceNotification(text.bytes, range: text.range, limits: limits),
            notification.kind == .complaint
        {
            let line = notification.addresses[0]
            return make(
                .complaint,
                "notification",
                .high,
                Evidence(rule: "service-notification", line: line),
                complainers(notification.addresses)
            )
        }
        // Microsoft's JMRP: the returned message carries who complained.
        guard let returned, let field = returned.header["x-hmxmroriginalrecipient"] else { return nil }
        let who = AddressScanner.clean(Array(returned.bytes[field])).map { [$0] } ?? []
        return make(
            .complaint,
            "hotmail-jmrp",
            .high,
            Evidence(rule: "jmrp", line: "X-HmXmrOriginalRecipient"),
            complainers(who)
        )
    }

    private func complainers(_ addresses: [String]) -> [RecipientVerdict] {
        addresses.prefix(limits.recipients).map {
            RecipientVerdict(
                address: $0,
                originalRecipient: nil,
                action: .failed,
                status: nil,
                statusIsQuoted: false,
                reply: nil,
                reason: .undefined,
                deliveryClass: .soft,
                phase: nil,
                remoteServer: nil,
                diagnosticText: "",
                evidence: Evidence(rule: "complaint", line: $0)
            )
        }
    }
}
