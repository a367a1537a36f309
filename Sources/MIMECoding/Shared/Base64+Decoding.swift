extension Base64 {
    private static let padMark: UInt8 = 0x40
    private static let spaceMark: UInt8 = 0x41
    private static let strayMark: UInt8 = 0x42

    /// Byte to six bits, or one of the marks above.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: strayMark, count: 256)
        for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
        for byte in [ASCII.space, ASCII.tab, ASCII.carriageReturn, ASCII.lineFeed] { table[Int(byte)] = spaceMark }
        table[Int(ASCII.equals)] = padMark
        return table
    }()

    /// Decodes what can be decoded; never fails.
    ///
    /// Line ends, blanks and bytes outside the alphabet are skipped (RFC 2045 §6.8), missing padding is supplied. Padding
    /// ends the data, unless the next line is again made of whole groups: some senders encode line by line, while list
    /// software appends plain footers that must not be decoded.
    package static func decode(_ input: Span<UInt8>) -> Decoded {
        var decoder = Decoder(capacity: input.count / 4 * 3 + 3)
        return decoder.run(input, values)
    }

    /// The decoded bytes of text that is base64 and nothing else; nil when it is not.
    ///
    /// For tokens (SASL, DKIM): blanks are refused, padding must be right.
    package static func decodeStrictly(_ input: [UInt8]) -> [UInt8]? {
        guard input.count % 4 == 0 else { return nil }
        let decoded = decode(input.span)
        return encoded(decoded.bytes) == input ? decoded.bytes : nil
    }

    private struct Decoder {
        /// Room for all that can come; `used` bytes of it are written.
        private var output: [UInt8]
        private var used = 0
        private var strayBytes = 0
        private var isTruncated = false
        private var ignoredFrom: Int?
        private var bits: UInt32 = 0
        private var count = 0

        init(capacity: Int) {
            output = [UInt8](repeating: 0, count: capacity)
        }

        mutating func run(_ input: Span<UInt8>, _ values: [UInt8]) -> Decoded {
            var index = 0
            while index < input.count {
                if count == 0 { index = wholeGroups(input, values, from: index) }
                guard index < input.count else { break }
                let value = values[Int(input[index])]
                index += 1
                switch value {
                case ..<padMark: push(value)
                case spaceMark: continue
                case padMark where count >= 2:
                    flush()
                    index = Base64.endOfPadding(input, from: index)
                    guard Base64.lineIsWholeGroups(input, values, from: index) else {
                        ignoredFrom = Base64.firstText(input, from: index)
                        index = input.count
                        continue
                    }
                default: strayBytes += 1
                }
            }
            isTruncated = count == 1
            flush()
            output.removeLast(output.count - used)
            return Decoded(
                bytes: output,
                strayBytes: strayBytes,
                isTruncated: isTruncated,
                ignoredFrom: ignoredFrom
            )
        }

        /// Four characters at a time, as long as they are all of the alphabet; line ends between groups are skipped.
        private mutating func wholeGroups(_ input: Span<UInt8>, _ values: [UInt8], from start: Int) -> Int {
            var place = used
            var index = start
            let table = values.span
            var target = output.mutableSpan
            while index &+ 4 <= input.count {
                let first = table[Int(input[index])]
                let second = table[Int(input[index &+ 1])]
                let third = table[Int(input[index &+ 2])]
                let fourth = table[Int(input[index &+ 3])]
                guard first | second | third | fourth < padMark else {
                    guard first == spaceMark else { break }
                    index &+= 1
                    continue
                }
                target[place] = first << 2 | second >> 4
                target[place &+ 1] = second << 4 | third >> 2
                target[place &+ 2] = third << 6 | fourth
                place &+= 3
                index &+= 4
            }
            used = place
            return index
        }

        private mutating func push(_ value: UInt8) {
            bits = bits << 6 | UInt32(value)
            count += 1
            guard count == 4 else { return }
            write(UInt8(truncatingIfNeeded: bits >> 16))
            write(UInt8(truncatingIfNeeded: bits >> 8))
            write(UInt8(truncatingIfNeeded: bits))
            count = 0
            bits = 0
        }

        /// Writes the one or two bytes of an unfinished group.
        private mutating func flush() {
            if count == 2 { write(UInt8(truncatingIfNeeded: bits >> 4)) }
            if count == 3 {
                write(UInt8(truncatingIfNeeded: bits >> 10))
                write(UInt8(truncatingIfNeeded: bits >> 2))
            }
            count = 0
            bits = 0
        }

        private mutating func write(_ byte: UInt8) {
            output[used] = byte
            used += 1
        }
    }

    /// Index after further padding and white space.
    private static func endOfPadding(_ input: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index < input.count, input[index] == ASCII.equals || ASCII.isSpace(input[index]) { index += 1 }
        return index
    }

    /// Whether the text up to the next line end is base64 in whole groups.
    private static func lineIsWholeGroups(_ input: Span<UInt8>, _ values: [UInt8], from start: Int) -> Bool {
        var index = start
        var length = 0
        var pads = 0
        while index < input.count, !ASCII.isLineEnd(input[index]) {
            let value = values[Int(input[index])]
            if value == padMark {
                pads += 1
            } else if value > padMark || pads > 0 {
                return false
            }
            length += 1
            index += 1
        }
        return length > 0 && length % 4 == 0 && pads <= 2
    }

    /// Index of the first byte that is no white space; nil when none is left.
    private static func firstText(_ input: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < input.count {
            if !ASCII.isSpace(input[index]) { return index }
            index += 1
        }
        return nil
    }
}
