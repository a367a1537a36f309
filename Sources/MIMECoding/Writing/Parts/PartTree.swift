/// Writes a message's parts (RFC 2046 §5.1): `mixed` around files, `alternative` around the versions of the text from the
/// plainest to the richest, `related` around the HTML and its images.
///
/// Boundaries begin with `=_`. Quoted-printable has `=` before hexadecimal digits and line ends only, base64 at its end
/// only, and a plain body with a line that starts with `--=_` is sent as quoted-printable: no body can hold a boundary.
struct PartTree {
    let bodies: BodyPlan
    let layout: MessageLayout
    let boundary: ArraySlice<UInt8>
    /// Shared parts in the order of their places.
    private(set) var insertions: [ComposedMessage.Insertion] = []
    /// Where the body begins in the buffer.
    private(set) var bodyStart = 0

    /// The multipart types, each with the letter that ends its boundaries.
    private enum Kind {
        case mixed
        case alternative
        case related

        var header: StaticString {
            switch self {
            case .mixed: "Content-Type: multipart/mixed;\r\n boundary=\"=_"
            case .alternative: "Content-Type: multipart/alternative;\r\n boundary=\"=_"
            // RFC 2387 §3.1 wants the type of the root.
            case .related: "Content-Type: multipart/related; type=\"text/html\";\r\n boundary=\"=_"
            }
        }

        var letter: StaticString {
            switch self {
            case .mixed: "_m"
            case .alternative: "_a"
            case .related: "_r"
            }
        }
    }

    init(bodies: BodyPlan, layout: MessageLayout, boundary: ArraySlice<UInt8>) {
        self.bodies = bodies
        self.layout = layout
        self.boundary = boundary
    }

    /// Writes from the Content-Type field of the message to its last line end.
    mutating func write(_ values: MessageValues, scratch: inout MessageBuffer, into buffer: inout MessageBuffer) {
        let files = self.files(values) { !isImage($0) }
        if !files.isEmpty { open(.mixed, into: &buffer) }
        writeTexts(values, scratch: &scratch, into: &buffer)
        insert(files, in: .mixed, into: &buffer)
        if !buffer.endsInLineEnd { buffer.append("\r\n") }
    }

    /// Whether a file goes beside the HTML; without HTML an image is a file like others, so that nothing is lost.
    private func isImage(_ part: EncodedPart) -> Bool {
        part.isInline && bodies.encodings.html != nil
    }

    private func files(_ values: MessageValues, _ belongs: (EncodedPart) -> Bool) -> [EncodedPart] {
        guard !layout.content.files.isEmpty || !values.files.isEmpty else { return [] }
        return layout.content.files.filter(belongs) + values.files.filter(belongs)
    }

    private mutating func writeTexts(
        _ values: MessageValues,
        scratch: inout MessageBuffer,
        into buffer: inout MessageBuffer
    ) {
        guard bodies.count > 1 else { return writeVersions(values, scratch: &scratch, into: &buffer) }
        open(.alternative, into: &buffer)
        writeVersions(values, scratch: &scratch, into: &buffer)
        close(.alternative, into: &buffer)
    }

    /// Writes the versions of the text; the last one is what a reader prefers (RFC 2046 §5.1.4).
    ///
    /// AMP stands before HTML, as its
    /// format asks for; an invitation stands last, where calendar programs look for it.
    private mutating func writeVersions(
        _ values: MessageValues,
        scratch: inout MessageBuffer,
        into buffer: inout MessageBuffer
    ) {
        let isFirst = buffer.count
        let encodings = bodies.encodings
        if let encoding = encodings.text {
            begin(after: isFirst, "Content-Type: text/plain; charset=utf-8\r\n", encoding, into: &buffer)
            Self.write(values.text, bodies.scans.text, encoding, scratch: &scratch, into: &buffer)
        }
        if let encoding = encodings.amp {
            begin(after: isFirst, "Content-Type: text/x-amp-html; charset=utf-8\r\n", encoding, into: &buffer)
            Self.write(values.amp, bodies.scans.amp, encoding, scratch: &scratch, into: &buffer)
        }
        if let encoding = encodings.html {
            if buffer.count > isFirst { delimit(.alternative, into: &buffer) }
            writeHTML(values, encoding, scratch: &scratch, into: &buffer)
        }
        if let encoding = encodings.calendar {
            if buffer.count > isFirst { delimit(.alternative, into: &buffer) }
            buffer.append("Content-Type: text/calendar; charset=utf-8; method=")
            let method = values.calendarMethod ?? layout.content.calendarMethod
            for letter in method.rawValue.utf8 { buffer.append(letter) }
            beginBody("\r\n", encoding, into: &buffer)
            Self.write(values.calendar, bodies.scans.calendar, encoding, scratch: &scratch, into: &buffer)
        }
    }

    private mutating func writeHTML(
        _ values: MessageValues,
        _ encoding: BodyEncoding,
        scratch: inout MessageBuffer,
        into buffer: inout MessageBuffer
    ) {
        let images = files(values) { isImage($0) }
        if !images.isEmpty { open(.related, into: &buffer) }
        beginBody("Content-Type: text/html; charset=utf-8\r\n", encoding, into: &buffer)
        Self.write(values.html, bodies.scans.html, encoding, scratch: &scratch, into: &buffer)
        insert(images, in: .related, into: &buffer)
    }

    /// Writes a delimiter unless this is the first version, then a part's header.
    private mutating func begin(
        after start: Int,
        _ type: StaticString,
        _ encoding: BodyEncoding,
        into buffer: inout MessageBuffer
    ) {
        if buffer.count > start { delimit(.alternative, into: &buffer) }
        beginBody(type, encoding, into: &buffer)
    }

    private mutating func beginBody(
        _ type: StaticString,
        _ encoding: BodyEncoding,
        into buffer: inout MessageBuffer
    ) {
        buffer.append(type)
        buffer.append("Content-Transfer-Encoding: ")
        buffer.append(encoding.token)
        buffer.append("\r\n\r\n")
        noteBodyStart(buffer.count)
    }

    private mutating func noteBodyStart(_ place: Int) {
        if bodyStart == 0 { bodyStart = place }
    }

    private static func write(
        _ source: BodySource,
        _ scan: BodyScan?,
        _ encoding: BodyEncoding,
        scratch: inout MessageBuffer,
        into buffer: inout MessageBuffer
    ) {
        switch source {
        case .none:
            return
        case .bytes(let bytes):
            let scan = scan ?? BodyScan(bytes.span)
            write(bytes.span, scan, encoding, scratch: &scratch, into: &buffer)
        case .pieces(let body, let pieces, let dynamic):
            body.write(pieces, dynamic: dynamic.span, scratch: &scratch, into: &buffer)
        }
    }

    private static func write(
        _ body: Span<UInt8>,
        _ scan: BodyScan,
        _ encoding: BodyEncoding,
        scratch: inout MessageBuffer,
        into buffer: inout MessageBuffer
    ) {
        switch encoding {
        case .sevenBit, .eightBit:
            LineEndWriter.write(body, scan: scan, into: &buffer)
        case .quotedPrintable:
            QuotedPrintableEncoder.write(body, scan: scan, into: &buffer)
        case .base64 where scan.isCanonical:
            Base64Encoder.write(body, into: &buffer)
        case .base64:
            scratch.removeAll()
            LineEndWriter.write(body, scan: scan, into: &scratch)
            scratch.withSpan(0..<scratch.count) { Base64Encoder.write($0, into: &buffer) }
        }
    }

    private mutating func open(_ kind: Kind, into buffer: inout MessageBuffer) {
        buffer.append(kind.header)
        buffer.append(boundary)
        buffer.append(kind.letter)
        buffer.append("\"\r\n")
        // RFC 2045 §6.4: what holds 8bit is 8bit.
        if bodies.encodings.hasEightBit { buffer.append("Content-Transfer-Encoding: 8bit\r\n") }
        buffer.append("\r\n")
        noteBodyStart(buffer.count)
        buffer.append("--=_")
        buffer.append(boundary)
        buffer.append(kind.letter)
        buffer.append("\r\n")
    }

    private func delimit(_ kind: Kind, into buffer: inout MessageBuffer) {
        buffer.append("\r\n--=_")
        buffer.append(boundary)
        buffer.append(kind.letter)
        buffer.append("\r\n")
    }

    private func close(_ kind: Kind, into buffer: inout MessageBuffer) {
        buffer.append("\r\n--=_")
        buffer.append(boundary)
        buffer.append(kind.letter)
        buffer.append("--")
    }

    /// Refers to files as the last parts of a multipart, and closes it; does nothing if there are none.
    private mutating func insert(_ files: [EncodedPart], in kind: Kind, into buffer: inout MessageBuffer) {
        guard !files.isEmpty else { return }
        for part in files {
            delimit(kind, into: &buffer)
            buffer.append(part.head)
            insertions.append(ComposedMessage.Insertion(place: buffer.count, bytes: part.content.bytes))
        }
        close(kind, into: &buffer)
    }
}
