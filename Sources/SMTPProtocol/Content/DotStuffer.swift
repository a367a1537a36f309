/// Makes message bytes fit for DATA (RFC 5321 §4.5.2): a line that begins with a dot gets one more, and a lone dot ends all.
///
/// Content may come in any pieces. A CRLF is added before the final dot only where the content does not end in one;
/// nothing else is changed. A dot behind a bare LF is doubled too: content has none, but a server that takes a bare LF for
/// a line end must never see a final dot that is not ours.
package struct DotStuffer: Sendable {
    /// The last byte so far; a line feed at the start, since the first line begins a line.
    private var last = UInt8(ascii: "\n")
    private var endsInCRLF = true

    package init() {}

    /// Appends a piece of content.
    ///
    /// - Parameters:
    ///   - storage: bytes of which a part is content.
    ///   - range: which part.
    ///   - output: where the stuffed bytes go.
    package mutating func append(_ storage: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
        guard let first = range.first, let final = range.last else { return }
        if storage[first] == UInt8(ascii: "."), last == UInt8(ascii: "\n") { output.append(UInt8(ascii: ".")) }
        var start = first
        while let dot = LineDotScan.first(in: storage.span, from: start, to: range.upperBound) {
            // The dot itself is copied with what follows it; the one added here stands before it.
            output.append(contentsOf: storage[start..<dot])
            output.append(UInt8(ascii: "."))
            start = dot
        }
        output.append(contentsOf: storage[start..<range.upperBound])
        let beforeFinal = range.count > 1 ? storage[final - 1] : last
        last = storage[final]
        endsInCRLF = last == UInt8(ascii: "\n") && beforeFinal == UInt8(ascii: "\r")
    }

    /// Appends what completes the message.
    package mutating func finish(to output: inout [UInt8]) {
        if !endsInCRLF { output.append(contentsOf: [0x0D, 0x0A]) }
        output.append(contentsOf: [UInt8(ascii: "."), 0x0D, 0x0A])
        self = DotStuffer()
    }
}
