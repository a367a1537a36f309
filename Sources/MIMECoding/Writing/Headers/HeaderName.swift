/// The name of a header field, checked by RFC 5322 §3.6.8 (`ftext`); the spelling is kept, comparison ignores case.
package struct HeaderName: Hashable, Sendable, CustomStringConvertible {
    /// Longest name that is taken: it leaves room for an encoded word on the first line.
    package static let longest = 60

    /// The name as spelled.
    package let bytes: [UInt8]

    /// Checks a name.
    ///
    /// - Throws: `HeaderFault` with `.malformed(.fieldName)`.
    package init(_ text: String) throws(HeaderFault) {
        let bytes = [UInt8](text.utf8)
        // RFC 5322 §3.6.8: ftext = %d33-57 / %d59-126
        guard !bytes.isEmpty, bytes.count <= Self.longest, bytes.allSatisfy({ (33...126).contains($0) && $0 != 0x3A })
        else {
            throw HeaderFault(field: Self.printable(bytes), reason: .malformed(.fieldName))
        }
        self.bytes = bytes
    }

    /// A name that is part of the program.
    private init(known text: StaticString) {
        bytes = text.withUTF8Buffer { unsafe [UInt8]($0) }
    }

    /// The name as spelled.
    package var description: String { String(decoding: bytes, as: UTF8.self) }

    /// Compares without regard to case.
    package static func == (one: HeaderName, other: HeaderName) -> Bool {
        one.bytes.count == other.bytes.count
            && zip(one.bytes, other.bytes).allSatisfy { ASCIICase.lower($0) == ASCIICase.lower($1) }
    }

    /// Hashes without regard to case.
    package func hash(into hasher: inout Hasher) {
        for byte in bytes { hasher.combine(ASCIICase.lower(byte)) }
    }

    private static func printable(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix(longest).map { (33...126).contains($0) ? $0 : 0x3F }, as: UTF8.self)
    }
}

extension HeaderName {
    package static let from = HeaderName(known: "From")
    package static let sender = HeaderName(known: "Sender")
    package static let replyTo = HeaderName(known: "Reply-To")
    package static let to = HeaderName(known: "To")
    package static let cc = HeaderName(known: "Cc")
    package static let subject = HeaderName(known: "Subject")
    package static let date = HeaderName(known: "Date")
    package static let messageID = HeaderName(known: "Message-ID")
    package static let inReplyTo = HeaderName(known: "In-Reply-To")
    package static let references = HeaderName(known: "References")
    package static let mimeVersion = HeaderName(known: "MIME-Version")
    package static let contentType = HeaderName(known: "Content-Type")
    package static let contentDisposition = HeaderName(known: "Content-Disposition")
    package static let contentID = HeaderName(known: "Content-ID")
    package static let listID = HeaderName(known: "List-Id")
    package static let listUnsubscribe = HeaderName(known: "List-Unsubscribe")
    package static let listUnsubscribePost = HeaderName(known: "List-Unsubscribe-Post")
    package static let feedbackID = HeaderName(known: "Feedback-ID")
    package static let precedence = HeaderName(known: "Precedence")
    package static let autoSubmitted = HeaderName(known: "Auto-Submitted")
    package static let priority = HeaderName(known: "X-Priority")
    package static let importance = HeaderName(known: "Importance")
    package static let dispositionNotificationTo = HeaderName(known: "Disposition-Notification-To")
}

/// ASCII letters without regard to case.
enum ASCIICase {
    /// Returns the lower-case form of an ASCII letter, and any other byte as it is.
    @inline(__always)
    static func lower(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
}
