/// A command line as a server reads it: a verb in small letters and its arguments.
struct ServerCommand {
    /// The commands that a server knows: the letters of the verb, small, as a big-endian number.
    enum Verb: UInt32 {
        case capa = 0x6361_7061
        case user = 0x7573_6572
        case pass = 0x7061_7373
        case stat = 0x7374_6174
        case list = 0x6C69_7374
        case uidl = 0x7569_646C
        case top = 0x0074_6F70
        case retr = 0x7265_7472
        case dele = 0x6465_6C65
        case rset = 0x7273_6574
        case noop = 0x6E6F_6F70
        case quit = 0x7175_6974
    }

    /// The verb; nil when it is none of these.
    let verb: Verb?
    /// What stands behind the verb and one space, spaces and all: passwords may have them (RFC 1939 §7).
    let argument: Range<Int>

    init(_ line: Span<UInt8>) {
        var letters: UInt32 = 0
        var index = 0
        while index < line.count, line[index] != 0x20 {
            let letter = line[index] | 0x20
            // Five letters, or anything else, is no verb; the bits of the first letter fall out then.
            letters = index < 4 && letter &- 0x61 < 26 ? letters << 8 | UInt32(letter) : 0
            index += 1
        }
        verb = index <= 4 ? Verb(rawValue: letters) : nil
        argument = min(index + 1, line.count)..<line.count
    }

    /// The arguments as numbers, each of at most nine digits; nil when one is none or there are more than two.
    func numbers(_ line: Span<UInt8>) -> [Int]? {
        var numbers: [Int] = []
        var value: Int?
        for position in argument.lowerBound...argument.upperBound {
            let byte = position == argument.upperBound ? 0x20 : line[position]
            if byte == 0x20 {
                if let value { numbers.append(value) }
                value = nil
            } else {
                guard byte &- 0x30 < 10, (value ?? 0) < 100_000_000 else { return nil }
                value = (value ?? 0) * 10 + Int(byte &- 0x30)
            }
        }
        return numbers.count <= 2 ? numbers : nil
    }
}
