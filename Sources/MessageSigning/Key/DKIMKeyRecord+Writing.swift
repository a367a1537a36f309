internal import MIMECoding

extension DKIMKeyRecord {
    /// The record as one text.
    package var text: String {
        var text = "v=DKIM1; k=\(keyType); "
        if let hashes { text += "h=\(hashes.joined(separator: ":")); " }
        if services != ["*"] { text += "s=\(services.joined(separator: ":")); " }
        let flags = (isTesting ? ["y"] : []) + (isStrict ? ["s"] : [])
        if !flags.isEmpty { text += "t=\(flags.joined(separator: ":")); " }
        return text + "p=" + String(decoding: Base64.encoded(publicKey), as: UTF8.self)
    }

    /// The record as DNS takes it: strings of at most 255 bytes (RFC 1035 §3.3), to be read as one.
    package var strings: [String] {
        let bytes = [UInt8](text.utf8)
        return stride(from: 0, to: bytes.count, by: 255).map { start in
            String(decoding: bytes[start..<min(start + 255, bytes.count)], as: UTF8.self)
        }
    }

    /// Where the record is published.
    package static func name(selector: String, domain: String) -> String { "\(selector)._domainkey.\(domain)" }

    /// The record as lines of a zone file (RFC 1035 §5.1).
    ///
    /// - Parameters:
    ///   - selector: which of the domain's keys.
    ///   - domain: whose key.
    /// - Returns: the lines, each with its line end.
    package func zoneText(selector: String, domain: String) -> String {
        let quoted = strings.map { "\"\($0)\"" }
        let name = Self.name(selector: selector, domain: domain)
        guard quoted.count > 1 else { return "\(name). IN TXT \(quoted.joined())\n" }
        return "\(name). IN TXT (\n    \(quoted.joined(separator: "\n    "))\n)\n"
    }
}
