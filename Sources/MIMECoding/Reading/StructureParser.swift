/// Finds the places of fields and parts in one pass over the message.
///
/// The pass jumps from one line that begins with `--` to the next and compares it with the boundaries of the multiparts
/// that are open, innermost first; everything else is read in header blocks only. A delimiter of an outer multipart ends
/// the inner ones, whatever state they are in (RFC 2046 §5.1.2).
struct StructureParser {
    /// How far a multipart has come.
    enum Progress {
        case preamble
        case inside
        case epilogue(from: Int)
        /// Not a multipart.
        case none
    }

    /// An entity whose end has not come yet.
    struct Level {
        let part: Int
        /// What follows `--` on its delimiter lines; empty when it has none.
        let boundary: [UInt8]
        var progress: Progress
    }

    private(set) var bytes: [UInt8]
    var parts: [MIMEPart] = []
    var fields: [HeaderField] = []
    private(set) var diagnostics: [MIMEDiagnostic] = []
    let limits: MIMELimits
    let lineEnds: LineEnds
    /// The open entities, outermost first.
    private(set) var open: [Level] = []
    /// How many open levels have a boundary of each length, the last place for all longer ones: most lines that begin with
    /// `--` are told from delimiters by this alone.
    private var boundaryLengths = [Int](repeating: 0, count: 256)
    /// Open levels below this index belong to a message around the one that is being read.
    private var base = 0
    /// What encoded embedded messages may still decode to.
    private var embeddedLeft: Int
    private var isFull = false

    init(_ bytes: consuming [UInt8], limits: MIMELimits) {
        self.limits = limits
        lineEnds = LineEnds(of: bytes.span)
        embeddedLeft = limits.embeddedBytes
        self.bytes = bytes
    }

    mutating func run() {
        let end = min(bytes.count, max(0, limits.messageBytes))
        if end < bytes.count { note(.messageTooLong, part: 0, at: end) }
        if let place = ByteSearch.first(0, in: bytes.span, 0..<end) { note(.nulBytes, part: 0, at: place) }
        region(0..<end, parent: nil)
    }

    mutating func note(_ kind: MIMEDiagnostic.Kind, part: Int, at offset: Int) {
        guard diagnostics.count < limits.diagnostics else { return }
        diagnostics.append(MIMEDiagnostic(kind: kind, part: part, offset: offset))
    }

    /// Reads one message that fills `range`.
    private mutating func region(_ range: Range<Int>, parent: Int?) {
        let outerBase = base
        base = open.count
        var cursor = begin(at: range.lowerBound, end: range.upperBound, parent: parent)
        while cursor < range.upperBound, !isFull,
            let start = ByteSearch.firstDelimiterCandidate(in: bytes.span, cursor..<range.upperBound)
        {
            let line = lineEnds.line(in: bytes.span, from: start, end: range.upperBound)
            if let (level, isClosing) = delimiter(start..<line.contentEnd) {
                cursor = pass(level, isClosing, lineStart: start, next: line.next, end: range.upperBound)
            } else {
                cursor = line.next
            }
        }
        markCutOff()
        close(downTo: base, at: range.upperBound)
        base = outerBase
    }

    /// The open multipart whose delimiter a line is, and whether it is the closing one.
    ///
    /// `delimiter := "--" boundary`, `close-delimiter := delimiter "--"`, each with blanks after it (RFC 2046 §5.1.1).
    func delimiter(_ line: Range<Int>) -> (level: Int, isClosing: Bool)? {
        var end = line.upperBound
        while end > line.lowerBound, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
        let text = (line.lowerBound + 2)..<max(end, line.lowerBound + 2)
        guard !text.isEmpty, hasBoundary(length: text.count) || hasBoundary(length: text.count - 2) else { return nil }
        var index = open.count
        while index > base {
            index -= 1
            let boundary = open[index].boundary
            guard !boundary.isEmpty, text.count == boundary.count || text.count == boundary.count + 2 else { continue }
            if case .epilogue = open[index].progress { continue }
            guard startsWith(boundary, at: text.lowerBound) else { continue }
            if text.count == boundary.count { return (index, false) }
            if bytes[end - 1] == ASCII.hyphen, bytes[end - 2] == ASCII.hyphen { return (index, true) }
        }
        return nil
    }

    private func hasBoundary(length: Int) -> Bool { length > 0 && boundaryLengths[min(length, 255)] > 0 }

    /// Makes an entity the innermost open one.
    mutating func push(_ level: Level) {
        boundaryLengths[min(level.boundary.count, 255)] += 1
        open.append(level)
    }

    private func startsWith(_ boundary: [UInt8], at start: Int) -> Bool {
        for index in 0..<boundary.count where bytes[start &+ index] != boundary[index] { return false }
        return true
    }

    /// Acts on a delimiter line; returns where to go on.
    private mutating func pass(_ level: Int, _ isClosing: Bool, lineStart: Int, next: Int, end: Int) -> Int {
        let contentEnd = LineEnds.beforeLineEnd(in: bytes.span, lineStart)
        close(downTo: level + 1, at: contentEnd)
        let part = open[level].part
        if case .preamble = open[level].progress {
            let start = parts[part].body.lowerBound
            parts[part].preamble = start..<max(start, contentEnd)
        }
        if isClosing {
            open[level].progress = .epilogue(from: next)
            return next
        }
        open[level].progress = .inside
        var start = next
        // Quirk: a delimiter line that is there twice begins one part, not an empty one as well.
        while start + 1 < end, bytes[start] == ASCII.hyphen, bytes[start + 1] == ASCII.hyphen {
            let line = lineEnds.line(in: bytes.span, from: start, end: end)
            guard let again = delimiter(start..<line.contentEnd), again == (level, false) else { break }
            start = line.next
        }
        return begin(at: start, end: end, parent: part)
    }

    /// Marks the parts that are open when the message ends inside a multipart.
    private mutating func markCutOff() {
        guard
            let outermost = open[base...].firstIndex(where: {
                if case .inside = $0.progress { true } else { false }
            })
        else { return }
        for level in open[outermost...] { parts[level.part].isCutOff = true }
    }

    /// Ends the open entities from the innermost down to `level`.
    private mutating func close(downTo level: Int, at place: Int) {
        var place = place
        while open.count > level, let last = open.popLast() {
            boundaryLengths[min(last.boundary.count, 255)] -= 1
            let start = parts[last.part].body.lowerBound
            // An empty body may begin after the line end that belongs to the delimiter; what is around it holds it.
            let end = max(start, place)
            place = end
            parts[last.part].body = start..<end
            parts[last.part].subtreeEnd = parts.count
            switch last.progress {
            case .none: finish(last.part)
            case .preamble: note(.boundaryNotFound, part: last.part, at: end)
            case .inside: note(.missingClose, part: last.part, at: end)
            case .epilogue(let from): parts[last.part].epilogue = min(from, end)..<end
            }
        }
    }

    /// Opens what can be opened only when a body's end is known.
    private mutating func finish(_ part: Int) {
        switch parts[part].structure {
        case .fieldGroups where parts[part].childCount == 0: readGroups(of: part)
        case .message where parts[part].childCount == 0: readEncodedMessage(of: part)
        default: break
        }
        parts[part].subtreeEnd = parts.count
    }

    /// Makes a new part; nil when there are too many.
    mutating func addPart(parent: Int?, at start: Int) -> Int? {
        let index = parts.count
        guard index < max(1, limits.parts) else {
            if !isFull { note(.tooManyParts, part: parent ?? 0, at: start) }
            isFull = true
            return nil
        }
        var depth = 0
        var ordinal = 0
        if let parent {
            parts[parent].childCount += 1
            depth = parts[parent].depth + 1
            ordinal = parts[parent].childCount
        }
        let part = MIMEPart(
            index: index,
            parent: parent,
            depth: depth,
            ordinal: ordinal,
            header: start..<start,
            body: start..<start,
            contentType: .textPlain,
            subtreeEnd: index + 1
        )
        parts.append(part)
        return index
    }

    /// Decodes the body of an encoded embedded message behind the message's bytes and reads it there.
    private mutating func readEncodedMessage(of part: Int) {
        let body = parts[part].body
        let decoded = parts[part].transferEncoding.decode(bytes, body)
        guard decoded.count <= embeddedLeft else {
            note(.embeddedTooLong, part: part, at: body.lowerBound)
            parts[part].structure = .closed
            return
        }
        note(.encodedMessage, part: part, at: body.lowerBound)
        embeddedLeft -= decoded.count
        let start = bytes.count
        bytes += decoded
        if parts[part].contentType.holdsFieldGroups {
            parts[part].structure = .fieldGroups
            readGroups(of: part, in: start..<bytes.count)
        } else {
            region(start..<bytes.count, parent: part)
        }
    }
}
