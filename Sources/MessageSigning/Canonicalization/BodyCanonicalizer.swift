/// What takes the canonical bytes of a body.
protocol CanonicalSink {
    mutating func take(_ bytes: Span<UInt8>)
}

/// Brings a body into canonical form as its bytes come by (RFC 6376 §3.4.3, §3.4.4).
///
/// The body comes in runs, cut anywhere. What is canonical already is handed on where it lies, in stretches as long as
/// they get; only what may still turn out to be nothing (empty lines and blanks at an end) is held back, as counts.
struct BodyCanonicalizer: Sendable {
    private let form: Canonicalization
    /// Empty lines that are left out if nothing but the end follows.
    private var blankLines = 0
    /// Whether the line so far is empty in canonical form.
    private var lineIsEmpty = true
    /// White space that is left out if the line ends here.
    private var holdsSpace = false
    /// A CR of which it is not known yet whether an LF follows.
    private var holdsReturn = false
    private var isEmpty = true

    init(_ form: Canonicalization) { self.form = form }

    /// Takes the next run of the body.
    mutating func update(_ bytes: Span<UInt8>, into sink: inout some CanonicalSink) {
        var index = 0
        while index < bytes.count {
            if holdsReturn || holdsSpace || blankLines > 0 {
                if step(bytes[index], into: &sink) { index += 1 }
            } else {
                index = takeStretch(bytes, from: index, into: &sink)
            }
        }
    }

    /// Ends the body.
    mutating func finish(into sink: inout some CanonicalSink) {
        if holdsReturn { releaseReturn(into: &sink) }
        // "If there is no trailing CRLF on the message body, a CRLF is added"; the simple form makes one of nothing.
        if !lineIsEmpty || (isEmpty && form == .simple) { emit(Self.lineEnds.span.extracting(first: 2), into: &sink) }
        self = .init(form)
    }

    private static let lineEnds = [UInt8](repeatElement([13, 10], count: 64).joined())
    private static let space: [UInt8] = [32]

    private mutating func emit(_ bytes: Span<UInt8>, into sink: inout some CanonicalSink) {
        guard !bytes.isEmpty else { return }
        isEmpty = false
        sink.take(bytes)
    }

    private mutating func releaseHeld(into sink: inout some CanonicalSink) {
        while blankLines > 0 {
            let count = min(blankLines, 64)
            emit(Self.lineEnds.span.extracting(first: count * 2), into: &sink)
            blankLines -= count
        }
        if holdsSpace { emit(Self.space.span, into: &sink) }
        holdsSpace = false
        lineIsEmpty = false
    }

    /// The CR held back is a byte like any other.
    private mutating func releaseReturn(into sink: inout some CanonicalSink) {
        releaseHeld(into: &sink)
        emit(Self.lineEnds.span.extracting(first: 1), into: &sink)
        holdsReturn = false
    }

    /// Looks at one byte behind something that is held back.
    ///
    /// - Returns: whether the byte is dealt with.
    private mutating func step(_ byte: UInt8, into sink: inout some CanonicalSink) -> Bool {
        if holdsReturn {
            guard byte == 10 else {
                releaseReturn(into: &sink)
                return false
            }
            holdsReturn = false
            holdsSpace = false
            if lineIsEmpty {
                blankLines += 1
            } else {
                emit(Self.lineEnds.span.extracting(first: 2), into: &sink)
            }
            lineIsEmpty = true
            return true
        }
        if byte == 13 {
            holdsReturn = true
            return true
        }
        if form == .relaxed, byte == 32 || byte == 9 {
            holdsSpace = true
            return true
        }
        releaseHeld(into: &sink)
        return false
    }
}

extension BodyCanonicalizer {
    /// Where a stretch of unchanged bytes stands.
    private struct Stretch {
        /// Its first byte.
        var start: Int
        /// The next byte to look at.
        var index: Int
        /// Whether the line so far is empty.
        var lineIsEmpty: Bool
        /// Where the empty lines at the end of the stretch begin.
        var blankStart: Int?
    }

    /// Hands on bytes that are canonical as they are, for as long as nothing has to be held back over the end of the run.
    ///
    /// - Returns: the index of the first byte that is not dealt with.
    private mutating func takeStretch(_ bytes: Span<UInt8>, from start: Int, into sink: inout some CanonicalSink) -> Int
    {
        var stretch = Stretch(start: start, index: start, lineIsEmpty: lineIsEmpty)
        while true {
            let next =
                form == .relaxed
                ? ByteScan.nextIrregular(in: bytes, from: stretch.index)
                : ByteScan.nextReturn(in: bytes, from: stretch.index)
            if next > stretch.index {
                stretch.lineIsEmpty = false
                stretch.blankStart = nil
                stretch.index = next
            }
            guard next < bytes.count else {
                close(stretch, in: bytes, into: &sink)
                return next
            }
            if bytes[next] == 13 {
                guard next + 1 < bytes.count else {
                    close(stretch, in: bytes, into: &sink)
                    return hold(space: false, return: true, upTo: next + 1)
                }
                if bytes[next + 1] == 10 {
                    if stretch.lineIsEmpty, stretch.blankStart == nil { stretch.blankStart = next }
                    stretch.lineIsEmpty = true
                    stretch.index = next + 2
                } else {
                    stretch.lineIsEmpty = false
                    stretch.blankStart = nil
                    stretch.index = next + 1
                }
            } else if let end = narrow(bytes, &stretch, into: &sink) {
                return end
            }
        }
    }

    /// Hands on a stretch without the empty lines at its end, which are held back.
    private mutating func close(_ stretch: Stretch, in bytes: Span<UInt8>, into sink: inout some CanonicalSink) {
        let end = stretch.blankStart ?? stretch.index
        emit(bytes.extracting(stretch.start..<end), into: &sink)
        blankLines = (stretch.index - end) / 2
        lineIsEmpty = stretch.lineIsEmpty
    }

    private mutating func hold(space: Bool, return holdsReturn: Bool, upTo index: Int) -> Int {
        holdsSpace = space
        self.holdsReturn = holdsReturn
        return index
    }

    /// Makes one space, or nothing, of white space that is neither.
    ///
    /// - Returns: nil when the stretch goes on behind it, otherwise the first byte that is not dealt with.
    private mutating func narrow(
        _ bytes: Span<UInt8>,
        _ stretch: inout Stretch,
        into sink: inout some CanonicalSink
    ) -> Int? {
        var end = stretch.index + 1
        while end < bytes.count, bytes[end] == 32 || bytes[end] == 9 { end += 1 }
        guard end < bytes.count else {
            close(stretch, in: bytes, into: &sink)
            return hold(space: true, return: false, upTo: end)
        }
        if bytes[end] == 13 {
            guard end + 1 < bytes.count else {
                close(stretch, in: bytes, into: &sink)
                return hold(space: true, return: true, upTo: end + 1)
            }
            if bytes[end + 1] == 10 {
                close(stretch, in: bytes, into: &sink)
                // A line of white space alone is an empty line like those before it.
                if blankLines > 0 { return end }
                stretch = Stretch(start: end, index: end, lineIsEmpty: stretch.lineIsEmpty)
                return nil
            }
        }
        stretch.blankStart = nil
        close(stretch, in: bytes, into: &sink)
        stretch = Stretch(start: end, index: end, lineIsEmpty: false)
        if bytes[end - 1] == 32 { stretch.start = end - 1 } else { emit(Self.space.span, into: &sink) }
        return nil
    }
}
