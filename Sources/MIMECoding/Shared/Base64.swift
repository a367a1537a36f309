/// Base64 (RFC 4648 §4, RFC 2045 §6.8): strict when writing, lenient when reading.
package enum Base64 {
    /// What a lenient decoding found.
    package struct Decoded: Sendable, Equatable {
        /// The decoded bytes.
        package var bytes: [UInt8]
        /// Bytes outside the alphabet that were skipped; line ends and blanks do not count.
        package var strayBytes: Int = 0
        /// The last group was cut short in a way that lost bits.
        package var isTruncated = false
        /// Offset in the input at which text after the padding was left out; nil when all was read.
        package var ignoredFrom: Int?
    }

    static let alphabet: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Appends `input` encoded, with padding, to `output`.
    ///
    /// - Parameters:
    ///   - input: the bytes to encode.
    ///   - output: where the text goes.
    ///   - lineLength: characters on a line, rounded down to whole groups of four; CRLF stands between lines, none after
    ///     the last. Nil writes one line. RFC 2045 allows 76 at most.
    package static func encode(_ input: Span<UInt8>, into output: inout [UInt8], lineLength: Int? = nil) {
        let groupsPerLine = max(1, (lineLength ?? .max) / 4)
        output.reserveCapacity(output.count + (input.count + 2) / 3 * 4 + input.count / max(1, groupsPerLine * 3) * 2)
        let alphabet = Self.alphabet
        var index = 0
        var groups = 0
        while index < input.count {
            if groups == groupsPerLine {
                output.append(ASCII.carriageReturn)
                output.append(ASCII.lineFeed)
                groups = 0
            }
            let rest = input.count - index
            let second = rest > 1 ? input[index + 1] : 0
            let third = rest > 2 ? input[index + 2] : 0
            let bits = UInt32(input[index]) << 16 | UInt32(second) << 8 | UInt32(third)
            output.append(alphabet[Int(bits >> 18)])
            output.append(alphabet[Int(bits >> 12 & 63)])
            output.append(rest > 1 ? alphabet[Int(bits >> 6 & 63)] : ASCII.equals)
            output.append(rest > 2 ? alphabet[Int(bits & 63)] : ASCII.equals)
            index += 3
            groups += 1
        }
    }

    /// The bytes encoded on one line.
    package static func encoded(_ input: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        encode(input.span, into: &output)
        return output
    }
}
