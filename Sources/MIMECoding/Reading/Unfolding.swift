/// Takes the folding out of field values (RFC 5322 §2.2.3).
enum Unfolding {
    /// Appends `range` of `bytes` without its line ends.
    ///
    /// Only the line end goes; the white space after it is part of the value. A line end that no white space follows (a
    /// tolerated stray line, or a bare CR inside a line) becomes a space, so that words do not grow together.
    static func append(_ bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            guard ASCII.isLineEnd(byte) else {
                output.append(byte)
                index += 1
                continue
            }
            while index < range.upperBound, ASCII.isLineEnd(bytes[index]) { index += 1 }
            if index < range.upperBound, !ASCII.isBlank(bytes[index]) { output.append(ASCII.space) }
        }
    }
}
