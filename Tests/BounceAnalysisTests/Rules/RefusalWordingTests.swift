import BounceAnalysis
import Testing

@Suite("Wordings of refusals")
struct RefusalWordingTests {
    /// One line of the table.
    struct Wording {
        var reason: String
        var step: String
        var words: String
        var source: String

        init(_ line: Substring) {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            (reason, step, words, source) = (columns[0], columns[1], columns[2], columns[3])
        }

        /// The refusal in a report as Postfix writes it.
        var report: String {
            let answered = ["RCPT": "RCPT TO", "DATA": "end of DATA", "MAIL": "MAIL FROM"][step]
            let said =
                switch step {
                case "-": words
                case "EHLO": "host mx.example.com[192.0.2.2] refused to talk to me: \(words)"
                default: "host mx.example.com[192.0.2.2] said: \(words) (in reply to \(answered ?? step) command)"
                }
            return """
                From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                I'm sorry to have to inform you that your message could not
                be delivered to one or more recipients.

                <user@example.com>: \(said)

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.org

                Final-Recipient: rfc822; user@example.com
                Action: failed
                Status: \(status)
                Diagnostic-Code: \(step == "-" ? "X-Postfix" : "smtp"); \(words)

                --b--

                """
        }

        /// The status code among the words, as reporting systems take it from there.
        private var status: String {
            let bytes = Array(words.utf8)
            return CodeScanner.status(bytes, in: 0..<bytes.count)?.text ?? (words.hasPrefix("4") ? "4.0.0" : "5.0.0")
        }
    }

    static let all = refusalWordings.split(separator: "\n").map(Wording.init)

    @Test("Known wordings have their reason")
    func reasons() {
        let classifier = BounceClassifier()
        for wording in Self.all {
            let verdict = classifier.classify(Array(wording.report.utf8))
            #expect(verdict.kind == .bounce, "\(wording.words)")
            #expect(
                verdict.recipients.map(\.reason.rawValue) == [wording.reason],
                "\(wording.source): \(wording.words): \(verdict.recipients.map(\.evidence.rule))"
            )
        }
        #expect(Self.all.count > 250)
    }
}
