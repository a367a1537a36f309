/// Takes the dots off a multi-line reply and finds its end, wherever it was split (RFC 1939 §3).
///
/// A line is what CRLF ends: a bare LF or CR, a NUL and bytes over 127 are carried as they come, since a server that
/// sends them does not stuff the lines between them.
package struct DotUnstuffer: Sendable {
    /// What comes next in the input.
    package enum Piece: Sendable, Hashable {
        /// These bytes of the input belong to the message.
        case bytes(Range<Int>)
        /// A CR belongs to the message; it stood at the end of an earlier input.
        case carriageReturn
        /// All of the input is used; more is to come.
        case more
        /// The message is over; the index is that of the first byte behind it.
        case end(Int)
    }

    private enum Place {
        case lineStart
        case line
        /// Behind a CR.
        case carriageReturn
        /// Behind a dot that opens a line.
        case dot
        /// Behind a dot that opens a line, and a CR.
        case dotCarriageReturn
    }

    private var place = Place.lineStart

    package init() {}

    /// The next piece of `input`, from `start` on.
    ///
    /// Call it with the end of the last piece until it says ``Piece/more`` or ``Piece/end(_:)``.
    /// - Parameters:
    ///   - input: what has arrived.
    ///   - start: where to go on; moved behind what was used.
    /// - Returns: what was found from `start` on.
    package mutating func next(_ input: Span<UInt8>, from start: inout Int) -> Piece {
        while start < input.count {
            switch place {
            case .lineStart where input[start] == 0x2E:
                place = .dot
                start += 1
            case .dot where input[start] == 0x0D:
                place = .dotCarriageReturn
                start += 1
            case .dotCarriageReturn where input[start] == 0x0A:
                place = .lineStart
                start += 1
                return .end(start)
            case .dotCarriageReturn:
                place = .carriageReturn
                return .carriageReturn
            case .lineStart, .line, .carriageReturn, .dot:
                return .bytes(run(input, from: &start))
            }
        }
        return .more
    }

    /// The bytes up to the next dot that opens a line.
    private mutating func run(_ input: Span<UInt8>, from start: inout Int) -> Range<Int> {
        let first = start
        var isBehindReturn = place == .carriageReturn
        while start < input.count {
            let byte = input[start]
            start += 1
            if byte == 0x0A, isBehindReturn {
                if start == input.count || input[start] == 0x2E {
                    place = .lineStart
                    return first..<start
                }
            }
            isBehindReturn = byte == 0x0D
        }
        place = isBehindReturn ? .carriageReturn : .line
        return first..<start
    }
}
