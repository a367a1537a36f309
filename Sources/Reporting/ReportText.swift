internal import Ledger
package import MailModel

/// A report as a person reads it.
package struct ReportText: Sendable {
    private let report: RunReport
    private let localTime: @Sendable (Timestamp) -> String

    /// Recipients shown one by one in each class; the CSV has all.
    private static let shownInClass = 20

    /// A text form.
    ///
    /// - Parameters:
    ///   - report: what it is about.
    ///   - localTime: how points in time are written.
    package init(_ report: RunReport, localTime: @escaping @Sendable (Timestamp) -> String) {
        self.report = report
        self.localTime = localTime
    }

    /// The whole text.
    ///
    /// - Throws: what reading the ledger or the addresses throws.
    package func make(_ addresses: some RunReport.Addresses) throws -> String {
        var text = heading()
        var groups: [RecipientClass: [RecipientLine]] = [:]
        let shown = RecipientClass.allCases.filter { $0.isShown && $0.count(in: report.counts) > 0 }
        if !shown.isEmpty {
            try report.forEachRecipient(addresses) { line in
                guard line.recipientClass.isShown else { return }
                let count = groups[line.recipientClass]?.count ?? 0
                if count < Self.shownInClass { groups[line.recipientClass, default: []].append(line) }
            }
        }
        for recipientClass in shown {
            text += "\n\(recipientClass.words):\n"
            let lines = groups[recipientClass] ?? []
            for line in lines { text += "  \(entry(line))\n" }
            let rest = recipientClass.count(in: report.counts) - lines.count
            if rest > 0 { text += "  … and \(rest) more (--format csv has all)\n" }
        }
        return text + unmatched()
    }

    private func heading() -> String {
        let run = report.run
        var text = "run \(run.name), made \(localTime(run.created))"
        if let finished = run.finished { text += ", finished \(localTime(finished))" } else { text += ", not finished" }
        text += "\n\n"
        let width = String(report.counts.total).utf8.count
        func row(_ name: String, _ count: Int) -> String {
            let number = String(count)
            let indent = String(repeating: " ", count: max(0, width - number.utf8.count))
            return "  \(name)\(String(repeating: " ", count: 12 - name.utf8.count))\(indent)\(number)\n"
        }
        for recipientClass in RecipientClass.allCases {
            let count = recipientClass.count(in: report.counts)
            if count > 0 || recipientClass == .accepted { text += row(recipientClass.words, count) }
        }
        text += "  \(String(repeating: "─", count: 12 + width))\n"
        text += row("sum", report.counts.sum)
        if report.counts.sum != report.counts.total {
            text += "  the list has \(report.counts.total) rows: this is a fault of the program; please report it\n"
        }
        if let due = report.remaining.nextDue { text += "\nthe next attempt is due at \(localTime(due))\n" }
        return text
    }

    private func entry(_ line: RecipientLine) -> String {
        let place = line.line.map { "line \($0)" } ?? ""
        var text = [line.address, place].filter { !$0.isEmpty }.joined(separator: ", ")
        // Words of local delivery often leave the status code to the report's field.
        let status = line.status.flatMap { line.words?.contains($0) == true ? nil : $0 }
        let words = [status, line.words].compactMap(\.self).joined(separator: " ")
        if !words.isEmpty { text += ": \(words)" }
        if let server = line.server, line.recipientClass != .bounced { text += " (\(server))" }
        return text
    }

    private func unmatched() -> String {
        let entries = report.unmatched.filter { $0.kind == "bounce" || $0.kind == "complaint" }
        guard !entries.isEmpty else { return "" }
        var text = "\nbounces and complaints that match nobody (of all runs):\n"
        for listed in entries.prefix(Self.shownInClass) {
            let address = listed.verdict.address ?? "nobody named"
            text += "  \(listed.kind) about \(address), \(localTime(listed.at)): \(listed.file)\n"
        }
        if entries.count > Self.shownInClass { text += "  … and \(entries.count - Self.shownInClass) more\n" }
        return text
    }
}
