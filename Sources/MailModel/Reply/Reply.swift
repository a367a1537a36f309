/// A server's reply as it was received (RFC 5321 §4.2): code and text, unprintable bytes masked, nothing corrected.
package struct Reply: Sendable, Hashable {
    /// The code that all its lines carry.
    package let code: ReplyCode
    /// The text of its lines behind the code, joined by newlines; control characters and broken UTF-8 are masked by "?".
    package let text: String

    package init(code: ReplyCode, text: String) {
        self.code = code
        self.text = text
    }

    /// The enhanced status code that opens the text (RFC 2034 §4), corrected where its class contradicts the reply code.
    ///
    /// Servers do send `550 2.1.5`: the reply code decides then, and subject and detail are kept.
    package var status: EnhancedStatusCode? {
        guard let found = EnhancedStatusCode.leading(text.utf8)?.code else { return nil }
        let wanted: UInt8
        switch code.severity {
        case .positiveCompletion, .positiveIntermediate: wanted = 2
        case .transientNegative: wanted = 4
        case .permanentNegative: wanted = 5
        }
        return found.statusClass == wanted ? found : EnhancedStatusCode(wanted, found.subject, found.detail)
    }

    /// Whether this, in answer to MAIL, says that the connection has carried enough messages.
    ///
    /// 4.5.3 is "too many recipients" (RFC 3463 §3.6), which can be about no recipient before the first RCPT. OpenSMTPD says
    /// `452 4.5.3 Too many recipients: Too many messages sent` behind 100 messages, and refuses all further ones.
    package var saysConnectionIsSpent: Bool {
        code.severity == .transientNegative && status?.subject == 5 && status?.detail == 3
    }
}

extension Reply: CustomStringConvertible {
    /// The reply on one line, as a person quotes it: `550 5.1.1 no such user`.
    package var description: String {
        let line = String(decoding: text.utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
        return line.isEmpty ? "\(code)" : "\(code) \(line)"
    }
}
