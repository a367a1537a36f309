/// Brings header fields into canonical form (RFC 6376 §3.4.1, §3.4.2).
enum HeaderCanonicalizer {
    /// Appends a field in canonical form, with its CRLF.
    ///
    /// - Parameters:
    ///   - field: the field as it lies in the message.
    ///   - bytes: the header.
    ///   - form: the form.
    ///   - output: where it goes.
    static func append(
        _ field: HeaderBlock.Field,
        of bytes: Span<UInt8>,
        _ form: Canonicalization,
        to output: inout [UInt8]
    ) {
        switch form {
        case .simple: append(bytes.extracting(field.range), to: &output)
        case .relaxed:
            appendName(bytes.extracting(field.name), to: &output)
            var writer = ValueWriter()
            writer.write(bytes.extracting(field.value), to: &output)
        }
        output.append(13)
        output.append(10)
    }

    /// Appends a signature's own field: without the value of its `b=`, and without the CRLF (RFC 6376 §3.7).
    ///
    /// - Parameters:
    ///   - field: the field as it lies in the message.
    ///   - hole: the value of `b=` with the white space around it.
    ///   - bytes: the header.
    ///   - form: the form.
    ///   - output: where it goes.
    static func append(
        _ field: HeaderBlock.Field,
        without hole: Range<Int>,
        of bytes: Span<UInt8>,
        _ form: Canonicalization,
        to output: inout [UInt8]
    ) {
        switch form {
        case .simple:
            append(bytes.extracting(field.start..<hole.lowerBound), to: &output)
            append(bytes.extracting(hole.upperBound..<field.range.upperBound), to: &output)
        case .relaxed:
            appendName(bytes.extracting(field.name), to: &output)
            var writer = ValueWriter()
            writer.write(bytes.extracting(field.value.lowerBound..<hole.lowerBound), to: &output)
            writer.write(bytes.extracting(hole.upperBound..<field.value.upperBound), to: &output)
        }
    }

    private static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        for index in bytes.indices { output.append(bytes[index]) }
    }

    private static func appendName(_ name: Span<UInt8>, to output: inout [UInt8]) {
        for index in name.indices { output.append(ASCIIByte.lowercased(name[index])) }
        output.append(UInt8(ascii: ":"))
    }

    /// Unfolds a value and makes one space of white space: none at either end.
    private struct ValueWriter {
        private var hasText = false
        private var holdsSpace = false

        mutating func write(_ value: Span<UInt8>, to output: inout [UInt8]) {
            var index = 0
            while index < value.count {
                let byte = value[index]
                index += 1
                if byte == 32 || byte == 9 {
                    holdsSpace = hasText
                    continue
                }
                if byte == 13, index < value.count, value[index] == 10 {
                    index += 1
                    continue
                }
                if holdsSpace { output.append(32) }
                holdsSpace = false
                hasText = true
                output.append(byte)
            }
        }
    }
}
