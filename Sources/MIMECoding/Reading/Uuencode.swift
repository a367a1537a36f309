/// The uuencode format (IEEE Std 1003.1, `uuencode`), reading only.
enum Uuencode {
    /// The first file's bytes; nil when no `begin` line is there.
    ///
    /// ```
    /// begin 644 name
    /// M…        length as a character, then groups of four characters
    /// end
    /// ```
    /// Short lines are filled up with nothing, `end` may be missing.
    static func decode(_ input: Span<UInt8>) -> [UInt8]? {
        var index = 0
        while let line = nextLine(input, &index) {
            guard startsFile(input, line) else { continue }
            var output: [UInt8] = []
            output.reserveCapacity((input.count - index) / 4 * 3)
            while let line = nextLine(input, &index) {
                if isEnd(input, line) { break }
                decodeLine(input, line, into: &output)
            }
            return output
        }
        return nil
    }

    private static func nextLine(_ input: Span<UInt8>, _ index: inout Int) -> Range<Int>? {
        guard index < input.count else { return nil }
        let start = index
        let end = ByteSearch.firstLineEnd(in: input, start..<input.count) ?? input.count
        index = end + 1
        return start..<end
    }

    /// `begin` and an octal mode of three or four digits.
    private static func startsFile(_ input: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let begin: [UInt8] = Array("begin ".utf8)
        guard line.count > begin.count + 3 else { return false }
        for (offset, byte) in begin.enumerated() where input[line.lowerBound + offset] != byte { return false }
        return (0..<3).allSatisfy { ASCII.isDigit(input[line.lowerBound + begin.count + $0]) }
    }

    private static func isEnd(_ input: Span<UInt8>, _ line: Range<Int>) -> Bool {
        line.count >= 3 && input[line.lowerBound] == 0x65 && input[line.lowerBound + 1] == 0x6E
            && input[line.lowerBound + 2] == 0x64
            && (line.count == 3 || ASCII.isSpace(input[line.lowerBound + 3]))
    }

    private static func decodeLine(_ input: Span<UInt8>, _ line: Range<Int>, into output: inout [UInt8]) {
        guard !line.isEmpty else { return }
        var left = Int((input[line.lowerBound] &- ASCII.space) & 63)
        var index = line.lowerBound + 1
        while left > 0, index < line.upperBound {
            var bits: UInt32 = 0
            for offset in 0..<4 {
                let byte = index + offset < line.upperBound ? input[index + offset] : ASCII.space
                bits = bits << 6 | UInt32((byte &- ASCII.space) & 63)
            }
            output.append(UInt8(truncatingIfNeeded: bits >> 16))
            if left > 1 { output.append(UInt8(truncatingIfNeeded: bits >> 8)) }
            if left > 2 { output.append(UInt8(truncatingIfNeeded: bits)) }
            left -= 3
            index += 4
        }
    }
}
