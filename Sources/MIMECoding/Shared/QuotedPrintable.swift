/// Quoted-printable (RFC 2045 §6.7): strict when writing, lenient when reading.
package enum QuotedPrintable {
    /// What a lenient decoding found.
    package struct Decoded: Sendable, Equatable {
        /// The decoded bytes.
        package var bytes: [UInt8]
        /// `=` signs that began no escape and were kept as they stood.
        package var brokenEscapes: Int = 0
    }

    /// Decodes what can be decoded; never fails.
    ///
    /// Small hexadecimal digits are taken. A `=` before anything but two digits or a line end stays as it is. A soft line
    /// break may have blanks after its `=` (added on the way, RFC 2045 §6.7 rule 3). Blanks before a hard line end are
    /// kept: `format=flowed` text needs them, and no reader shows the others.
    package static func decode(_ input: Span<UInt8>) -> Decoded {
        var result = Decoded(bytes: [])
        result.bytes.reserveCapacity(input.count)
        var index = 0
        while index < input.count {
            let sign = ByteSearch.first(ASCII.equals, in: input, index..<input.count) ?? input.count
            // Safe: the pointer does not leave the closure.
            unsafe input.extracting(index..<sign).withUnsafeBufferPointer { unsafe result.bytes.append(contentsOf: $0) }
            guard sign < input.count else { break }
            index = sign &+ 1
            if index &+ 1 < input.count, let high = ASCII.hexValue(input[index]),
                let low = ASCII.hexValue(input[index &+ 1])
            {
                result.bytes.append(high << 4 | low)
                index &+= 2
            } else if let next = endOfSoftBreak(input, from: index) {
                index = next
            } else {
                result.bytes.append(ASCII.equals)
                result.brokenEscapes += 1
                // Quirk: `==` stands for one sign in text whose sender escaped by doubling.
                if index < input.count, input[index] == ASCII.equals, !startsEscape(input, at: index) { index &+= 1 }
            }
        }
        return result
    }

    private static func startsEscape(_ input: Span<UInt8>, at index: Int) -> Bool {
        if index + 2 < input.count, ASCII.hexValue(input[index + 1]) != nil, ASCII.hexValue(input[index + 2]) != nil {
            return true
        }
        return endOfSoftBreak(input, from: index + 1) != nil
    }

    /// Index after the soft line break whose `=` stands before `start`; nil when it is none.
    ///
    /// The end of the data counts as a line end.
    private static func endOfSoftBreak(_ input: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < input.count, ASCII.isBlank(input[index]) { index += 1 }
        guard index < input.count else { return index }
        if input[index] == ASCII.carriageReturn {
            let next = index + 1
            return next < input.count && input[next] == ASCII.lineFeed ? next + 1 : next
        }
        return input[index] == ASCII.lineFeed ? index + 1 : nil
    }
}
