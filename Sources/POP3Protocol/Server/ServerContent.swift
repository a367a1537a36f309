/// A message as RETR and TOP send it: dots stuffed, and a lone dot at the end (RFC 1939 §3).
enum ServerContent {
    /// Appends a message; a line end is added where the last line has none.
    ///
    /// - Parameters:
    ///   - message: the message; lines end in CR LF, and whatever else stands in it is carried as it is.
    ///   - bodyLines: how many lines of the body are wanted besides the header; nil for all.
    ///   - output: takes the bytes.
    static func append(_ message: [UInt8], bodyLines: Int?, to output: inout [UInt8]) {
        output.reserveCapacity(output.count + message.count + message.count / 64 + 8)
        var index = 0
        var isHeader = true
        var linesLeft = bodyLines ?? .max
        while index < message.count {
            if !isHeader {
                guard linesLeft > 0 else { break }
                linesLeft -= 1
            }
            let end = lineEnd(message, index)
            if message[index] == UInt8(ascii: ".") { output.append(UInt8(ascii: ".")) }
            output.append(contentsOf: message[index..<end])
            if isHeader, end - index == 2, message[index] == 0x0D { isHeader = false }
            index = end
        }
        if output.last != 0x0A || output.dropLast().last != 0x0D { output.append(contentsOf: [0x0D, 0x0A]) }
        output.append(contentsOf: [UInt8(ascii: "."), 0x0D, 0x0A])
    }

    /// The index behind the line that begins at `start`: behind its CR LF, or the end.
    private static func lineEnd(_ message: [UInt8], _ start: Int) -> Int {
        var index = start
        while let feed = message[index...].firstIndex(of: 0x0A) {
            if feed > start, message[feed - 1] == 0x0D { return feed + 1 }
            index = feed + 1
        }
        return message.count
    }
}
