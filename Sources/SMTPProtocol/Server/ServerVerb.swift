/// The commands that a server knows: the letters of the verb, small, as a big-endian number.
enum ServerVerb: UInt64 {
    case ehlo = 0x6568_6C6F
    case helo = 0x6865_6C6F
    case mail = 0x6D61_696C
    case rcpt = 0x7263_7074
    case data = 0x6461_7461
    case bdat = 0x6264_6174
    case rset = 0x7273_6574
    case noop = 0x6E6F_6F70
    case vrfy = 0x7672_6679
    case expn = 0x6578_706E
    case help = 0x6865_6C70
    case auth = 0x6175_7468
    case quit = 0x7175_6974
    case startTLS = 0x7374_6172_7474_6C73

    /// Reads the verb that opens a line; nil when it is none of these.
    ///
    /// - Parameters:
    ///   - line: a command line without its CR LF.
    ///   - length: set to the bytes of the verb; a space or the end follows.
    init?(_ line: Span<UInt8>, length: inout Int) {
        var letters: UInt64 = 0
        var index = 0
        while index < line.count, line[index] != 0x20 {
            let letter = line[index] | 0x20
            guard index < 8, letter &- 0x61 < 26 else { return nil }
            letters = letters << 8 | UInt64(letter)
            index += 1
        }
        length = index
        self.init(rawValue: letters)
    }
}
