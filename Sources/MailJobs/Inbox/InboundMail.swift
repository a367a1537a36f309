internal import MIMECoding
internal import MailModel

/// What the header of a message that somebody wrote to us says about who wrote it.
struct InboundMail: Sendable {
    /// The first address in From, canonical where it is one; empty when there is none.
    private(set) var sender = ""
    /// The name before it.
    private(set) var name = ""
    /// The subject, decoded.
    private(set) var subject = ""
    /// All `Authentication-Results` fields, unfolded.
    private(set) var authenticationResults: [[UInt8]] = []
    /// What says that a machine wrote it; nil when a person may have.
    private(set) var machineSign: String?

    /// The domain in From, in lower case.
    var domain: String { sender.lastIndex(of: "@").map { sender[sender.index(after: $0)...].lowercased() } ?? "" }

    /// Bytes that are kept of a name or a subject.
    private static let textLimit = 1_000

    /// Reads a header; whatever it holds, this does not fail.
    init(_ message: MIMEMessage) {
        if let from = message.first("from") {
            let list = HeaderAddressList(parsing: message.unfolded(from)[...]) {
                EncodedWords.decodedText(Array($0.utf8))
            }
            if let mailbox = list.entries.lazy.flatMap(\.mailboxes).first {
                let address = try? MailAddress(parsing: mailbox.address)
                sender = address?.canonicalForm ?? ""
                name = Self.line(mailbox.name)
            }
        }
        subject = Self.line(message.text("subject") ?? "")
        authenticationResults = message.all("authentication-results").prefix(16).map { message.unfolded($0) }
        machineSign = Self.machineSign(message)
    }

    /// What only machines write (RFC 3834 §5, RFC 2919, RFC 5321 §4.5.5): answering them makes loops.
    private static func machineSign(_ message: MIMEMessage) -> String? {
        if let value = message.text("auto-submitted")?.lowercased(), !value.isEmpty, !value.hasPrefix("no") {
            return "Auto-Submitted: \(line(value))"
        }
        if let value = message.text("precedence")?.lowercased(), ["bulk", "list", "junk"].contains(value) {
            return "Precedence: \(value)"
        }
        for name in ["list-id", "list-unsubscribe", "x-loop", "x-autoreply", "x-auto-response-suppress", "feedback-id"]
        where message.first(FieldName(name.utf8)) != nil {
            return "a \(name) field"
        }
        if let path = message.text("return-path"), path.filter({ $0 != " " && $0 != "\t" }) == "<>" {
            return "an empty Return-Path"
        }
        return nil
    }

    /// One line without control characters, cut to what is kept.
    private static func line(_ text: String) -> String {
        let scalars = text.unicodeScalars.lazy.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
        var line = ""
        for scalar in scalars {
            guard line.utf8.count < textLimit else { break }
            line.unicodeScalars.append(scalar)
        }
        return line
    }
}
