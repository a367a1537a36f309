/// The commands that libcurl says to a mail server.
enum Verb: Sendable, Hashable {
    case ehlo
    case helo
    case startTLS
    case auth
    case mail
    case recipient
    case data
    case quit

    /// The verb of a command line; nil for anything else.
    init?(_ line: Span<UInt8>) {
        guard line.count >= 4 else { return nil }
        var letters: UInt32 = 0
        for index in 0..<4 { letters = letters << 8 | UInt32(line[index]) }
        switch letters {
        case 0x4548_4C4F: self = .ehlo
        case 0x4845_4C4F: self = .helo
        case 0x5354_4152: self = .startTLS
        case 0x4155_5448: self = .auth
        case 0x4D41_494C: self = .mail
        case 0x5243_5054: self = .recipient
        case 0x4441_5441: self = .data
        case 0x5155_4954: self = .quit
        default: return nil
        }
    }
}
