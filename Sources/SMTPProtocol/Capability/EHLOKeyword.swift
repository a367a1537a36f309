/// The name of a service extension as EHLO lists it (RFC 5321 §4.1.1.1): spelling kept, compared without case.
package struct EHLOKeyword: Sendable {
    /// The keyword as the server wrote it.
    package let text: String
    /// The keyword in capitals.
    let canonical: String

    package init(_ text: String) {
        self.text = text
        canonical = text.uppercased()
    }

    package static let pipelining = EHLOKeyword("PIPELINING")
    package static let chunking = EHLOKeyword("CHUNKING")
    package static let eightBitMIME = EHLOKeyword("8BITMIME")
    package static let smtpUTF8 = EHLOKeyword("SMTPUTF8")
    package static let size = EHLOKeyword("SIZE")
    package static let dsn = EHLOKeyword("DSN")
    package static let enhancedStatusCodes = EHLOKeyword("ENHANCEDSTATUSCODES")
    package static let limits = EHLOKeyword("LIMITS")
    package static let startTLS = EHLOKeyword("STARTTLS")
    package static let auth = EHLOKeyword("AUTH")
}

extension EHLOKeyword: Hashable {
    package static func == (left: EHLOKeyword, right: EHLOKeyword) -> Bool { left.canonical == right.canonical }

    package func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
