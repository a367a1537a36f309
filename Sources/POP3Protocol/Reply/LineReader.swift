/// Cuts what arrives into lines, wherever it was split.
struct LineReader {
    /// A line is longer than the ceiling.
    struct TooLong: Error {}

    /// The line that was read last, without its line end.
    private(set) var line: [UInt8] = []
    private let ceiling: Int
    private var isComplete = false

    /// A reader of lines.
    ///
    /// - Parameter ceiling: the longest line that is taken, in bytes, its line end not counted.
    init(ceiling: Int) {
        self.ceiling = ceiling
        line.reserveCapacity(128)
    }

    /// Whether part of a line has come.
    var isWithinLine: Bool { !isComplete && !line.isEmpty }

    /// Reads on from `start`; true when ``line`` is a whole line, and `start` is then behind its line end.
    ///
    /// Quirk: a bare LF ends a line as well (RFC 1939 §3 demands CRLF).
    mutating func read(_ input: Span<UInt8>, from start: inout Int) throws(TooLong) -> Bool {
        if isComplete {
            line.removeAll(keepingCapacity: true)
            isComplete = false
        }
        while start < input.count {
            let byte = input[start]
            start += 1
            if byte == 0x0A {
                if line.last == 0x0D { line.removeLast() }
                isComplete = true
                return true
            }
            // One more than the ceiling, for the CR.
            guard line.count <= ceiling else { throw TooLong() }
            line.append(byte)
        }
        guard line.count <= ceiling + 1 else { throw TooLong() }
        return false
    }
}
