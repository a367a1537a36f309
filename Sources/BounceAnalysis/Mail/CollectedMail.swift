/// A collected message, read just far enough to find a report in it.
///
/// Line ends of every kind become LF. Multiparts are followed to the limits, embedded messages are left closed: what a
/// report returns must not be searched. Broken MIME never fails; it yields fewer parts and a diagnostic.
package struct CollectedMail: Sendable {
    /// A leaf of the message: a body without parts, or an embedded message.
    package struct Leaf: Sendable {
        /// The part's header fields.
        package var header: HeaderBlock
        /// Its content type.
        package var type: ContentType
        /// Range of the body in `bytes`, not decoded.
        package var body: Range<Int>
    }

    /// The message with LF line ends, cut at the limit.
    package let bytes: [UInt8]
    /// The message's own header fields.
    package private(set) var header: HeaderBlock
    /// The message's own content type.
    package private(set) var type = ContentType()
    /// The leaves in the order of the message.
    package private(set) var leaves: [Leaf] = []
    /// What had to be tolerated.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Reads a message of any line ends.
    package init(_ message: Span<UInt8>, limits: AnalysisLimits) {
        let text = Self.normalised(message, limit: limits.messageBytes)
        var start = 0
        // Quirk: blank lines before the first header field, as some archives have them.
        while start < text.count, text[start] == ASCII.newline { start += 1 }
        let (block, body) = HeaderBlock.read(text, from: start, to: text.count, limits: limits)
        bytes = text
        header = block
        if message.count > limits.messageBytes { diagnostics.append(.truncatedMessage(bytes: limits.messageBytes)) }
        if block.isTruncated { diagnostics.append(.tooManyHeaderFields) }
        if let value = block["content-type"] { type = ContentType(text, value) }
        collect(block, type, body..<text.count, depth: 0, limits: limits)
    }

    /// Value of a header field of the message, unfolded, encoded words left alone.
    package func value(_ name: String) -> String? {
        header[name].map { String(decoding: unfolded($0), as: UTF8.self) }
    }

    /// A value's bytes without the line breaks of folding.
    package func unfolded(_ range: Range<Int>) -> [UInt8] {
        let trimmed = ASCII.trim(bytes, range)
        var out: [UInt8] = []
        out.reserveCapacity(trimmed.count)
        for byte in bytes[trimmed] {
            if byte == ASCII.newline || byte == 0x09 {
                if out.last != ASCII.space { out.append(ASCII.space) }
            } else if byte != ASCII.space || out.last != ASCII.space {
                out.append(byte)
            }
        }
        return out
    }

    private mutating func collect(
        _ header: HeaderBlock,
        _ type: ContentType,
        _ body: Range<Int>,
        depth: Int,
        limits: AnalysisLimits
    ) {
        guard leaves.count < limits.parts else { return note(.tooManyParts) }
        guard type.mediaType.hasPrefix("multipart/"), !type.boundary.isEmpty else {
            return leaves.append(Leaf(header: header, type: type, body: body))
        }
        guard depth < limits.depth else { return note(.nestedTooDeep) }
        let parts = split(body, type.boundary, limits: limits)
        // Quirk: a multipart without any delimiter line is read as text.
        if parts.isEmpty {
            var plain = type
            plain.mediaType = "text/plain"
            return leaves.append(Leaf(header: header, type: plain, body: body))
        }
        for part in parts {
            let (block, start) = HeaderBlock.read(bytes, from: part.lowerBound, to: part.upperBound, limits: limits)
            let inner = block["content-type"].map { ContentType(bytes, $0) } ?? ContentType()
            collect(block, inner, start..<part.upperBound, depth: depth + 1, limits: limits)
        }
    }

    private mutating func note(_ diagnostic: Diagnostic) {
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// Ranges between the delimiter lines of a multipart (RFC 2046 §5.1.1).
    private func split(_ body: Range<Int>, _ boundary: [UInt8], limits: AnalysisLimits) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var partStart: Int?
        var index = body.lowerBound
        while index < body.upperBound, parts.count <= limits.parts {
            let end = HeaderBlock.lineEnd(bytes, index, body.upperBound)
            if isDelimiter(index..<end, boundary) {
                if let start = partStart { parts.append(start..<max(start, index - 1)) }
                let tail = index + 2 + boundary.count
                if tail + 2 <= end, bytes[tail] == ASCII.dash, bytes[tail + 1] == ASCII.dash { return parts }
                partStart = min(end + 1, body.upperBound)
            }
            index = end + 1
        }
        // Quirk: the closing delimiter is missing.
        if let start = partStart, start < body.upperBound { parts.append(start..<body.upperBound) }
        return parts
    }

    private func isDelimiter(_ line: Range<Int>, _ boundary: [UInt8]) -> Bool {
        guard line.count >= boundary.count + 2, bytes[line.lowerBound] == ASCII.dash,
            bytes[line.lowerBound + 1] == ASCII.dash
        else { return false }
        let start = line.lowerBound + 2
        for offset in 0..<boundary.count where bytes[start + offset] != boundary[offset] { return false }
        // The next byte decides between this boundary and a longer one that begins with it.
        let tail = start + boundary.count
        return tail == line.upperBound || ASCII.isSpace(bytes[tail])
            || (bytes[tail] == ASCII.dash && tail + 1 < line.upperBound && bytes[tail + 1] == ASCII.dash)
    }

    /// The first `limit` bytes with CR LF and CR as LF.
    private static func normalised(_ message: Span<UInt8>, limit: Int) -> [UInt8] {
        let count = min(message.count, limit)
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, used in
            var out = 0
            var index = 0
            while index < count {
                var byte = message[index]
                index += 1
                if byte == 0x0D {
                    byte = ASCII.newline
                    if index < count, message[index] == ASCII.newline { index += 1 }
                }
                // At most one byte is written for each byte read, so `out` stays below the capacity.
                unsafe buffer[out] = byte
                out += 1
            }
            used = out
        }
    }
}
