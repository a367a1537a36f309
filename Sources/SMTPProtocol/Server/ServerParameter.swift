/// One parameter of MAIL or RCPT: `esmtp-keyword ["=" esmtp-value]` (RFC 5321 §4.1.2), as places in the line.
struct ServerParameter {
    let name: Range<Int>
    /// Where the value stands; nil without an equals sign.
    let value: Range<Int>?

    /// The next parameter at `index`, which is moved behind it; nil at the end of the line.
    init?(_ line: Span<UInt8>, from index: inout Int) {
        while index < line.count, line[index] == 0x20 { index += 1 }
        guard index < line.count else { return nil }
        let start = index
        var mark: Int?
        while index < line.count, line[index] != 0x20 {
            if mark == nil, line[index] == UInt8(ascii: "=") { mark = index }
            index += 1
        }
        name = start..<(mark ?? index)
        let end = index
        value = mark.map { $0 + 1..<end }
    }

    /// Whether the keyword is this one; `word` is small.
    func isNamed(_ line: Span<UInt8>, _ word: StaticString) -> Bool {
        name.count == word.utf8CodeUnitCount && ServerScan.matches(line, at: name.lowerBound, word)
    }

    /// Whether the value is this one; `word` is small.
    func hasValue(_ line: Span<UInt8>, _ word: StaticString) -> Bool {
        guard let value else { return false }
        return value.count == word.utf8CodeUnitCount && ServerScan.matches(line, at: value.lowerBound, word)
    }

    /// The value, which must not be empty nor longer than the ceiling, nor hold control characters.
    func text(_ line: Span<UInt8>, upTo ceiling: Int) throws(ServerReply) -> Range<Int> {
        guard let value, (1...ceiling).contains(value.count) else { throw .badParameter }
        for position in value where line[position] <= 0x20 || line[position] == 0x7F { throw .badParameter }
        return value
    }

    /// The value as a number of at most 20 digits (RFC 1870 §3), held to ten to the 17th.
    func number(_ line: Span<UInt8>) throws(ServerReply) -> Int {
        var number = 0
        for position in try text(line, upTo: 20) {
            let digit = line[position] &- 0x30
            guard digit < 10 else { throw .badParameter }
            number = min(number * 10 + Int(digit), 100_000_000_000_000_000)
        }
        return number
    }
}
