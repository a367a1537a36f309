internal import MIMECoding

/// A collected message, opened just far enough to find a report in it.
///
/// Embedded messages stay closed: what a report returns must not be searched. Broken MIME never fails; it yields fewer
/// parts and a diagnostic.
struct CollectedMail {
    private let message: MIMEMessage
    /// The message's own header fields.
    let header: MailHeader

    /// Opens a message of any line ends.
    init(_ bytes: [UInt8], limits: AnalysisLimits) {
        var ceilings = MIMELimits()
        ceilings.messageBytes = limits.messageBytes
        ceilings.nesting = limits.depth
        ceilings.parts = limits.parts
        ceilings.headerFields = limits.headerFields
        ceilings.diagnostics = 16
        message = MIMEMessage(bytes, limits: ceilings)
        header = MailHeader(message)
    }

    /// The message's bytes: what ranges of the header refer to.
    var bytes: [UInt8] { message.bytes }

    /// The `report-type` parameter in lower case (RFC 6522 §3); empty when there is none.
    var reportType: String {
        guard message.root.contentType.type == "multipart",
            let value = message.root.contentType.parameters.rawValue("report-type")
        else { return "" }
        return ASCII.lowercased(Array(value), 0..<value.count)
    }

    /// What had to be tolerated, each kind once.
    var diagnostics: [Diagnostic] {
        var kinds: [Diagnostic] = []
        for one in message.diagnostics where !kinds.contains(.mime(one.kind)) { kinds.append(.mime(one.kind)) }
        return kinds
    }

    /// The leaves in the order of the message: bodies without parts, embedded messages, groups of report fields.
    var leaves: [MIMEPart] {
        var leaves: [MIMEPart] = []
        var index = 0
        while index < message.parts.count {
            let part = message.parts[index]
            if part.structure == .multipart, part.childCount > 0 {
                index += 1
            } else {
                leaves.append(part)
                index = part.subtreeEnd
            }
        }
        return leaves
    }

    /// A field's value as UTF-8, unfolded, encoded words decoded; empty when there is none.
    func text(_ name: FieldName) -> [UInt8] {
        guard let field = message.first(name) else { return [] }
        let value = message.bytes[ASCII.trim(message.bytes, field.value)]
        // Most fields are plain: nothing to decode, and nothing to unfold.
        var isPlain = true
        var isASCII = true
        for byte in value {
            if byte >= 0x80 { isASCII = false }
            if byte == ASCII.equals || byte == ASCII.newline || byte == 0x0D || byte == 0x1B { isPlain = false }
        }
        if isPlain, isASCII || String(validating: value, as: UTF8.self) != nil { return Array(value) }
        return Array(message.text(of: field).utf8)
    }

    /// A value's bytes, folding and runs of white space as one space.
    func unfolded(_ range: Range<Int>) -> [UInt8] {
        var out: [UInt8] = []
        for byte in message.bytes[ASCII.trim(message.bytes, range)] {
            if !ASCII.isSpace(byte) {
                out.append(byte)
            } else if out.last != ASCII.space {
                out.append(ASCII.space)
            }
        }
        return out
    }

    /// A part's bytes with the transfer encoding undone and LF line ends, at most `limit`.
    func content(of part: MIMEPart, limit: Int) -> [UInt8] {
        LineEndings.normalised(message.content(of: part), limit: limit)
    }

    /// A part's text as UTF-8 with LF line ends, at most `limit` bytes.
    func text(of part: MIMEPart, limit: Int) -> [UInt8] {
        let raw = message.content(of: part)
        guard raw.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else {
            return LineEndings.normalised(raw, limit: limit)
        }
        return EscapedCharsets.stripped(LineEndings.normalised(message.utf8(of: part), limit: limit))
    }
}
