extension JobDefinition {
    /// Fields that a message has from elsewhere, and the setting that sets them.
    private static let owned: [String: String] = [
        "from": "from", "reply-to": "reply_to", "list-unsubscribe": "unsubscribe",
        "list-unsubscribe-post": "unsubscribe",
        "list-id": "list_id", "feedback-id": "feedback_id", "auto-submitted": "auto_submitted",
        "precedence": "precedence", "sender": "sender", "cc": "cc", "bcc": "bcc",
        "disposition-notification-to": "confirm_reading_to",
    ]
    /// Fields that are made for every message.
    private static let made: Set<String> = [
        "to", "subject", "date", "message-id", "mime-version", "return-path", "received",
        "dkim-signature", "resent-from", "resent-to", "resent-cc", "resent-bcc", "resent-date", "resent-message-id",
        "resent-sender",
    ]
    /// Most fields that a job may add.
    private static let maximumHeaders = 50

    mutating func readHeaders(_ reader: GroupReader) {
        listID = reader.text(JobTable.listID).flatMap { Self.listID($0, reader) }
        feedbackID = reader.text(JobTable.feedbackID)
        if let feedbackID, !feedbackID.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
            reader.reportBad(JobTable.feedbackID, "it is not plain ASCII")
        }
        autoSubmitted = reader.word(JobTable.autoSubmitted)
        precedence = reader.word(JobTable.precedence)
        priority = reader.word(JobTable.priority)
        confirmReadingTo = reader.mailbox(JobTable.confirmReadingTo)
        var names: Set<String> = []
        for entry in reader.entries(JobTable.headers).prefix(Self.maximumHeaders + 1) {
            guard headers.count < Self.maximumHeaders else {
                reader.report(
                    .tooLarge,
                    JobTable.headers,
                    "there are more than \(Self.maximumHeaders) fields",
                    "take some away",
                    at: entry.place
                )
                return
            }
            guard let problem = Self.objection(to: entry.key) else {
                guard names.insert(entry.key.lowercased()).inserted else {
                    reader.report(
                        .duplicateKey,
                        JobTable.headers,
                        "`\(entry.key)` is there twice",
                        "keep one of them",
                        at: entry.place
                    )
                    continue
                }
                guard let value = reader.text(entry.value, JobTable.headers) else { continue }
                headers.append(ExtraHeader(name: entry.key, value: value))
                continue
            }
            reader.report(.badValue, JobTable.headers, problem.problem, problem.remedy, at: entry.place)
        }
    }

    /// Why a field must not be set by hand (RFC 5322 §3.6.8 for its letters); nil when it may.
    private static func objection(to name: String) -> (problem: String, remedy: String)? {
        let isName = name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
        guard isName, !name.isEmpty, name.utf8.count <= 76 else {
            return ("`\(name.shortened)` is no name of a header field", "take letters, digits and hyphens")
        }
        let folded = name.lowercased()
        if let setting = owned[folded] { return ("`\(name)` has a setting of its own", "use `\(setting)`") }
        guard made.contains(folded) || folded.hasPrefix("content-") else { return nil }
        return ("`\(name)` is made for every message", "take it away")
    }

    /// `dot-atom-text "." dot-atom-text` without the angle brackets (RFC 2919 §2).
    private static func listID(_ text: String, _ reader: GroupReader) -> String? {
        var id = text
        if id.hasPrefix("<"), id.hasSuffix(">") { id = String(id.dropFirst().dropLast()) }
        if id.utf8.contains(UInt8(ascii: ".")), let domain = HostText.domain(id), domain == id.lowercased() {
            return id
        }
        reader.reportBad(JobTable.listID, "`\(text.shortened)` is no list id: it reads like a domain name")
        return nil
    }
}
