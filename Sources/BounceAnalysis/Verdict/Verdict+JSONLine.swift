extension Verdict {
    /// The verdict as one line of JSON, without the newline.
    ///
    /// `kind` and `class` use the narrow vocabularies (bounce, delayed, auto-reply, complaint, not-a-bounce; hard, soft,
    /// delivered); `verdict` and `severity` have the full words.
    ///
    /// - Parameters:
    ///   - id: what the line is about, such as the file's path.
    ///   - explains: whether the line that decided the kind is told; what recipients' parts rest on is told where it is known.
    /// - Returns: UTF-8 bytes.
    package func jsonLine(id: String, explains: Bool = false) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(512 + 512 * recipients.count)
        out.append(contentsOf: "{\"id\":".utf8)
        Self.write(id, to: &out)
        out.append(contentsOf: ",\"kind\":\"\(kind.coarse.rawValue)\",\"verdict\":\"\(kind.rawValue)\"".utf8)
        if let subtype {
            out.append(contentsOf: ",\"subtype\":".utf8)
            Self.write(subtype, to: &out)
        }
        out.append(contentsOf: ",\"confidence\":\"\(confidence)\",\"rule\":".utf8)
        Self.write(evidence.rule, to: &out)
        if explains {
            out.append(contentsOf: ",\"line\":".utf8)
            Self.write(evidence.line, to: &out)
        }
        out.append(contentsOf: ",\"recipients\":[".utf8)
        for (index, recipient) in recipients.enumerated() {
            if index > 0 { out.append(0x2C) }
            recipient.write(to: &out)
        }
        out.append(contentsOf: "]}".utf8)
        return out
    }

    /// Appends `text` as a JSON string (RFC 8259 §7).
    static func write(_ text: String, to out: inout [UInt8]) {
        out.append(ASCII.quote)
        // Most words need no escape: they are copied in one piece.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != ASCII.quote && $0 != 0x5C }) {
            out.append(contentsOf: text.utf8)
            out.append(ASCII.quote)
            return
        }
        for byte in text.utf8 {
            switch byte {
            case ASCII.quote, 0x5C:
                out.append(0x5C)
                out.append(byte)
            case 0x0A: out.append(contentsOf: "\\n".utf8)
            case 0x09: out.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                out.append(contentsOf: "\\u00".utf8)
                out.append(0x30 + byte >> 4)
                out.append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x57 + byte & 15)
            default: out.append(byte)
            }
        }
        out.append(ASCII.quote)
    }
}

extension RecipientVerdict {
    fileprivate func write(to out: inout [UInt8]) {
        func field(_ name: String, _ value: String?) {
            guard let value else { return }
            out.append(contentsOf: ",\"\(name)\":".utf8)
            Verdict.write(value, to: &out)
        }
        out.append(contentsOf: "{\"address\":".utf8)
        Verdict.write(address, to: &out)
        field("original", originalRecipient)
        field("action", action.rawValue)
        field("status", status)
        if status != nil, !statusIsQuoted { out.append(contentsOf: ",\"status_derived\":true".utf8) }
        if let reply { out.append(contentsOf: ",\"reply\":\(reply)".utf8) }
        field("reason", reason.rawValue)
        field("class", deliveryClass.coarse.rawValue)
        field("severity", deliveryClass.rawValue)
        field("phase", phase?.rawValue)
        field("server", remoteServer)
        field("rule", evidence.rule)
        field("text", diagnosticText.isEmpty ? nil : diagnosticText)
        if let grounds { grounds.write(to: &out) }
        out.append(0x7D)
    }
}

extension Grounds {
    /// Appends `,"why":{"address":{"rule":…,"line":…},…}`.
    fileprivate func write(to out: inout [UInt8]) {
        var separator = ",\"why\":{"
        for (part, evidence) in all {
            out.append(contentsOf: "\(separator)\"\(part)\":{\"rule\":".utf8)
            Verdict.write(evidence.rule, to: &out)
            out.append(contentsOf: ",\"line\":".utf8)
            Verdict.write(evidence.line, to: &out)
            out.append(0x7D)
            separator = ","
        }
        out.append(0x7D)
    }
}
