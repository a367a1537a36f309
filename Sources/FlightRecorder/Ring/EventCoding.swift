internal import MailModel

/// How a delivery event is written into the ring: fixed fields first, then its texts, each behind its length.
///
/// Only this version of this program reads it: the file is thrown away once it is recovered, so there is no format to
/// keep, and the version in the header says when it changes.
enum EventCoding {
    /// Texts are cut off here; servers' replies are shorter by their own ceiling.
    static let longestText = 8_192

    /// Appends an event.
    static func append(_ event: DeliveryEvent, to bytes: inout [UInt8]) {
        switch event {
        case .session(let id, let facts): append(id, facts, to: &bytes)
        case .outcome(let report, let at): append(report, at, to: &bytes)
        }
    }

    private static func append(_ id: SessionID, _ facts: SessionFacts, to bytes: inout [UInt8]) {
        bytes.append(Kind.session.rawValue)
        append(UInt64(id.rawValue), 4, to: &bytes)
        append(facts.host, to: &bytes)
        append(facts.endpoint, to: &bytes)
        bytes.append(facts.tls == nil ? 0 : 1)
        append(facts.tls ?? "", to: &bytes)
        bytes.append(facts.authMechanism == nil ? 0 : 1)
        append(facts.authMechanism ?? "", to: &bytes)
    }

    private static func append(_ report: DeliveryReport, _ at: Timestamp, to bytes: inout [UInt8]) {
        let (kind, cause): (Kind, FailureCause) =
            switch report.outcome {
            case .accepted(let reply): (.accepted, .reply(reply))
            case .deferred(let cause): (.deferred, cause)
            case .failed(let cause): (.failed, cause)
            case .inDoubt(let cause): (.inDoubt, cause)
            case .released(let cause): (.released, cause)
            }
        bytes.append(kind.rawValue)
        bytes.append(report.phase.rawValue)
        append(UInt64(report.id.seq), 4, to: &bytes)
        append(UInt64(report.id.attempt), 2, to: &bytes)
        append(UInt64(bitPattern: at.rawValue), 8, to: &bytes)
        append(report.session.map { UInt64($0.rawValue) + 1 } ?? 0, 5, to: &bytes)
        append(report.sent, to: &bytes)
        switch cause {
        case .reply(let reply): append(0, UInt64(reply.code.rawValue), reply.text, to: &bytes)
        case .connection(let text): append(1, 0, text, to: &bytes)
        case .timeout(let seconds): append(2, UInt64(seconds), "", to: &bytes)
        case .protocolBreach(let text): append(3, 0, text, to: &bytes)
        case .unsupported(let text): append(4, 0, text, to: &bytes)
        case .routing(let status, let text): append(5, UInt64(status.number), text, to: &bytes)
        case .busy(let seconds, let text): append(6, UInt64(seconds), text, to: &bytes)
        }
    }

    private static func append(_ sent: SentFacts?, to bytes: inout [UInt8]) {
        bytes.append(sent == nil ? 0 : 1)
        guard let sent else { return }
        append(UInt64(bitPattern: sent.date), 8, to: &bytes)
        bytes.append(sent.form.rawValue)
        let words = sent.digest.words
        append(words.0, 8, to: &bytes)
        append(words.1, 8, to: &bytes)
        append(words.2, 8, to: &bytes)
        append(words.3, 8, to: &bytes)
    }

    private static func append(_ cause: UInt8, _ number: UInt64, _ text: String, to bytes: inout [UInt8]) {
        bytes.append(cause)
        append(number, 4, to: &bytes)
        append(text, to: &bytes)
    }

    private static func append(_ number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number &>> UInt64(8 &* index))) }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let length = text.utf8.count
        if length <= longestText {
            append(UInt64(length), 2, to: &bytes)
            bytes.append(contentsOf: text.utf8)
        } else {
            // Not in the middle of a character.
            var end = text.utf8.index(text.utf8.startIndex, offsetBy: longestText)
            while text.utf8[end] & 0xC0 == 0x80 { text.utf8.formIndex(before: &end) }
            append(UInt64(text.utf8.distance(from: text.utf8.startIndex, to: end)), 2, to: &bytes)
            bytes.append(contentsOf: text.utf8[..<end])
        }
    }

    /// What a record is; the numbers are those in the file.
    enum Kind: UInt8 {
        case session = 1
        case accepted = 2
        case deferred = 3
        case failed = 4
        case inDoubt = 5
        case released = 6
    }
}
