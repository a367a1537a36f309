internal import BounceAnalysis

/// A verdict told for people: what it says, and the rule and the line behind each part.
struct VerdictExplanation {
    private static let width = 9

    let verdict: Verdict
    let id: String

    /// The lines, each with its newline.
    var text: String {
        var text = "\(id): \(verdict.kind.rawValue)\(verdict.subtype.map { " (\($0))" } ?? ""), "
        text += "confidence \(verdict.confidence)\n"
        text += line("kind", verdict.kind.rawValue, verdict.evidence, indent: 2)
        for recipient in verdict.recipients {
            text += "  \(recipient.address)\n"
            for (part, evidence) in recipient.grounds?.all ?? [] {
                text += line(part, Self.value(of: part, in: recipient), evidence, indent: 4)
            }
        }
        if verdict.recipients.isEmpty, verdict.kind == .bounce || verdict.kind == .delayed {
            text += "  no recipient is named\n"
        }
        for diagnostic in verdict.diagnostics { text += "  tolerated: \(diagnostic)\n" }
        return text
    }

    /// The part, its value, its rule with who writes its words, and below them the line of the message.
    private func line(_ part: String, _ value: String, _ evidence: Evidence, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        let gap = String(repeating: " ", count: max(1, Self.width - part.utf8.count))
        var text = "\(margin)\(part)\(gap)\(value)   by \(evidence.rule)"
        if let rule = RuleBook.builtIn.rule(evidence.rule) {
            text += " (\"\(rule.pattern)\"; \(rule.source))"
            // Words may mean something else at another step of SMTP, or beside a code that says more.
            if part == "reason", rule.meaning != value {
                text += "; these words mean \(rule.meaning), but not at this step or with this code"
            }
        }
        text += "\n"
        if !evidence.line.isEmpty {
            text += margin + String(repeating: " ", count: Self.width) + "| \(printable(evidence.line))\n"
        }
        return text
    }

    private static func value(of part: String, in recipient: RecipientVerdict) -> String {
        switch part {
        case "address": recipient.address
        case "action": recipient.action.rawValue
        case "status": (recipient.status ?? "-") + (recipient.statusIsQuoted ? "" : " (derived)")
        case "reply": recipient.reply.map { "\($0)" } ?? "-"
        case "reason": recipient.reason.rawValue
        default: recipient.deliveryClass.rawValue
        }
    }

    /// Without the control characters that a message may want to send to a terminal.
    private func printable(_ line: String) -> String {
        String(
            String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 })
        )
    }
}
