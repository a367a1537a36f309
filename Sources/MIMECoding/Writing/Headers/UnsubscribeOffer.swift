/// How a recipient can leave: List-Unsubscribe (RFC 2369 §3.2), and one click where there is a web address (RFC 8058).
package struct UnsubscribeOffer: Sendable, Equatable {
    /// An `https:` address in ASCII that takes the one-click POST; may be empty.
    package var url: ArraySlice<UInt8>
    /// A mail address, or a whole `mailto:` URI; may be empty.
    package var mailto: ArraySlice<UInt8>

    /// Makes an offer from bytes.
    package init(url: ArraySlice<UInt8> = [], mailto: ArraySlice<UInt8> = []) {
        self.url = url
        self.mailto = mailto
    }

    /// Makes an offer from strings.
    package init(url: String = "", mailto: String = "") {
        self.url = [UInt8](url.utf8)[...]
        self.mailto = [UInt8](mailto.utf8)[...]
    }

    /// Writes List-Unsubscribe, and List-Unsubscribe-Post if there is a URL.
    ///
    /// - Throws: `HeaderFault` with `.missing` if the offer is empty, `.malformed(.uri)`, `.malformed(.address)` or
    ///   `.tooLong`.
    func write(into buffer: inout MessageBuffer) throws(HeaderFault) {
        let field = HeaderName.listUnsubscribe
        guard !url.isEmpty || !mailto.isEmpty else {
            throw HeaderFault(field: field.description, reason: .missing)
        }
        var line = FieldLine(field, into: &buffer)
        if !url.isEmpty {
            try Self.check(url.span, scheme: "https://")
            try line.separateURI(url.count + 3, isFirst: true, into: &buffer)
            line.put(0x3C, into: &buffer)
            line.put(url.span, into: &buffer)
            line.put(0x3E, into: &buffer)
        }
        if !mailto.isEmpty {
            if !url.isEmpty { line.put(0x2C, into: &buffer) }
            let isURI = try Self.checkMailto(mailto.span)
            let width = isURI ? mailto.count : Self.uriWidth(mailto.span)
            try line.separateURI(width + 2, isFirst: url.isEmpty, into: &buffer)
            buffer.append(isURI ? "<" : "<mailto:")
            if isURI { buffer.append(mailto) } else { Self.writeMailto(mailto.span, into: &buffer) }
            buffer.append(0x3E)
        }
        line.end(into: &buffer)
        // RFC 8058 §3.1: the field goes with an HTTPS URI, and has this one value.
        if !url.isEmpty { buffer.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n") }
    }

    private static func check(_ uri: Span<UInt8>, scheme: StaticString) throws(HeaderFault) {
        if let place = uri.indices.first(where: { !ASCIISet.uri.contains(uri[$0]) }) {
            let field = HeaderName.listUnsubscribe.description
            let reason: HeaderFault.Reason = uri[place] == 10 || uri[place] == 13 ? .lineBreak : .notAllowed(uri[place])
            throw HeaderFault(field: field, reason: reason, offset: place)
        }
        guard hasPrefix(uri, scheme), uri.count > scheme.utf8CodeUnitCount else {
            throw HeaderFault(field: HeaderName.listUnsubscribe.description, reason: .malformed(.uri))
        }
    }

    /// Checks an address or a URI, and returns whether it is a URI.
    private static func checkMailto(_ text: Span<UInt8>) throws(HeaderFault) -> Bool {
        if hasPrefix(text, "mailto:") {
            try check(text, scheme: "mailto:")
            return true
        }
        _ = try AddressSyntax.check(text, field: .listUnsubscribe)
        return false
    }

    /// The length of an address as a URI (RFC 6068 §2).
    private static func uriWidth(_ address: Span<UInt8>) -> Int {
        var width = 7
        for index in address.indices { width += ASCIISet.mailto.contains(address[index]) ? 1 : 3 }
        return width
    }

    private static func writeMailto(_ address: Span<UInt8>, into buffer: inout MessageBuffer) {
        guard !ASCIISet.mailto.containsAll(of: address) else { return buffer.append(address) }
        for index in address.indices {
            let byte = address[index]
            if ASCIISet.mailto.contains(byte) {
                buffer.append(byte)
            } else {
                buffer.append(0x25)
                buffer.append(HexDigit.upper(byte >> 4))
                buffer.append(HexDigit.upper(byte & 15))
            }
        }
    }

    private static func hasPrefix(_ text: Span<UInt8>, _ prefix: StaticString) -> Bool {
        guard text.count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { letters in
            for index in 0..<letters.count where unsafe ASCIICase.lower(text[index]) != letters[index] { return false }
            return true
        }
    }
}

extension FieldLine {
    /// Makes room for a URI, which cannot be folded: a new line if this one is too full.
    ///
    /// - Throws: `HeaderFault` with `.tooLong` if no line can hold it.
    fileprivate mutating func separateURI(
        _ width: Int,
        isFirst: Bool,
        into buffer: inout MessageBuffer
    ) throws(HeaderFault) {
        guard width < Self.hardLimit else {
            throw HeaderFault(
                field: HeaderName.listUnsubscribe.description,
                reason: .tooLong(limit: Self.hardLimit - 4)
            )
        }
        if column + 1 + width > Self.preferredLimit {
            fold(into: &buffer)
        } else if !isFirst {
            put(0x20, into: &buffer)
        }
    }
}
