/// How the lines of one message end.
///
/// A bare CR is a line end only in messages that have no LF near their start, or whose very first line ends so with a
/// header line after it (old Macintosh files): elsewhere it is damage inside a line, and `CR CR LF`, which broken
/// gateways write, must not become an empty line.
enum LineEnds: Sendable {
    /// LF, with any CRs before it.
    case lineFeed
    /// CR LF, LF or CR.
    case any

    init(of message: Span<UInt8>) {
        self = .lineFeed
        guard let first = ByteSearch.firstLineEnd(in: message, 0..<message.count),
            message[first] == ASCII.carriageReturn
        else { return }
        var next = first
        while next < message.count, message[next] == ASCII.carriageReturn { next += 1 }
        if next < message.count, message[next] == ASCII.lineFeed { return }
        let start = 0..<min(message.count, 64 << 10)
        if ByteSearch.first(ASCII.lineFeed, in: message, start) == nil || Self.looksLikeHeader(message, first + 1) {
            self = .any
        }
    }

    /// Whether the line at `start` could go on a header block: a field, a continuation, or the empty line.
    private static func looksLikeHeader(_ message: Span<UInt8>, _ start: Int) -> Bool {
        guard start < message.count else { return true }
        if ASCII.isSpace(message[start]) { return true }
        var index = start
        // No field's name is longer than this.
        while index < message.count, index - start < 80, FieldName.isNameByte(message[index]) { index += 1 }
        return index > start && index < message.count && message[index] == ASCII.colon
    }

    /// Where the line that begins at `start` ends, its line end not counted, and where the next one begins.
    func line(in span: Span<UInt8>, from start: Int, end: Int) -> (contentEnd: Int, next: Int) {
        switch self {
        case .lineFeed:
            guard let place = ByteSearch.first(ASCII.lineFeed, in: span, start..<end) else { return (end, end) }
            var contentEnd = place
            while contentEnd > start, span[contentEnd - 1] == ASCII.carriageReturn { contentEnd -= 1 }
            return (contentEnd, place + 1)
        case .any:
            guard let place = ByteSearch.firstLineEnd(in: span, start..<end) else { return (end, end) }
            let isPair = span[place] == ASCII.carriageReturn && place + 1 < end && span[place + 1] == ASCII.lineFeed
            return (place, place + (isPair ? 2 : 1))
        }
    }

    /// `place` without the one line end that stands before it.
    static func beforeLineEnd(in span: Span<UInt8>, _ place: Int) -> Int {
        guard place > 0, ASCII.isLineEnd(span[place - 1]) else { return place }
        let isPair = place > 1 && span[place - 1] == ASCII.lineFeed && span[place - 2] == ASCII.carriageReturn
        return place - (isPair ? 2 : 1)
    }
}
