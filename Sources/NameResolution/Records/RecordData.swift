internal import MailModel

/// Reads what records hold; nil for whatever is no such record.
enum RecordData {
    /// Reads `preference exchange` (RFC 1035 §3.3.9).
    ///
    /// A name that no host can have is dropped: it cannot be connected to, and may be written to confuse.
    static func exchanger(_ data: [UInt8]) -> ExchangerRecord? {
        guard data.count >= 3, let host = HostName.text(data[2...]) else { return nil }
        return ExchangerRecord(preference: UInt16(data[0]) << 8 | UInt16(data[1]), host: host)
    }

    /// Reads `1*character-string` (RFC 1035 §3.3.14).
    ///
    /// The strings are joined without a space between (RFC 7208 §3.3, RFC 6376 §3.6.2.2).
    static func text(_ data: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        var place = 0
        while place < data.count {
            let end = place + 1 + Int(data[place])
            guard end <= data.count else { return nil }
            text += data[place + 1..<end]
            place = end
        }
        return text
    }

    /// Reads `usage selector matching-type association` (RFC 6698 §2.1).
    static func association(_ data: [UInt8]) -> CertificateAssociation? {
        guard data.count > 3 else { return nil }
        return CertificateAssociation(
            usage: data[0],
            selector: data[1],
            matchingType: data[2],
            data: Array(data[3...])
        )
    }
}
