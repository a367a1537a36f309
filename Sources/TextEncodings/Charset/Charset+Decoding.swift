extension Charset {
    /// A text decoded at once.
    package struct Decoded: Sendable, Equatable {
        /// The text as UTF-8; always valid.
        package var utf8: [UInt8]
        /// How many U+FFFD stand for bytes that are no character.
        package var replacements: Int
    }

    /// Why a text was refused.
    package enum DecodingFailure: Error, Equatable, Sendable {
        /// The byte at `offset` begins no character of the charset.
        case badSequence(offset: Int, byte: UInt8)
        /// The C library of this system cannot read the charset.
        case unsupported
    }

    /// Decodes a whole text, with U+FFFD for what is no character.
    ///
    /// - Parameter bytes: The text in this charset.
    /// - Returns: UTF-8 and the number of replacements; nil when this system's C library cannot read the charset.
    package func decode(_ bytes: ArraySlice<UInt8>) -> Decoded? {
        guard var decoder = CharsetDecoder(self) else { return nil }
        var output: [UInt8] = []
        decoder.decode(bytes, into: &output)
        decoder.finish(into: &output)
        return Decoded(utf8: output, replacements: decoder.replacements)
    }

    /// Decodes a whole text, with U+FFFD for what is no character.
    package func decode(_ bytes: [UInt8]) -> Decoded? { decode(bytes[...]) }

    /// Decodes a whole text and refuses it when a byte is no character of the charset.
    ///
    /// - Throws: ``DecodingFailure`` with the offset of the first bad byte.
    package func decodeStrictly(_ bytes: [UInt8]) throws(DecodingFailure) -> [UInt8] {
        guard var decoder = CharsetDecoder(self) else { throw .unsupported }
        var output: [UInt8] = []
        decoder.decode(bytes[...], into: &output)
        decoder.finish(into: &output)
        if let first = decoder.badSequences.first {
            throw .badSequence(offset: first.inputOffset, byte: first.byte)
        }
        return output
    }

    /// Writes UTF-8 text in this charset, or nil when a character has no place in it.
    package func encode(_ utf8: [UInt8]) -> [UInt8]? {
        guard UTF8Scan.isValid(utf8.span) else { return nil }
        if scheme == .utf8 { return utf8 }
        guard let handle = IconvHandle(from: "UTF-8", to: scheme == .ascii ? "US-ASCII" : converterName) else {
            return nil
        }
        var output: [UInt8] = []
        let stop = unsafe utf8.withUnsafeBufferPointer { unsafe handle.convert($0, from: 0, into: &output) }
        guard case .done = stop else { return nil }
        handle.finish(into: &output)
        return output
    }
}
