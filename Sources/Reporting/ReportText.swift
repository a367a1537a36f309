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
        var matrix = BounceMatrix()
        let shown = RecipientClass.allCases.filter { $0.isShown && $0.count(in: report.counts) > 0 }
        if !shown.isEmpty {
            try report.forEachRecipient(addresses) { line in
                guard line.recipientClass.isShown else { return }
                matrix.add(line)
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
        return text + table(matrix) + unmatched()
    }

    private func heading() -> String {
        let run = report.run
        var text = "run \(run.name), made \(localTime(run.created))"
        if let finished = run.finished { text += ", finished \(localTime(finished))" } else { text += ", not finished" }
        if let decision = run.decision(localTime) { text += "\n\(decision)" }
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
        return text + heard()
    }

    /// What was heard that changes no class, and what came late.
    private func heard() -> String {
        let words: [(kind: String, text: String)] = [
            ("delayed", "delay notices"), ("auto-reply", "automatic replies"), ("confirmation", "confirmations"),
            ("unsubscribe", "wishes to leave"),
        ]
        let told = words.compactMap { kind, text in
            report.heard.kinds.first { $0.name == kind }.map { "\(text) of \($0.recipients)" }
        }
        var text = told.isEmpty ? "" : "\nheard besides: \(told.joined(separator: ", "))\n"
        if report.heard.late > 0, let last = report.heard.lastLate {
            text += "\nbounces and complaints of \(report.heard.late) came after the run was finished, "
            text += "the last at \(localTime(last))\n"
        }
        return text
    }

    /// What came back by domain and reason; nothing where one line says it all already.
    private func table(_ matrix: BounceMatrix) -> String {
        let cells = matrix.cells
        guard cells.count > 1 else { return "" }
        var text = "\nrefused or come back, by domain and reason:\n"
        let shown = cells.prefix(Self.shownInClass)
        let width = shown.map { String($0.count).utf8.count }.max() ?? 1
        for cell in shown {
            let count = String(cell.count)
            text += "  \(String(repeating: " ", count: width - count.utf8.count))\(count)  "
            text += "\(cell.domain), \(cell.recipientClass.words): \(cell.reason)\n"
        }
        let rest = cells.dropFirst(Self.shownInClass).reduce(0) { $0 + $1.count }
        if rest > 0 { text += "  … and \(rest) more recipients (--format json has all)\n" }
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
            let because = listed.unmatchedBecause.map { ", \(Self.words(because: $0))" } ?? ""
            text += "  \(listed.kind) about \(address), \(localTime(listed.at))\(because): \(listed.file)\n"
        }
        if entries.count > Self.shownInClass { text += "  … and \(entries.count - Self.shownInClass) more\n" }
        return text
    }

    /// Why nobody was found, as a person reads it.
    private static func words(because: String) -> String {
        switch because {
        case "forged-token": "its token was not made here"
        case "unknown-run": "its run is not in this ledger"
        case "unknown-address": "no run has mailed this address"
        case "no-clue": "it names no recipient of ours"
        case "sample": "it is about a sample"
        case "quarantine": "it could not be read"
        default: because
        }
    }
}
