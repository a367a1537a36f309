extension QuotedPrintable {
    /// How line ends in the input are taken.
    package enum Content: Sendable {
        /// CR LF and LF are line ends and become CR LF.
        case text
        /// Every byte is data: CR and LF are escaped.
        case binary
    }

    private static let digits: [UInt8] = Array("0123456789ABCDEF".utf8)

    /// Appends `input` encoded to `output`, in lines of at most 76 characters (RFC 2045 §6.7 rule 5).
    ///
    /// Blanks at the end of a line are escaped, and so is a dot at its start: SMTP would have to stuff it.
    package static func encode(_ input: Span<UInt8>, as content: Content = .text, into output: inout [UInt8]) {
        output.reserveCapacity(output.count + input.count + input.count / 8)
        var column = 0
        var index = 0
        while index < input.count {
            let byte = input[index]
            if content == .text, let next = endOfLineBreak(input, at: index) {
                output.append(ASCII.carriageReturn)
                output.append(ASCII.lineFeed)
                column = 0
                index = next
                continue
            }
            let after = index + 1
            let endsLine = after == input.count || (content == .text && endOfLineBreak(input, at: after) != nil)
            var literal = byte > ASCII.space && byte < ASCII.delete && byte != ASCII.equals
            if ASCII.isBlank(byte) { literal = !endsLine }
            if byte == ASCII.dot, column == 0 { literal = false }
            let width = literal ? 1 : 3
            // 75 characters and the `=` of the soft break; the last character of a line may fill the 76th column.
            if column + width > (endsLine ? 76 : 75) {
                output.append(ASCII.equals)
                output.append(ASCII.carriageReturn)
                output.append(ASCII.lineFeed)
                column = 0
                if byte == ASCII.dot { literal = false }
            }
            append(byte, literal: literal, into: &output)
            column += literal ? 1 : 3
            index = after
        }
    }

    private static func append(_ byte: UInt8, literal: Bool, into output: inout [UInt8]) {
        guard !literal else {
            output.append(byte)
            return
        }
        output.append(ASCII.equals)
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
    }

    /// Index after the CR LF or LF at `index`; nil when there is none.
    private static func endOfLineBreak(_ input: Span<UInt8>, at index: Int) -> Int? {
        if input[index] == ASCII.lineFeed { return index + 1 }
        guard input[index] == ASCII.carriageReturn, index + 1 < input.count, input[index + 1] == ASCII.lineFeed else {
            return nil
        }
        return index + 2
    }
}
