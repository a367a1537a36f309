/// A message that was composed: where its own bytes lie in the buffer, and what shared parts go in between.
///
/// Without attachments and inline images it is exactly one run of bytes, and nothing was allocated for it.
package struct ComposedMessage: Sendable {
    /// A shared part within a message.
    package struct Insertion: Sendable {
        /// Before which of the buffer's bytes it goes.
        package let place: Int
        /// Its bytes; all messages share the same storage.
        package let bytes: [UInt8]
    }

    /// A run of the message's bytes.
    package enum Segment: Sendable {
        /// Bytes in the buffer that the message was composed into.
        case own(Range<Int>)
        /// Bytes of a shared part.
        case shared([UInt8])
    }

    /// The message's own bytes in the buffer.
    package private(set) var own: Range<Int>
    /// Free bytes in front of the message's own.
    package private(set) var headroom: Int
    /// Shared parts in the order of their places.
    package let insertions: [Insertion]
    /// Where the body begins in the buffer: behind the empty line.
    package let bodyStart: Int
    /// Whether the server must offer 8BITMIME.
    package let needsEightBitMIME: Bool
    /// Whether the server must offer SMTPUTF8, because a header holds an address that is not ASCII.
    package let needsSMTPUTF8: Bool
    /// How the bodies were encoded; nothing for a body that is not there.
    package let encodings: Encodings

    /// The encodings that were chosen for a message's bodies.
    package struct Encodings: Sendable, Equatable {
        package var text: BodyEncoding?
        package var amp: BodyEncoding?
        package var html: BodyEncoding?
        package var calendar: BodyEncoding?

        var hasEightBit: Bool {
            text == .eightBit || amp == .eightBit || html == .eightBit || calendar == .eightBit
        }
    }

    /// The size on the wire before dot-stuffing, for the SIZE parameter of MAIL (RFC 1870).
    package var byteCount: Int {
        insertions.reduce(own.count) { $0 + $1.bytes.count }
    }

    /// Whether the message lies in one run.
    package var isContiguous: Bool { insertions.isEmpty }

    /// Calls `body` for each run of bytes in order; with no insertions, once.
    package func forEachSegment<Failure: Error>(_ body: (Segment) throws(Failure) -> Void) throws(Failure) {
        var start = own.lowerBound
        for insertion in insertions {
            if insertion.place > start { try body(.own(start..<insertion.place)) }
            try body(.shared(insertion.bytes))
            start = insertion.place
        }
        if own.upperBound > start { try body(.own(start..<own.upperBound)) }
    }

    /// Puts fields in front of the message, such as the signature that was made from it.
    ///
    /// The fields come whole, each with its CRLF, and must fit into the headroom: the bytes of the message do not move.
    ///
    /// - Returns: whether they fitted; if not, nothing was changed and they can be sent as a run of their own.
    package mutating func prepend(_ fields: Span<UInt8>, in buffer: inout MessageBuffer) -> Bool {
        guard fields.count <= headroom else { return false }
        let start = own.lowerBound - fields.count
        buffer.overwrite(at: start, with: fields)
        own = start..<own.upperBound
        headroom -= fields.count
        return true
    }

    /// Returns the whole message as one array; for files, previews and tests.
    package func assemble(from buffer: borrowing MessageBuffer) -> [UInt8] {
        var whole: [UInt8] = []
        whole.reserveCapacity(byteCount)
        forEachSegment { segment in
            switch segment {
            case .own(let range): whole.append(contentsOf: buffer.copy(range))
            case .shared(let bytes): whole.append(contentsOf: bytes)
            }
        }
        return whole
    }
}
