/// The fixed text of a template, encoded ahead of time line by line.
///
/// Quoted-printable starts anew at every line end, so a line that holds nothing but fixed text has one encoded form for
/// all messages. A rendered body is given as pieces; only lines that a dynamic piece touches are encoded again. The result
/// is, byte for byte, what encoding the joined pieces would give.
///
///     let body = PreEncodedBody(literals: [Array("Bonjour ".utf8), Array(", voilà.\n…".utf8)])
///     body.write([.literal(0), .dynamic(0..<4), .literal(1)], dynamic: name, into: &buffer)
package struct PreEncodedBody: Sendable {
    /// A piece of a rendered body.
    package enum Piece: Sendable, Equatable {
        /// Fixed text, by its index in the template.
        case literal(Int)
        /// Rendered text: a range of the dynamic bytes.
        case dynamic(Range<Int>)
    }

    /// Whether the fixed text by itself would be sent as quoted-printable.
    ///
    /// If not, rendering to plain bytes and choosing
    /// the encoding for each message gives smaller messages.
    package let isWorthwhile: Bool

    /// The forms of all literals, one behind the other.
    private let bytes: [UInt8]
    private let literals: [Literal]

    /// Encodes the fixed texts of a template.
    ///
    /// - Parameters:
    ///   - literals: the texts in the order of their indices, as UTF-8 with any line ends.
    ///   - policy: what decides whether this is worthwhile.
    package init(literals: [[UInt8]], policy: BodyPolicy = BodyPolicy()) {
        var bytes: [UInt8] = []
        self.literals = literals.map { Literal($0, storage: &bytes) }
        self.bytes = bytes
        isWorthwhile = policy.choose(BodyScan(Array(literals.joined()).span)) == .quotedPrintable
    }

    /// Appends a rendered body as quoted-printable.
    ///
    /// - Parameters:
    ///   - pieces: the body in order; indices and ranges must lie within what was given.
    ///   - dynamic: the bytes that dynamic pieces refer to.
    ///   - scratch: memory for the line at hand; its content is lost.
    ///   - buffer: where the body goes.
    package func write(
        _ pieces: [Piece],
        dynamic: Span<UInt8>,
        scratch: inout MessageBuffer,
        into buffer: inout MessageBuffer
    ) {
        scratch.removeAll()
        for piece in pieces {
            switch piece {
            case .dynamic(let range):
                scratch.append(dynamic.extracting(range))
            case .literal(let index):
                literals[index].write(from: bytes.span, scratch: &scratch, into: &buffer)
            }
        }
        Self.flush(&scratch, into: &buffer)
    }

    /// Encodes the lines that were gathered.
    fileprivate static func flush(_ scratch: inout MessageBuffer, into buffer: inout MessageBuffer) {
        guard scratch.count > 0 else { return }
        scratch.withSpan(0..<scratch.count) { lines in
            QuotedPrintableEncoder.write(short: lines, into: &buffer)
        }
        scratch.removeAll()
    }
}

/// One fixed text, cut at its first and last line end: ranges of the body's bytes, so that using it counts no reference.
private struct Literal {
    /// The part of the text that belongs to a line begun earlier; all of it when there is no line end.
    let head: Range<Int>
    /// The part of the text that a later piece may go on with.
    let tail: Range<Int>
    /// The whole lines between head and tail, encoded.
    let middle: Range<Int>
    /// Head and middle, encoded as they are when the head starts a line; nothing when there is no line end.
    let lines: Range<Int>

    init(_ raw: [UInt8], storage: inout [UInt8]) {
        func keep(_ bytes: some Collection<UInt8>) -> Range<Int> {
            let start = storage.count
            storage.append(contentsOf: bytes)
            return start..<storage.count
        }
        // A CR at the very end may be half of a CRLF: the next piece tells.
        let settled = raw.last == 13 ? raw.count - 1 : raw.count
        let isEnd: (Int) -> Bool = { raw[$0] == 10 || raw[$0] == 13 }
        guard let first = (0..<settled).first(where: isEnd), let last = (0..<settled).last(where: isEnd) else {
            head = keep(raw)
            (tail, middle, lines) = (0..<0, 0..<0, 0..<0)
            return
        }
        let isPair = raw[first] == 13 && first + 1 < raw.count && raw[first + 1] == 10
        let headEnd = first + (isPair ? 2 : 1)
        head = keep(raw[..<headEnd])
        tail = keep(raw[(last + 1)...])
        middle = keep(Self.encode(raw[headEnd..<max(headEnd, last + 1)]))
        lines = keep(Self.encode(raw[...last]))
    }

    func write(from bytes: Span<UInt8>, scratch: inout MessageBuffer, into buffer: inout MessageBuffer) {
        guard !lines.isEmpty else { return scratch.append(bytes.extracting(head)) }
        if scratch.count == 0 {
            buffer.append(bytes.extracting(lines))
        } else {
            scratch.append(bytes.extracting(head))
            PreEncodedBody.flush(&scratch, into: &buffer)
            buffer.append(bytes.extracting(middle))
        }
        scratch.append(bytes.extracting(tail))
    }

    private static func encode(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var buffer = MessageBuffer(capacity: text.count * 2)
        QuotedPrintableEncoder.write(short: text.span, into: &buffer)
        return buffer.copy(0..<buffer.count)
    }
}
