package import MailModel

/// Which delivery reports a job asks servers for (RFC 3461).
package struct ReportsDefinition: Sendable, Hashable {
    /// When a report is wanted.
    package var occasions: ReportRequest.Occasions
    /// Whether it is to return the whole message.
    package var returnsContent: Bool
}

extension JobDefinition {
    mutating func readReports(_ reader: GroupReader) {
        guard let group = reader.group(JobTable.dsn) else { return }
        var occasions: ReportRequest.Occasions = []
        let words = group.texts(ReportTable.notify).map { ($0.text.lowercased(), $0.place) }
        for (word, place) in words {
            switch word {
            case "success": occasions.insert(.success)
            case "failure": occasions.insert(.failure)
            case "delay": occasions.insert(.delay)
            case "never" where words.count == 1: break
            case "never":
                group.reportBad(ReportTable.notify, "`never` stands alone (RFC 3461 §4.1)", at: place)
            default:
                _ = group.word(word, of: ["success", "failure", "delay", "never"], ReportTable.notify, at: place)
            }
        }
        if words.isEmpty { occasions = .failure }
        reports = ReportsDefinition(occasions: occasions, returnsContent: group.word(ReportTable.content) == "full")
    }
}
