/// A line of LIST, or the number that opens a line of UIDL.
struct ListEntry {
    /// The message's number, from 1.
    var number: Int
    /// What stands behind the number, its first word.
    var word: ArraySlice<UInt8>

    /// The highest message number that is believed.
    static let highestNumber = Int(Int32.max)

    /// Reads `msg SP word`; nil if it is something else.
    ///
    /// Quirk: more may follow the word (RFC 1939 §5, LIST), and servers align columns with several spaces.
    init?(_ line: [UInt8]) {
        let bytes = line[...].drop { $0 == 0x20 }
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        let rest = bytes[digits.endIndex...]
        guard let value = Self.number(digits), (1...Self.highestNumber).contains(value),
            rest.first == 0x20 || rest.first == 0x09
        else { return nil }
        number = value
        word = rest.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 != 0x20 && $0 != 0x09 }
    }

    /// The word as a size in octets; what is too large to be true is as large as a number can be, and what is none is 0.
    var size: Int {
        guard word.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        return Self.number(word) ?? Int.max
    }

    /// The word as a unique id; nil where it is no valid one.
    ///
    ///     unique-id = 1*70 (%x21-7E)
    var uniqueID: String? {
        guard (1...70).contains(word.count), word.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return String(decoding: word, as: UTF8.self)
    }

    /// Digits as a number; nil without digits or when it is too large.
    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty else { return nil }
        var value = 0
        for digit in digits {
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = tens.addingReportingOverflow(Int(digit &- 0x30))
            guard !isTooLarge, !isStillTooLarge else { return nil }
            value = sum
        }
        return value
    }
}
