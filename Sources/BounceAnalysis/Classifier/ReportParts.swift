internal import MIMECoding

/// A message taken apart by what its parts are for: RFC 6522's roles, whatever container they came in.
struct ReportParts {
    /// The text for people, UTF-8.
    var human: [UInt8] = []
    /// The fields of a delivery report.
    var deliveryStatus: [UInt8]?
    /// The fields of a feedback report (RFC 5965).
    var feedback: [UInt8]?
    /// The fields of a disposition notification (RFC 8098).
    var disposition: [UInt8]?
    /// The returned message or its header.
    var returned: [UInt8]?

    /// - Parameters:
    ///   - mail: the message.
    ///   - wantsText: whether the text for people is read.
    ///   - limits: ceilings.
    init(_ mail: CollectedMail, wantsText: Bool, limits: AnalysisLimits) {
        var html: [UInt8] = []
        for leaf in mail.leaves {
            switch leaf.contentType.mediaType {
            case "message/delivery-status", "message/global-delivery-status":
                append(mail.content(of: leaf, limit: limits.textBytes), to: &deliveryStatus)
            case "message/feedback-report":
                append(mail.content(of: leaf, limit: limits.textBytes), to: &feedback)
            case "message/disposition-notification", "message/global-disposition-notification":
                append(mail.content(of: leaf, limit: limits.textBytes), to: &disposition)
            case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers",
                "text/rfc822-header", "text/rfc822", "message/global-headers", "message/partial":
                if returned == nil { returned = mail.content(of: leaf, limit: limits.textBytes) }
            case "text/html":
                guard wantsText, html.isEmpty, returned == nil else { continue }
                html = HTMLText.strip(mail.text(of: leaf, limit: limits.textBytes))
            case let type where type.hasPrefix("text/") || type.hasPrefix("multipart/"):
                guard wantsText, returned == nil, human.count < limits.textBytes else { continue }
                if !human.isEmpty { human.append(ASCII.newline) }
                human.append(contentsOf: mail.text(of: leaf, limit: limits.textBytes))
            default: continue
            }
        }
        if human.allSatisfy(ASCII.isSpace) { human = html }
    }

    private func append(_ bytes: [UInt8], to field: inout [UInt8]?) {
        field = (field ?? []) + bytes + [ASCII.newline, ASCII.newline]
    }
}
