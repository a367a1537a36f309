import BenchClock
import MIMECoding

/// Measures what attachments cost once per job: base64 of a megabyte.
func measureEncoders() throws {
    let content = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    let started = CPUClock.seconds
    var bytes = 0
    while CPUClock.seconds - started < seconds {
        let part = try EncodedPart(.attachment, mediaType: .octetStream, filename: [0x61], content: content.span)
        bytes += content.count
        precondition(part.bytes.count > content.count)
    }
    show("base64 of 1 MB, allocation included", Double(bytes) / (CPUClock.seconds - started) / 1e6, "MB/s")
}

/// Measures a French HTML body of which three lines are dynamic, its other lines encoded ahead of time.
func measurePieces() throws {
    let lines = Samples.french.html
    let third = lines.count / 3
    let literals = [Array(lines[..<third]), Array(lines[third..<2 * third]), Array(lines[(2 * third)...])]
    let body = PreEncodedBody(literals: literals)
    let dynamic = [UInt8]("Zoé".utf8)
    let pieces: [PreEncodedBody.Piece] = [.literal(0), .dynamic(0..<4), .literal(1), .dynamic(0..<4), .literal(2)]
    var composer = MessageComposer(try Samples.layout())
    var buffer = MessageBuffer(capacity: 64 * 1024)
    var values = Samples.values(Samples.french)
    values.html = .pieces(body, pieces, dynamic: dynamic[...])
    let composed = try rate {
        buffer.removeAll()
        _ = try composer.compose(values, into: &buffer)
    }
    show("French, HTML lines encoded ahead of time", composed, "messages/s")
}
