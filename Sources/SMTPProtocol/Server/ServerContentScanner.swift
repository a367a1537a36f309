/// Finds the end of a message behind DATA and takes the stuffed dots out (RFC 5321 §4.1.1.4, §4.5.2).
///
/// Only CR LF, dot, CR LF ends a message. `LF . LF`, `LF . CR LF`, `CR . CR` and the like are text, however they are cut:
/// a server that takes one of them for the end lets a client smuggle a second message past whoever does not.
struct ServerContentScanner: Sendable {
    /// What the last byte means.
    private enum Place {
        /// Behind CR LF, or at the very start.
        case lineStart
        /// Behind a dot that opens a line; the dot is not content.
        case dot
        /// Behind a dot that opens a line and a CR, which is content only if no LF follows.
        case dotAndReturn
        /// Behind a CR within a line.
        case carriageReturn
        /// Elsewhere.
        case text
        /// Behind the end of the message.
        case end
    }

    private var place = Place.lineStart
    /// Octets of content so far, stuffed dots not counted.
    private(set) var size = 0

    /// Whether the end was found.
    var isAtEnd: Bool { place == .end }

    /// Goes through the bytes at `start` and behind it, up to the end of the message.
    ///
    /// - Parameters:
    ///   - input: what the client sent.
    ///   - start: the first byte that was not looked at yet.
    ///   - kept: takes the content, as long as it is shorter than `ceiling`.
    ///   - ceiling: how many bytes are kept at most.
    /// - Returns: the index behind the last byte that belongs to the message or its end.
    mutating func scan(_ input: Span<UInt8>, from start: Int, into kept: inout [UInt8], ceiling: Int) -> Int {
        var index = start
        // Content that was passed but not yet taken.
        var run = start
        while index < input.count {
            let byte = input[index]
            switch place {
            case .text:
                index = passText(input, from: index)
                continue
            case .carriageReturn:
                place = byte == 0x0A ? .lineStart : byte == 0x0D ? .carriageReturn : .text
            case .lineStart:
                if byte == 0x2E {
                    take(input, run..<index, &kept, ceiling)
                    run = index + 1
                    place = .dot
                } else {
                    place = byte == 0x0D ? .carriageReturn : .text
                }
            case .dot:
                guard byte == 0x0D else {
                    place = .text
                    continue
                }
                place = .dotAndReturn
            case .dotAndReturn:
                if byte == 0x0A {
                    place = .end
                    return index + 1
                }
                if run == index { takeReturn(&kept, ceiling) }
                place = .carriageReturn
                continue
            case .end: return index
            }
            index += 1
        }
        take(input, run..<max(run, place == .dotAndReturn ? index - 1 : index), &kept, ceiling)
        return index
    }

    /// Passes text up to a line that a dot opens, or to the end of the input.
    private mutating func passText(_ input: Span<UInt8>, from index: Int) -> Int {
        if let feed = ServerScan.lineFeedAndDot(in: input, from: index) {
            place = feed > index && input[feed - 1] == 0x0D ? .lineStart : .text
            return feed + 1
        }
        let last = input.count - 1
        if input[last] == 0x0D {
            place = .carriageReturn
        } else if last > index, input[last] == 0x0A, input[last - 1] == 0x0D {
            place = .lineStart
        }
        return input.count
    }

    private mutating func take(_ input: Span<UInt8>, _ range: Range<Int>, _ kept: inout [UInt8], _ ceiling: Int) {
        size += range.count
        guard kept.count < ceiling, !range.isEmpty else { return }
        let end = range.lowerBound + min(range.count, ceiling - kept.count)
        ServerScan.append(input.extracting(range.lowerBound..<end), to: &kept)
    }

    /// Takes a CR that came with earlier bytes.
    private mutating func takeReturn(_ kept: inout [UInt8], _ ceiling: Int) {
        size += 1
        if kept.count < ceiling { kept.append(0x0D) }
    }
}
